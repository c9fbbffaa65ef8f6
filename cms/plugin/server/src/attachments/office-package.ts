import { Parser } from 'htmlparser2';
import { MOST_ENTRY_BYTES, MOST_UNPACKED_BYTES } from './archive-safety.ts';
import { entryBytes, readZip, type ZipEntry } from './zip-archive.ts';

/** A document of Office or OFD as its parts. */
export class OfficePackage {
  readonly entries: readonly ZipEntry[];
  readonly #bytes: Buffer;
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  #left = MOST_UNPACKED_BYTES;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.entries = readZip(bytes);
    this.#byName = new Map(this.entries.map((entry) => [entry.name, entry]));
  }

  /** Names of the parts that match, in the order of their numbers: "slide2" before "slide10". */
  namesOf(form: RegExp): string[] {
    const names = this.entries.map(({ name }) => name).filter((name) => form.test(name));
    return names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  }

  bytesOf(name: string): Buffer | null {
    const entry = this.#byName.get(name);
    if (entry === undefined) return null;
    const content = entryBytes(this.#bytes, entry, Math.min(MOST_ENTRY_BYTES, this.#left));
    this.#left -= content.length;
    return content;
  }

  xmlOf(name: string): string | null {
    return this.bytesOf(name)?.toString('utf8') ?? null;
  }
}

export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML piece by piece. Prefixes of names are left out: each writer chooses its own. */
export function readXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(localName(name), attributes),
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => close?.(localName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute by its local name. */
export function attributeOf(attributes: Readonly<Record<string, string>>, local: string): string | null {
  for (const [name, value] of Object.entries(attributes)) if (localName(name) === local) return value;
  return null;
}

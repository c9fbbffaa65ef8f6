/** Bytes: file systems stop at 255, and a node may add a suffix of its own. */
const LONGEST_NAME = 180;

/**
 * Names for the files of one item, in order: no separators or control characters, short enough for a file system, unique
 * without regard to case.
 */
export class FileNames {
  readonly #taken = new Set<string>();

  claim(wanted: string): string {
    const { stem, extension } = split(clean(wanted));
    for (let copy = 1; ; copy += 1) {
      const suffix = copy === 1 ? '' : `-${copy}`;
      const name = `${cutToBytes(stem, LONGEST_NAME - Buffer.byteLength(extension + suffix))}${suffix}${extension}`;
      const key = name.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}

function clean(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[/\\:*?"<>|#%]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? 'file' : plain;
}

function split(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  if (!/^\.[A-Za-z0-9]{1,10}$/.test(extension)) return { stem: name, extension: '' };
  return { stem: name.slice(0, dot), extension };
}

function cutToBytes(text: string, longest: number): string {
  let cut = '';
  let bytes = 0;
  for (const char of text) {
    bytes += Buffer.byteLength(char);
    if (bytes > longest) break;
    cut += char;
  }
  return cut;
}

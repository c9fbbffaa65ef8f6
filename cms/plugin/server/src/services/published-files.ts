import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { fileFormat, type Attachment, type Reading } from 'disclosure-contract';
import { ScannerError } from '../attachments/clamav.ts';
import type { UploadRow } from '../content-types/rows.ts';
import { accessibleTextOf } from '../domain/accessible-text.ts';
import { noteFindings, type InspectedFile, type MissingFile } from '../domain/attachment-findings.ts';
import { ownFilesIn, uploadsIn } from '../domain/body-html.ts';
import { FileNames } from '../domain/file-name.ts';
import { mimeOfName, uploadPath } from '../domain/file-reference.ts';
import type { Problem } from '../domain/problem.ts';
import { sha256 } from '../domain/sha256.ts';
import { CHANGE_FILE } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import { isFile, sha256OfFile, type FileStore, type StoredBytes } from './file-store.ts';
import type { Inspections, ScanState } from './inspections.ts';

/** For all files of an item together: in the content manager's own transaction, SQLite has nobody else served meanwhile. */
const COLLECTING_MS = 30_000;

/** Formats of which a page is made. */
const READABLE: ReadonlySet<string> = new Set(['DOCX', 'XLSX', 'CSV']);

interface Parts {
  readonly strapi: Core.Strapi;
  readonly store: FileStore;
  readonly inspections: Inspections;
}

/** A file that an item shows, before its bytes are looked at. */
interface ShownFile {
  readonly place: InspectedFile['place'];
  readonly url: string;
  readonly file: Omit<Attachment, 'sha256' | 'size' | 'fileName'>;
  /** The name that it would have below the item. */
  readonly wanted: string;
}

export interface PublishedFiles {
  readonly attachments: readonly Attachment[];
  /** Upload address to name below the item, for what the body shows or links to. */
  readonly fileNames: ReadonlyMap<string, string>;
  readonly inspected: readonly InspectedFile[];
  /** Of attachments that can be read as a page. */
  readonly readings: readonly Reading[];
  /** By the hash of a published copy that differs from its upload, the hash of that upload. */
  readonly originals: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** As much of an item's files as a page shows of them. */
export type MeasuredFiles = Pick<PublishedFiles, 'attachments' | 'fileNames'>;

export interface DraftFiles {
  readonly inspected: readonly InspectedFile[];
  /** The names that they would have below the item. */
  readonly fileNames: ReadonlySet<string>;
  readonly missing: readonly MissingFile[];
  readonly scans: readonly { readonly name: string; readonly scan: ScanState | 'unreachable' }[];
}

/** The files of an item: what they hold, and the copies of them that are published. */
export const createPublishedFiles = ({ strapi, store, inspections }: Parts) => {
  async function read(url: string, deadline: AbortSignal): Promise<Readable | null> {
    const path = uploadPath(strapi.dirs.static.public, url);
    if (path !== null) return (await isFile(path)) ? createReadStream(path) : null;
    if (!/^https?:\/\//.test(url)) return null;
    // Another upload provider; the address comes from its own row in the media library, never from an editor.
    const answer = await fetch(url, { signal: deadline }).catch(() => null);
    return answer?.ok && answer.body ? Readable.fromWeb(answer.body as never) : null;
  }

  async function uploadOf(url: string): Promise<UploadRow | null> {
    return table(strapi, 'plugin::upload.file').findOne({ where: { url } });
  }

  /** Attachments first; what the body shows as well is one file. */
  async function shownFiles(uploads: readonly UploadRow[], body: string): Promise<ShownFile[]> {
    const shown: ShownFile[] = uploads.map((upload) => {
      const { name, mime, url } = upload;
      const file = { name, mime, role: 'attachment', accessibleText: accessibleTextOf(upload) } as const;
      return { place: 'attachments', url, file, wanted: name };
    });
    for (const { url, isImage } of uploadsIn(body)) {
      if (shown.some((other) => other.url === url)) continue;
      const upload = await uploadOf(url);
      const onDisk = basename(url);
      const name = upload?.name ?? onDisk;
      const file = {
        name,
        mime: upload?.mime ?? mimeOfName(onDisk),
        role: isImage ? 'image' : 'attachment',
        accessibleText: upload === null ? null : accessibleTextOf(upload),
      } as const;
      shown.push({ place: 'body', url, file, wanted: isImage ? onDisk : name });
    }
    return shown;
  }

  async function keepOriginal(url: string, deadline: AbortSignal): Promise<StoredBytes | null> {
    const bytes = await read(url, deadline);
    return bytes === null ? null : store.keep(bytes).catch(nothingAfter(deadline));
  }

  /** Where the bytes of a draft's file lie: uploads of this CMS stay where they are, and are copied when published. */
  async function locate(url: string, deadline: AbortSignal): Promise<{ sha256: string; path: string } | null> {
    const path = uploadPath(strapi.dirs.static.public, url);
    if (path !== null) return (await isFile(path)) ? { sha256: await sha256OfFile(path), path } : null;
    const original = await keepOriginal(url, deadline);
    return original === null ? null : { sha256: original.sha256, path: await pathOf(original.sha256) };
  }

  async function inspectStored({ place, file }: ShownFile, { sha256 }: StoredBytes): Promise<InspectedFile> {
    const path = await pathOf(sha256);
    const inspection = await inspections.of(sha256, path);
    const isInfected = (await inspections.scan(path)) === 'infected';
    return { place, name: file.name, accessibleText: file.accessibleText, inspection, isInfected };
  }

  /** Null where the bytes are of another kind than the name says. */
  async function readingOf({ sha256 }: StoredBytes): Promise<Reading | null> {
    const form = await inspections.readableForm(sha256, await pathOf(sha256));
    return form === null ? null : { sha256, ...form };
  }

  async function pathOf(sha256: string): Promise<string> {
    const path = await store.find(sha256);
    if (path === null) throw new Error(`Cannot inspect a file: its bytes ${sha256} are not in the store`);
    return path;
  }

  /** The copy that an earlier publication of the same bytes has made. */
  async function earlierCopy(sha256: string): Promise<StoredBytes | null> {
    const row = await table(strapi, CHANGE_FILE).findOne({ where: { originalSha256: sha256 } });
    return row !== null && (await store.find(row.sha256)) !== null ? { sha256: row.sha256, size: row.size } : null;
  }

  async function copyOf(original: StoredBytes): Promise<StoredBytes> {
    const earlier = await earlierCopy(original.sha256);
    if (earlier !== null) return earlier;
    const copy = await inspections.cleanCopy(await pathOf(original.sha256));
    return copy === null ? original : store.keep(Readable.from([Buffer.from(copy)]));
  }

  return {
    /** Takes what is published of an item's files into the store. What cannot be is a problem at its field. */
    async collect(uploads: readonly UploadRow[], body: string): Promise<PublishedFiles> {
      const names = new FileNames();
      const attachments: Attachment[] = [];
      const fileNames = new Map<string, string>();
      const inspected: InspectedFile[] = [];
      const readings: (Reading | null)[] = [];
      const originals = new Map<string, string>();
      const problems: Problem[] = [];
      const deadline = AbortSignal.timeout(COLLECTING_MS);

      for (const shown of await shownFiles(uploads, body)) {
        const { place, file } = shown;
        const problem = (code: Problem['code'], message: string) => problems.push({ path: place, code, message });
        const original = await keepOriginal(shown.url, deadline);
        if (original === null) {
          problem('attachment_missing', `文件“${file.name}”已不在媒体库中，请重新上传或删去。`);
          continue;
        }
        try {
          const found = await inspectStored(shown, original);
          inspected.push(found);
          // What is refused anyway is not made ready.
          if (noteFindings(found).some(({ severity }) => severity === 'error')) continue;
        } catch (error) {
          if (!(error instanceof ScannerError)) throw error;
          strapi.log.error(error.message);
          problem('scanner_unreachable', `杀毒软件没有响应，不能公开“${file.name}”。请联系管理员。`);
          continue;
        }
        const copy = await copyOf(original).catch(() => null);
        if (copy === null) {
          const message = `无法清除文件“${file.name}”的元数据，请重新保存（PDF 请打印为 PDF）后再上传。`;
          problem('attachment_unclean', message);
          continue;
        }
        if (copy.sha256 !== original.sha256) originals.set(copy.sha256, original.sha256);
        const fileName = names.claim(shown.wanted);
        fileNames.set(shown.url, fileName);
        attachments.push({ ...file, ...copy, fileName });
        if (READABLE.has(fileFormat(fileName) ?? '')) readings.push(await readingOf(copy));
      }
      for (const fileName of ownFilesIn(body)) {
        if (attachments.some((attachment) => attachment.fileName === fileName)) continue;
        const message = `正文中的图片“${fileName}”不在本事项的附件中，请重新插入或删去。`;
        problems.push({ path: 'body', code: 'attachment_missing', message });
      }
      return {
        attachments,
        fileNames,
        inspected,
        readings: readings.flatMap((each) => each ?? []),
        originals,
        problems,
      };
    },

    /** What {@link collect} would give, without keeping anything: for previews. */
    async measure(uploads: readonly UploadRow[], body: string): Promise<MeasuredFiles> {
      const names = new FileNames();
      const attachments: Attachment[] = [];
      const fileNames = new Map<string, string>();
      const deadline = AbortSignal.timeout(COLLECTING_MS);
      for (const { url, file, wanted } of await shownFiles(uploads, body)) {
        const found = await locate(url, deadline);
        if (found === null) continue;
        const copy = await inspections.cleanCopy(found.path).catch(() => null);
        const bytes = copy ?? (await readFile(found.path));
        const fileName = names.claim(wanted);
        fileNames.set(url, fileName);
        attachments.push({ ...file, sha256: sha256(bytes), size: bytes.length, fileName });
      }
      return { attachments, fileNames };
    },

    /** The bytes of an upload by its address, or null when they are not there. */
    async read(url: string): Promise<Readable | null> {
      return read(url, AbortSignal.timeout(COLLECTING_MS));
    },

    /** What the files of a draft hold, and which of them are not there. */
    async inspect(uploads: readonly UploadRow[], body: string): Promise<DraftFiles> {
      const inspected: InspectedFile[] = [];
      const scans: DraftFiles['scans'][number][] = [];
      const names = new FileNames();
      const fileNames = new Set<string>();
      const missing: MissingFile[] = [];
      const deadline = AbortSignal.timeout(COLLECTING_MS);
      for (const shown of await shownFiles(uploads, body)) {
        const { place, file } = shown;
        const found = await locate(shown.url, deadline);
        if (found === null) {
          missing.push({ place, name: file.name });
          continue;
        }
        fileNames.add(names.claim(shown.wanted));
        const { sha256, path } = found;
        const scan = await inspections.scan(path).catch((error: unknown) => {
          if (error instanceof ScannerError) return 'unreachable' as const;
          throw error;
        });
        scans.push({ name: file.name, scan });
        inspected.push({
          place,
          name: file.name,
          accessibleText: file.accessibleText,
          inspection: await inspections.of(sha256, path),
          isInfected: scan === 'infected',
        });
      }
      return { inspected, fileNames, missing, scans };
    },

    find: store.find,
  };
};

/** A host that breaks off in the middle of a file has not given it. */
function nothingAfter(deadline: AbortSignal): (error: unknown) => null {
  return (error) => {
    if (deadline.aborted) return null;
    throw error;
  };
}

export type PublishedFilesService = ReturnType<typeof createPublishedFiles>;

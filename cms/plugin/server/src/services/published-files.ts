import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { Attachment } from 'disclosure-contract';
import type { UploadRow } from '../content-types/rows.ts';
import { accessibleTextOf } from '../domain/accessible-text.ts';
import { ownFilesIn, uploadsIn } from '../domain/body-html.ts';
import { FileNames } from '../domain/file-name.ts';
import { mimeOfName, storedPath, uploadPath } from '../domain/file-reference.ts';
import type { Problem } from '../domain/problem.ts';
import { configOf, table } from '../strapi-access.ts';

/** For all files of an item together: in the content manager's own transaction, SQLite has nobody else served meanwhile. */
const COLLECTING_MS = 30_000;

interface StoredBytes {
  readonly sha256: string;
  readonly size: number;
}

type Taking = (bytes: Readable) => Promise<StoredBytes>;

export interface PublishedFiles {
  readonly attachments: readonly Attachment[];
  /** Upload address to name below the item, for what the body shows or links to. */
  readonly fileNames: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * The bytes of what is published, kept by their hash and apart from the media library: replacing or deleting an upload
 * changes nothing that is public.
 */
export const createPublishedFiles = ({ strapi }: { strapi: Core.Strapi }) => {
  const filesDir = () => resolve(strapi.dirs.app.root, configOf(strapi).filesDir);

  async function read(url: string, deadline: AbortSignal): Promise<Readable | null> {
    const path = uploadPath(strapi.dirs.static.public, url);
    if (path !== null) return (await isFile(path)) ? createReadStream(path) : null;
    if (!/^https?:\/\//.test(url)) return null;
    // Another upload provider; the address comes from its own row in the media library, never from an editor.
    const answer = await fetch(url, { signal: deadline }).catch(() => null);
    return answer?.ok && answer.body ? Readable.fromWeb(answer.body as never) : null;
  }

  /** Copies through a temporary file, so that a name in the store always stands for complete bytes. */
  async function keep(bytes: Readable): Promise<StoredBytes> {
    const folder = filesDir();
    await mkdir(folder, { recursive: true });
    const temporary = resolve(folder, `.${randomUUID()}.tmp`);
    const { through, result } = measuring();
    try {
      // Flushed before it gets its name: after a power cut a committed version must not name an empty file.
      await pipeline(bytes, through, createWriteStream(temporary, { flush: true }));
      const { sha256, size } = result();
      const final = storedPath(folder, sha256);
      const isNewFolder = (await mkdir(dirname(final), { recursive: true })) !== undefined;
      await rename(temporary, final);
      await flushFolder(dirname(final));
      if (isNewFolder) await flushFolder(folder);
      return { sha256, size };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async function uploadOf(url: string): Promise<UploadRow | null> {
    return table(strapi, 'plugin::upload.file').findOne({ where: { url } });
  }

  /** Names and describes everything an item shows; `take` is given the bytes. What cannot be read is a problem at its field. */
  async function describe(uploads: readonly UploadRow[], body: string, take: Taking): Promise<PublishedFiles> {
    const names = new FileNames();
    const attachments: Attachment[] = [];
    const fileNames = new Map<string, string>();
    const problems: Problem[] = [];
    const deadline = AbortSignal.timeout(COLLECTING_MS);

    const add = async (
      path: string,
      file: Omit<Attachment, 'sha256' | 'size' | 'fileName'>,
      url: string,
      wanted: string,
    ) => {
      const bytes = await read(url, deadline);
      const stored = bytes === null ? null : await take(bytes).catch(nothingAfter(deadline));
      if (stored === null) {
        const message = `文件“${file.name}”已不在媒体库中，请重新上传或删去。`;
        problems.push({ path, code: 'attachment_missing', message });
        return;
      }
      const fileName = names.claim(wanted);
      fileNames.set(url, fileName);
      attachments.push({ ...file, ...stored, fileName });
    };

    for (const upload of uploads) {
      const { name, mime, url } = upload;
      const accessibleText = accessibleTextOf(upload);
      await add('attachments', { name, mime, role: 'attachment', accessibleText }, url, name);
    }
    for (const { url, isImage } of uploadsIn(body)) {
      if (fileNames.has(url)) continue;
      const upload = await uploadOf(url);
      const onDisk = basename(url);
      const name = upload?.name ?? onDisk;
      const role = isImage ? 'image' : 'attachment';
      const mime = upload?.mime ?? mimeOfName(onDisk);
      const accessibleText = upload === null ? null : accessibleTextOf(upload);
      await add('body', { name, mime, role, accessibleText }, url, isImage ? onDisk : name);
    }
    for (const fileName of ownFilesIn(body)) {
      if (attachments.some((attachment) => attachment.fileName === fileName)) continue;
      const message = `正文中的图片“${fileName}”不在本事项的附件中，请重新插入或删去。`;
      problems.push({ path: 'body', code: 'attachment_missing', message });
    }
    return { attachments, fileNames, problems };
  }

  return {
    /** Takes the bytes of everything an item shows into the store. */
    async collect(uploads: readonly UploadRow[], body: string): Promise<PublishedFiles> {
      return describe(uploads, body, keep);
    },

    /** What {@link collect} would give, without keeping anything. */
    async measure(uploads: readonly UploadRow[], body: string): Promise<PublishedFiles> {
      return describe(uploads, body, measured);
    },

    /** The bytes of an upload by its address, or null when they are not there. */
    async read(url: string): Promise<Readable | null> {
      return read(url, AbortSignal.timeout(COLLECTING_MS));
    },

    /** Where the bytes of a hash lie, or null when they are not here. */
    async find(sha256: string): Promise<string | null> {
      const path = storedPath(filesDir(), sha256);
      return (await isFile(path)) ? path : null;
    },
  };
};

/** Hashes and counts what passes through. */
function measuring(): { through: Transform; result: () => StoredBytes } {
  const hash = createHash('sha256');
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ sha256: hash.digest('hex'), size }) };
}

async function measured(bytes: Readable): Promise<StoredBytes> {
  const { through, result } = measuring();
  await pipeline(bytes, through, new Writable({ write: (_chunk, _encoding, done) => done() }));
  return result();
}

/** A host that breaks off in the middle of a file has not given it. */
function nothingAfter(deadline: AbortSignal): (error: unknown) => null {
  return (error) => {
    if (deadline.aborted) return null;
    throw error;
  };
}

/** Makes names in a folder last over a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    await access(path);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

export type PublishedFilesService = ReturnType<typeof createPublishedFiles>;

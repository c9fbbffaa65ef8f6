import { createHash } from 'node:crypto';
import { mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import type { FoundFile } from './find-files.ts';
import { type AttachedFile, attachmentName } from './import-request.ts';
import type { ParsedDocument } from './parsed-document.ts';

const LIMIT_BYTES = 20 * 1024 * 1024;

export interface Attached {
  readonly files: readonly AttachedFile[];
  /** Linked files by their own paths, so that they are not imported or refused as documents. */
  readonly linked: readonly string[];
  readonly notes: readonly string[];
  /** Removes what was written for the upload. */
  dispose(): Promise<void>;
}

/** Puts a document's pictures into files, and finds the files that it links to. */
export async function attachFiles(found: FoundFile, document: ParsedDocument): Promise<Attached> {
  const files: AttachedFile[] = [];
  const linked: string[] = [];
  const notes: string[] = [];

  for (const link of document.links) {
    const path = await linkedPath(found, link.path);
    if (path === null) {
      notes.push(`链接的文件“${link.name.slice(0, 60)}”不在导入的文件夹中，未作为附件`);
      continue;
    }
    if (linked.includes(path)) continue;
    linked.push(path);
    files.push({ path, name: attachmentName(link.name, path), hash: hashOf(await readFile(path)) });
  }

  const folder = document.images.length > 0 ? await mkdtemp(join(tmpdir(), 'gongkai-import-')) : null;
  for (const image of document.images) {
    const path = join(folder ?? '', image.name);
    await writeFile(path, image.bytes);
    files.push({ path, name: image.name, hash: hashOf(image.bytes) });
  }
  return {
    files,
    linked,
    notes,
    dispose: async () => (folder === null ? undefined : rm(folder, { recursive: true, force: true })),
  };
}

/** A page must not make this machine publish files from elsewhere on its disk, by a path or by a symbolic link. */
async function linkedPath(found: FoundFile, link: string): Promise<string | null> {
  if (link.includes('\0')) return null;
  const wanted = resolve(dirname(found.path), link.replaceAll('\\', '/'));
  try {
    const [path, root] = [await realpath(wanted), await realpath(found.root)];
    const entry = await stat(path);
    return path.startsWith(root + sep) && entry.isFile() && entry.size > 0 && entry.size <= LIMIT_BYTES ? path : null;
  } catch {
    // Not there, or not readable: the same for whoever reads the report.
    return null;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

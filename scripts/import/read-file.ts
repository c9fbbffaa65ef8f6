import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { refuse } from './refusal.ts';

const LIMIT_BYTES = 20 * 1024 * 1024;
const UNPACKED_LIMIT_BYTES = 200 * 1024 * 1024;

export type Format = 'text' | 'markdown' | 'html' | 'docx';

const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
};

/** The format of a file by its ending, or a refusal. */
export function formatOf(path: string): Format {
  const ending = extname(path).toLowerCase();
  const format = FORMATS[ending];
  if (format) return format;
  if (ending === '.doc' || ending === '.wps') return refuse('旧版 Word 或 WPS 文件：请另存为 .docx 后导入');
  if (ending === '.pdf') return refuse('PDF 不能作为正文导入：请导入其 .docx 原文，PDF 可在后台作为附件上传');
  return refuse(`不支持的文件类型“${ending || '无扩展名'}”：只能导入 .txt、.md、.html、.htm、.docx`);
}

/** The bytes of a file that is there, of a format that can be read, not empty and not too large. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((error: unknown) => refuse(absence(error), error));
  if (!found.isFile()) refuse('不是普通文件（管道、设备等），不能导入');
  // Before the size: whoever gives an empty .doc needs another format first.
  formatOf(path);
  checkSize(found.size);
  return readFile(path).catch((error: unknown) => refuse('无法读取文件：没有读取权限或者磁盘出错', error));
}

function absence(error: unknown): string {
  const isAbsent = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
  return isAbsent ? '找不到文件：请检查路径是否写对' : '无法读取文件：没有读取权限或者磁盘出错';
}

export function checkSize(bytes: number): void {
  if (bytes === 0) refuse('文件是空的');
  if (bytes > LIMIT_BYTES) refuse(`文件有 ${(bytes / 1024 / 1024).toFixed(1)} MB，超过 20 MB 的上限`);
}

/** Refuses what is no Word document before it is unpacked: encrypted, old, damaged, or far larger inside than outside. */
export function checkDocx(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    refuse('文件已加密，或者是改了扩展名的旧版 .doc：请解除密码并另存为 .docx');
  }
  if (view.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') refuse('文件已损坏：不是有效的 .docx');
  const unpacked = unpackedSize(view);
  if (unpacked === null) return refuse('文件已损坏：压缩目录不完整');
  if (unpacked > UNPACKED_LIMIT_BYTES) refuse('文件解压后超过 200 MB 的上限');
}

/** Sum of the sizes that the central directory of a ZIP file states, null when there is none. */
function unpackedSize(zip: Buffer): number | null {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > zip.length) return null;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null;
    total += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}

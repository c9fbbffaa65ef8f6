import { decodeText } from './decode-text.ts';
import { type FileName, readFileName } from './file-name.ts';
import { parseDocx } from './parse-docx.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parseText } from './parse-text.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { checkSize, type Format, formatOf } from './read-file.ts';
import { refuse } from './refusal.ts';

/** Reads the bytes of a file by its name's ending. Throws only refusals. */
export async function parseFile(path: string, bytes: Uint8Array): Promise<ParsedDocument> {
  const format = formatOf(path);
  checkSize(bytes.length);
  try {
    return await parseAs(format, bytes, readFileName(path));
  } catch (error) {
    // Parsers recurse as deep as their input nests: the stack is the limit.
    if (error instanceof RangeError) return refuse('内容嵌套过深，无法读取', error);
    throw error;
  }
}

async function parseAs(format: Format, bytes: Uint8Array, fileName: FileName): Promise<ParsedDocument> {
  switch (format) {
    case 'text':
      return parseText(decodeText(bytes), fileName);
    case 'markdown':
      return parseMarkdown(decodeText(bytes), fileName);
    case 'html':
      return parseHtml(decodeText(bytes, statedCharset(bytes)), fileName);
    case 'docx':
      return parseDocx(bytes, fileName);
  }
}

function statedCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
}

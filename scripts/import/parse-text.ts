import { paragraph, splitGlued } from './blocks.ts';
import { completeDocument } from './complete-document.ts';
import type { FileName } from './file-name.ts';
import { takeHead } from './page-head.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { takeTitleLine } from './title-line.ts';

/** Plain text as web pages and editors give it: a line is a paragraph. */
export function parseText(text: string, fileName: FileName): ParsedDocument {
  const blocks = text
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .flatMap(splitGlued)
    .map((line) => paragraph(line));
  const { head, body } = takeHead(blocks);
  const titled = head.title === null ? takeTitleLine(body) : { title: head.title, body };
  return completeDocument({ title: titled.title, head, blocks: titled.body, fileName, marksHeadings: false });
}

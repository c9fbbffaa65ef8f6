import { parseDocument } from 'htmlparser2';
import { Marked } from 'marked';
import { isAdoptionNote } from './adoption-notes.ts';
import type { Block } from './blocks.ts';
import { completeDocument } from './complete-document.ts';
import type { FileName } from './file-name.ts';
import { tidyHeading } from './headings.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { takePictures } from './page-files.ts';
import { takeHead } from './page-head.ts';
import type { ParsedDocument } from './parsed-document.ts';

/** Where the collections of regulations end the lines about adoption. */
const INFO_END = /<!--\s*INFO END\s*-->/;

const markdown = new Marked({
  gfm: true,
  tokenizer: {
    // Four blanks before a paragraph are how Chinese texts indent it.
    code: () => undefined,
    // Ranges such as 5~10 and 3~4 are no deletion.
    del(src) {
      return /^~~(?!~)/.test(src) ? false : undefined;
    },
  },
});

/** Markdown. Only what is marked as a heading is one; the first of the highest level is the title. */
export function parseMarkdown(source: string, fileName: FileName): ParsedDocument {
  const [beforeMark, afterMark] = splitOnce(source.replace(/\r\n?/g, '\n'));
  const page = parseDocument(render(beforeMark) + render(afterMark ?? ''));
  const pictures = takePictures(page);
  const blocks = blocksOfHtml(page.children);

  const highest = Math.min(...blocks.flatMap((block) => (block.kind === 'heading' ? [block.rank] : [])));
  const titleAt = blocks.findIndex((block) => block.kind === 'heading' && block.rank === highest);
  const isTitle = titleAt >= 0 && titleAt <= 2 && isAlone(blocks, highest);
  const title = isTitle ? (blocks[titleAt]?.text ?? null) : null;
  const rest = isTitle ? blocks.filter((_, index) => index !== titleAt) : blocks;

  const { head, body } = takeHead(rest);
  return completeDocument({
    title: title ?? head.title,
    head,
    blocks: placeAdoptionNotes(body.map(tidied)),
    fileName,
    marksHeadings: true,
    images: pictures.images,
    links: pictures.links,
    notes: pictures.notes,
  });
}

function splitOnce(source: string): [string, string | undefined] {
  const mark = INFO_END.exec(source);
  return mark ? [source.slice(0, mark.index), source.slice(mark.index + mark[0].length)] : [source, undefined];
}

/** A line end behind a sentence, or before the next number, begins a line; any other is where an editor wrapped. */
function render(source: string): string {
  const html = markdown.parse(source, { async: false });
  return html.replace(/(<p>)([\s\S]*?)(<\/p>)/g, (_, open: string, inner: string, close: string) => {
    const lines = inner.replace(
      /\n(?=\s*(?:第[一二三四五六七八九十百\d]+条|[（(]?[一二三四五六七八九十\d]+[)）、]))/g,
      '<br>',
    );
    return open + lines.replace(/(?<=[。！？；：])\n/g, '<br>') + close;
  });
}

/** With several headings of the highest level none of them names the whole; a level-1 heading at the top always does. */
function isAlone(blocks: readonly Block[], rank: number): boolean {
  return rank === 1 || blocks.filter((block) => block.kind === 'heading' && block.rank === rank).length === 1;
}

function tidied(block: Block): Block {
  if (block.kind !== 'heading') return block;
  const text = tidyHeading(block.text);
  return text === block.text ? block : { ...block, text, html: tidyHeading(block.html) };
}

/** The lines about adoption stand centred under the title, as in the gazette. */
function placeAdoptionNotes(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.kind !== 'paragraph' || !isAdoptionNote(block.text));
  return blocks.map((block, index) =>
    block.kind === 'paragraph' && (first < 0 || index < first) ? { ...block, align: 'center' } : block,
  );
}

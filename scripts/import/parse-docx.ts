import { parseDocument } from 'htmlparser2';
import mammoth from 'mammoth';
import type { Block } from './blocks.ts';
import { completeDocument } from './complete-document.ts';
import type { FileName } from './file-name.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { takePictures } from './page-files.ts';
import { takeHead } from './page-head.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { checkDocx } from './read-file.ts';
import { refuse } from './refusal.ts';
import { canBeTitle, takeTitleLine, type TitledBody } from './title-line.ts';

const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  "p[style-name='gongkai-center'] => center > p:fresh",
  "p[style-name='gongkai-right'] => div.gongkai-right > p:fresh",
];

/** The part of mammoth's document tree that is read here. */
interface WordParagraph {
  readonly alignment?: string | null;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
}

// mammoth's types leave out what its documentation describes as `mammoth.transforms`.
const { transforms } = mammoth as typeof mammoth & {
  transforms: { paragraph(change: (found: WordParagraph) => WordParagraph): (document: unknown) => unknown };
};

/** A Word document, by its styles; where it has none, by its numbers. */
export async function parseDocx(bytes: Uint8Array, fileName: FileName): Promise<ParsedDocument> {
  checkDocx(bytes);
  const html = await convert(bytes);
  const page = parseDocument(html.replaceAll('<div class="gongkai-right">', '<div align="right">'));
  const files = takePictures(page);
  const blocks = blocksOfHtml(page.children);

  const { head, body } = takeHead(blocks);
  const titled =
    head.title === null ? takeDocxTitle(body, html.includes('<h1 class="title"')) : { title: head.title, body };
  return completeDocument({
    title: titled.title,
    head,
    blocks: titled.body,
    fileName,
    marksHeadings: titled.body.some((block) => block.kind === 'heading'),
    images: files.images,
    links: [],
    notes: files.notes,
  });
}

async function convert(bytes: Uint8Array): Promise<string> {
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: STYLES, transformDocument: transforms.paragraph(keepAlignment) },
    );
    return result.value;
  } catch (error) {
    return refuse('文件已损坏：无法读出 .docx 的内容', error);
  }
}

/** mammoth drops alignment; a paragraph of the body text carries it as its style. */
function keepAlignment(paragraph: WordParagraph): WordParagraph {
  const isBodyText = !paragraph.styleName || /^(?:normal|正文|body text)/i.test(paragraph.styleName);
  const isPlaced = paragraph.alignment === 'center' || paragraph.alignment === 'right';
  if (!isBodyText || !isPlaced || paragraph.numbering) return paragraph;
  return { ...paragraph, styleId: null, styleName: `gongkai-${paragraph.alignment}` };
}

/** Title style first; else the first Heading 1 or centred line, whichever comes first; else the first line. */
function takeDocxTitle(blocks: readonly Block[], hasTitleStyle: boolean): TitledBody {
  const isFirstLevel = (block: Block): boolean => block.kind === 'heading' && block.rank === 1;
  const isCentred = (block: Block): boolean =>
    block.kind === 'paragraph' && block.align === 'center' && canBeTitle(block.text);
  const isRedHead = (block: Block): boolean => /文件$/.test(block.text.replace(/\s/g, ''));
  const at = blocks.findIndex(
    (block) =>
      (isFirstLevel(block) && (hasTitleStyle || canBeTitle(block.text))) ||
      (!hasTitleStyle && isCentred(block) && !isRedHead(block)),
  );
  const first = blocks[at];
  if (!first || at > 8) return takeTitleLine(blocks);

  // A centred title may run over two lines; a day, a number or a name in brackets below it is something else.
  const second = blocks[at + 1];
  const runsOn =
    first.kind === 'paragraph' && second !== undefined && isCentred(second) && !/\d|^[（(]/.test(second.text);
  const until = runsOn ? at + 1 : at;
  return {
    title: blocks
      .slice(at, until + 1)
      .map((block) => block.text)
      .join(''),
    body: blocks.filter((_, index) => index < at || index > until),
  };
}

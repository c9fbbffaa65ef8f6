import mammoth from 'mammoth';
import { attributeOf, OfficePackage, readXml } from './office-package.ts';

/** Names of styles that Chinese editions of Word give to what others call Title and Heading. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** A Word document as HTML, for the sanitiser; null where one of its styles hides words, which a converter would show. */
export async function readableDocument(bytes: Buffer): Promise<string | null> {
  if (hasHidingStyle(bytes)) return null;
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap: STYLES,
      externalFileAccess: false,
      // Pictures have no text of their own, and bytes inside of a page would be loaded by everybody.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  return withHeads(value);
}

function hasHidingStyle(bytes: Buffer): boolean {
  let isHiding = false;
  readXml(new OfficePackage(bytes).xmlOf('word/styles.xml') ?? '', {
    open(name, attributes) {
      if (name === 'vanish') isHiding ||= !['0', 'false', 'off'].includes(attributeOf(attributes, 'val') ?? '');
    },
  });
  return isHiding;
}

/** Tables without another inside. */
const TABLE = /<table>((?:(?!<table>)[\s\S])*?)<\/table>/g;
const FIRST_ROW = /^<tr>((?:(?!<tr>)[\s\S])*?)<\/tr>(?=<tr>)/;

/** Few documents say which row heads a table: where none does, it is the first, if each of its cells says something. */
function withHeads(html: string): string {
  return html.replace(TABLE, (whole, rows: string) => {
    if (whole.includes('<th')) {
      if (whole.includes('<td')) return whole.replace(/<th\b(?=[\s>])/g, '<th scope="col"');
      // Of a form, some programs mark every row: then none of them heads the others.
      return withHeads(whole.replace(/<(\/?)th\b(?=[\s>])/g, '<$1td').replace(/<\/?(?:thead|tbody)>/g, ''));
    }
    const first = FIRST_ROW.exec(rows)?.[1];
    if (first === undefined || /<td[^>]*>(?:<p>)?(?:<\/p>)?<\/td>/.test(first)) return whole;
    const head = first.replace(/<td\b/g, '<th scope="col"').replace(/<\/td>/g, '</th>');
    return `<table><thead><tr>${head}</tr></thead><tbody>${rows.replace(FIRST_ROW, '')}</tbody></table>`;
  });
}

import { BODY_HTML_POLICY as POLICY } from 'disclosure-contract';
import sanitizeHtml from 'sanitize-html';

type Attributes = Record<string, string>;

/** Elements whose content is never text of the document. */
const DROPPED_WITH_CONTENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'template',
  'title',
  'xml',
  'svg',
  'math',
  'iframe',
  'object',
];

/** Uploads of this CMS, and files of the item itself. A path cannot climb out of its folder. */
const OWN_IMAGE = /^(?:\/uploads|files)\/(?!\.)[^/\\?#]+$/;

const HIDING_STYLES = [
  /display\s*:\s*none/,
  /visibility\s*:\s*(?:hidden|collapse)/,
  /opacity\s*:\s*0*(?:\.0+)?\s*(?:;|!|$)/,
  /(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\s*\d{3,}/,
  /transform\s*:[^;]*(?:scale[xy]?\s*\(\s*0|translate[xy]?\s*\(\s*-\s*\d{3,})/,
  /clip\s*:\s*rect\s*\(\s*0|clip-path\s*:/,
  /(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)/,
  /mso-hide\s*:\s*all/,
];

/** First pass: everything stays but what a reader would not see, so that hidden text cannot become visible. */
const UNHIDE: sanitizeHtml.IOptions = {
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true,
  parseStyleAttributes: false,
  nonTextTags: DROPPED_WITH_CONTENT,
  exclusiveFilter: (frame) => isHidden(frame.attribs),
};

const alignable: ReadonlySet<string> = new Set(POLICY.alignable);

/** Second pass: the policy of the contract. */
const KEEP: sanitizeHtml.IOptions = {
  allowedTags: [...POLICY.tags],
  allowedAttributes: attributesWithStyle(),
  allowedStyles: { '*': { 'text-align': [new RegExp(`^(?:${POLICY.alignments.join('|')})$`)] } },
  allowedSchemes: [...POLICY.linkSchemes],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  nonTextTags: DROPPED_WITH_CONTENT,
  enforceHtmlBoundary: false,
  transformTags: {
    h1: 'h2',
    h6: 'h5',
    div: 'p',
    section: 'p',
    article: 'p',
    center: 'p',
    del: 's',
    strike: 's',
    ins: 'u',
    '*': (tagName, attribs) => ({ tagName, attribs: aligned(tagName, attribs) }),
  },
  exclusiveFilter: (frame) => frame.tag === 'img' && !OWN_IMAGE.test(frame.attribs['src'] ?? ''),
};

/**
 * Reduces a body to what the contract allows. Sanitising twice changes nothing more.
 * `ownOrigin` is the address of this CMS: images that name it in full become paths.
 */
export function sanitiseBody(html: string, ownOrigin = ''): string {
  const local = ownOrigin === '' ? html : html.replaceAll(`"${ownOrigin}/uploads/`, '"/uploads/');
  const visible = sanitizeHtml(local, UNHIDE);
  const tidy = (rough: string): string => untangleParagraphs(sanitizeHtml(rough, KEEP));
  // Untangling may leave a paragraph open before a table; reading it once more closes it where a browser would.
  return tidy(tidy(visible)).trim();
}

function isHidden(attribs: Attributes): boolean {
  if ('hidden' in attribs) return true;
  const style = (attribs['style'] ?? '').toLowerCase().replace(/\/\*.*?\*\//g, '');
  return style !== '' && (isTiny(style) || HIDING_STYLES.some((hides) => hides.test(style)));
}

/** Pixels of one unit, with the size that browsers start from. */
const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, '%': 0.16, '': 1 };
const SMALLEST_TEXT = 2;

function isTiny(style: string): boolean {
  const size = /font-size\s*:\s*(\d*\.?\d+)\s*(px|pt|em|rem|%|)\s*(?:;|!|$)/.exec(style);
  return size !== null && Number(size[1]) * (UNITS[size[2] ?? ''] ?? 1) < SMALLEST_TEXT;
}

/** The old `align` attribute becomes the one style that is kept. */
function aligned(tagName: string, attribs: Attributes): Attributes {
  const align = (attribs['align'] ?? '').toLowerCase();
  if (!alignable.has(tagName) || !(POLICY.alignments as readonly string[]).includes(align)) return attribs;
  return { ...attribs, style: `text-align:${align}` };
}

function attributesWithStyle(): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  for (const [tag, names] of Object.entries(POLICY.attributes)) attributes[tag] = [...names];
  for (const tag of POLICY.alignable) attributes[tag] = [...(attributes[tag] ?? []), 'style'];
  return attributes;
}

const BLOCK = '(?:p|h[2-5]|ul|ol|table|blockquote|figure|hr|pre)';
const OPENS_AROUND_BLOCK = new RegExp(`<p(?: style="[^"]*")?>\\s*(?=<${BLOCK}\\b)`, 'g');
const CLOSES_AROUND_BLOCK = new RegExp(`(</${BLOCK}>|<hr\\s*/?>)\\s*</p>`, 'g');
const EMPTY_PARAGRAPH = /<p(?: style="[^"]*")?>(?:\s|&nbsp;|\u00a0|<br\s*\/?>)*<\/p>/g;

/** Divisions became paragraphs, and Word wraps blocks in them: a paragraph never holds a block. */
function untangleParagraphs(html: string): string {
  let before: string;
  let after = html;
  do {
    before = after;
    after = before.replace(OPENS_AROUND_BLOCK, '').replace(CLOSES_AROUND_BLOCK, '$1').replace(EMPTY_PARAGRAPH, '');
  } while (after !== before);
  return after;
}

/** Addresses of uploads that a body shows as images or links to. */
export function uploadsIn(body: string): { url: string; isImage: boolean }[] {
  const found = new Map<string, boolean>();
  for (const [, tag, url] of body.matchAll(/<(img|a)\b[^>]*?\s(?:src|href)="(\/uploads\/[^"/\\?#]+)"/g)) {
    if (url !== undefined) found.set(url, found.get(url) === true || tag === 'img');
  }
  return [...found].map(([url, isImage]) => ({ url, isImage }));
}

/** Names of the item's own files that a body shows. */
export function ownFilesIn(body: string): string[] {
  return [...body.matchAll(/<img\b[^>]*?\ssrc="files\/([^"/\\?#]+)"/g)].map(([, name]) => decodeName(name ?? ''));
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The body with each upload's address replaced by that of the published file. */
export function withPublishedFiles(body: string, fileNames: ReadonlyMap<string, string>): string {
  return body.replace(
    /(\s(?:src|href)=")(\/uploads\/[^"/\\?#]+)(")/g,
    (whole, start: string, url: string, end: string) => {
      const fileName = fileNames.get(url);
      return fileName === undefined ? whole : `${start}files/${encodeURIComponent(fileName)}${end}`;
    },
  );
}

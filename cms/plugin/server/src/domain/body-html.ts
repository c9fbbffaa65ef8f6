import { BODY_HTML_POLICY as POLICY, coloursWithin, isHiddenByItself, PLAIN } from 'disclosure-contract';
import sanitizeHtml from 'sanitize-html';
import { hasInk, manyLines } from './plain-text.ts';

type Attributes = Record<string, string>;

/** Elements whose content is never text of the document. */
const DROPPED_WITH_CONTENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'template',
  'select',
  'datalist',
  'audio',
  'video',
  'canvas',
  'noembed',
  'noframes',
  'title',
  'xml',
  'svg',
  'math',
  'iframe',
  'object',
];

/** Uploads of this CMS, and files of the item itself. A path cannot climb out of its folder. */
const OWN_IMAGE = /^(?:\/uploads|files)\/(?!\.)[^/\\?#]+$/;

/** Put on what a reader would not see. An editor who writes it loses what bears it. */
const UNSEEN = 'data-unseen';

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
  const visible = manyLines(withoutHidden(local));
  const tidy = (rough: string): string => untangleParagraphs(withoutBlindLinks(sanitizeHtml(rough, KEEP)));
  // Untangling may leave a paragraph open before a table; reading it once more closes it where a browser would.
  return tidy(tidy(visible)).trim();
}

/** First pass: everything stays but what a reader would not see, so that hidden text cannot become visible. */
function withoutHidden(html: string): string {
  const colours = [PLAIN];
  return sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    nonTextTags: DROPPED_WITH_CONTENT,
    onOpenTag: (tag, attribs: Attributes) => {
      const { inside, isUnseen } = coloursWithin(colours.at(-1) ?? PLAIN, attribs);
      colours.push(inside);
      if (isUnseen || isHiddenByItself(tag, attribs)) attribs[UNSEEN] = 'yes';
    },
    onCloseTag: () => {
      colours.pop();
    },
    exclusiveFilter: (frame) => UNSEEN in frame.attribs,
  });
}

/** The innermost link around each stretch of markup; attributes of sanitised markup hold no angle brackets. */
const LINK = /<a\b[^>]*>((?:(?!<\/?a\b)[\s\S])*)<\/a>/g;

/** A link that shows neither text nor picture is there for machines alone. Its white space stays. */
function withoutBlindLinks(html: string): string {
  let before: string;
  let after = html;
  do {
    before = after;
    after = before.replace(LINK, (whole, inside: string) => {
      const text = inside.replace(/<[^>]*>/g, '');
      return /<img\b/.test(inside) || hasInk(text) ? whole : text.replace(/\S+/g, '');
    });
  } while (after !== before);
  return after;
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

type Attributes = Readonly<Record<string, string>>;

/** What text has behind and before it, so far as styles say it. */
export interface Colours {
  readonly text: Colour | 'unknown';
  readonly background: Colour | 'unknown';
}
type Colour = readonly [red: number, green: number, blue: number];

/** Black on white, where a document begins. */
export const PLAIN: Colours = { text: [0, 0, 0], background: [255, 255, 255] };

/** Pixels of one unit, with the sizes that browsers start from and a window of the usual size. */
const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  q: 0.945,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  lh: 20,
  vw: 12,
  vh: 8,
  vmin: 8,
  vmax: 12,
  '%': 10,
  '': 1,
};

/** Pixels, and shares of what would be seen, below which there is nothing to see. */
const SMALLEST_TEXT = 2;
const SMALLEST_BOX = 2;
const FAINTEST = 0.1;

/** Pixels beside the page. A hanging indent or a margin is never this far out. */
const FAR_BEFORE = 150;
const FAR_AFTER = 3000;

/** How far apart two colours are, in the channel in which they differ most, that an eye tells apart. */
const LEAST_CONTRAST = 24;

/** Shown at the size of their box, whatever overflows. */
const PICTURES: ReadonlySet<string> = new Set(['img', 'marquee', 'picture', 'input', 'button']);

/** Word and Excel write widths of nothing here, and the text is there all the same. */
const TABLE_PARTS: ReadonlySet<string> = new Set([
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'col',
  'colgroup',
]);

/** Whether readers of the page it comes from would see nothing of an element, judged by what it says of itself. */
export function isHiddenByItself(tag: string, attribs: Attributes): boolean {
  if ('hidden' in attribs || (tag === 'dialog' && !('open' in attribs))) return true;
  const style = declarationsOf(attribs['style'] ?? '');
  return (
    saysHidden(style) ||
    isFaint(style) ||
    isTinyText(style) ||
    isTinyBox(tag, attribs, style) ||
    isFarAway(style) ||
    isTransformedAway(style)
  );
}

/** The colours inside an element. `isUnseen` when it makes its text like what is behind it. */
export function coloursWithin(outside: Colours, attribs: Attributes): { inside: Colours; isUnseen: boolean } {
  const style = declarationsOf(attribs['style'] ?? '');
  const textWritten = style.get('-webkit-text-fill-color') ?? style.get('color') ?? attribs['color'];
  const backgroundWritten =
    style.get('background-color') ?? style.get('background') ?? attribs['bgcolor'] ?? attribs['background'];
  if (textWritten === undefined && backgroundWritten === undefined) return { inside: outside, isUnseen: false };
  const text = textWritten === undefined ? outside.text : colourOf(textWritten, outside.text);
  if (text === 'transparent') return { inside: outside, isUnseen: true };
  const behind = backgroundWritten === undefined ? outside.background : colourOf(backgroundWritten, 'unknown');
  const background = style.has('background-image') ? 'unknown' : behind === 'transparent' ? outside.background : behind;
  return { inside: { text, background }, isUnseen: isLike(text, background) };
}

type Declarations = ReadonlyMap<string, string>;

/** Declarations as a browser reads them: without comments, escapes and letter case, the last one of a name. */
function declarationsOf(style: string): Declarations {
  const plain = style
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, char: string | undefined) =>
      code === undefined ? (char ?? '') : characterOf(Number.parseInt(code, 16)),
    )
    .toLowerCase();
  const declarations = new Map<string, string>();
  for (const declaration of plain.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/, '');
    declarations.set(declaration.slice(0, colon).trim(), value.trim());
  }
  return declarations;
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function saysHidden(style: Declarations): boolean {
  return (
    style.get('display') === 'none' ||
    ['hidden', 'collapse'].includes(style.get('visibility') ?? '') ||
    style.get('content-visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^rect\s*\(/.test(style.get('clip') ?? '') ||
    !['none', 'unset', 'initial', undefined].includes(style.get('clip-path'))
  );
}

function isFaint(style: Declarations): boolean {
  const filtered = /opacity\s*\(([^)]*)\)/.exec(style.get('filter') ?? '')?.[1];
  return [style.get('opacity'), style.get('zoom'), filtered].some(
    (value) => value !== undefined && (shareOf(value) ?? 1) < FAINTEST,
  );
}

function isTinyText(style: Declarations): boolean {
  const size = style.get('font-size') ?? /(?:^|\s)(\.?\d\S*?)(?:\/|\s|$)/.exec(style.get('font') ?? '')?.[1];
  // Percentages of text are of the text around it, not of the window.
  const pixels = size?.endsWith('%') ? (shareOf(size) ?? 1) * 16 : firstLength(size ?? '');
  return pixels !== null && pixels < SMALLEST_TEXT;
}

function isTinyBox(tag: string, attribs: Attributes, style: Declarations): boolean {
  const isPicture = PICTURES.has(tag);
  if (isPicture && [attribs['width'], attribs['height']].some((size) => isTiny(size?.trim()))) return true;
  const cuts = ['overflow', 'overflow-x', 'overflow-y'].some((name) =>
    /hidden|clip|scroll|auto/.test(style.get(name) ?? ''),
  );
  return ['width', 'height', 'max-width', 'max-height', 'inline-size', 'block-size'].some((name) => {
    const size = style.get(name);
    if (TABLE_PARTS.has(tag) && !cuts) return false;
    return isPicture || cuts ? isTiny(size) : firstLength(size ?? '') === 0;
  });
}

function isTiny(size: string | undefined): boolean {
  const pixels = firstLength(size ?? '');
  return pixels !== null && pixels <= SMALLEST_BOX;
}

function isFarAway(style: Declarations): boolean {
  const names = [
    'left',
    'right',
    'top',
    'bottom',
    'text-indent',
    'margin',
    'margin-left',
    'margin-right',
    'margin-top',
  ];
  return [...names, 'inset', 'translate'].some((name) => lengthsOf(style.get(name) ?? '').some(isFar));
}

function isFar(pixels: number): boolean {
  return pixels <= -FAR_BEFORE || pixels >= FAR_AFTER;
}

function isTransformedAway(style: Declarations): boolean {
  const transform = style.get('transform') ?? '';
  const scales = [...transform.matchAll(/scale[xy3d]*\s*\(([^)]*)\)/g)].flatMap(([, scale]) => scale?.split(',') ?? []);
  const moves = [...transform.matchAll(/translate[xy3d]*\s*\(([^)]*)\)/g)].flatMap(([, move]) =>
    // A percentage is of the element itself: half of it back is how things are centred.
    lengthsOf((move ?? '').replaceAll('%', 'px')),
  );
  return (
    [...scales, style.get('scale') ?? '1'].some((scale) => Math.abs(shareOf(scale) ?? 1) < FAINTEST) ||
    moves.some(isFar) ||
    /rotate[xy]\s*\(\s*-?(?:90|270)deg/.test(transform) ||
    /matrix(?:3d)?\s*\(\s*0?\.?0+\s*,/.test(transform)
  );
}

const LENGTH = /(-\s*)?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z%]*)/g;

/** Every length in a value, in pixels; inside `calc()`, a number after a minus counts as negative. */
function lengthsOf(value: string): number[] {
  return [...value.matchAll(LENGTH)].flatMap(([, minus, number, unit]) => {
    const pixels = PIXELS[unit ?? ''];
    return pixels === undefined ? [] : [Number(number) * pixels * (minus === undefined ? 1 : -1)];
  });
}

function firstLength(value: string): number | null {
  return lengthsOf(value)[0] ?? null;
}

/** A number or a percentage as a share of one. */
function shareOf(value: string): number | null {
  const number = Number.parseFloat(value.replace(/^\s*calc\s*\(/, ''));
  if (Number.isNaN(number)) return null;
  return value.includes('%') ? number / 100 : number;
}

/** The names of colours that are nothing or nearly white; other names are dark enough, or bright, on white. */
const NAMED: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  whitesmoke: [245, 245, 245],
  floralwhite: [255, 250, 240],
  mintcream: [245, 255, 250],
  azure: [240, 255, 255],
  aliceblue: [240, 248, 255],
  honeydew: [240, 255, 240],
  seashell: [255, 245, 238],
  lavenderblush: [255, 240, 245],
  lightyellow: [255, 255, 224],
  black: [0, 0, 0],
};

function colourOf(written: string, otherwise: Colour | 'unknown'): Colour | 'unknown' | 'transparent' {
  const value = written.trim().toLowerCase();
  if (value === 'inherit' || value === 'currentcolor') return otherwise;
  if (value === 'transparent' || value === 'none') return 'transparent';
  if (/url\s*\(|gradient/.test(value)) return 'unknown';
  const hex = /#?\b([0-9a-f]{3,8})\b/.exec(value)?.[1];
  const lightness = /hsla?\s*\([^)]*?([\d.]+)%\s*[,/)]?[^%]*$/.exec(value)?.[1];
  if (lightness !== undefined) return colourOfLightness(Number(lightness) / 100);
  const functional = /rgba?\s*\(([^)]*)\)/.exec(value)?.[1];
  if (functional !== undefined) return colourOfParts(functional);
  if (hex !== undefined && (value.startsWith('#') || /^[0-9a-f]{6}$/.test(value))) return colourOfHex(hex);
  return NAMED[value.split(/\s/)[0] ?? ''] ?? 'unknown';
}

/** Near both ends of the scale a hue does not matter. */
function colourOfLightness(lightness: number): Colour | 'unknown' {
  if (lightness > 0.1 && lightness < 0.9) return 'unknown';
  return [lightness * 255, lightness * 255, lightness * 255];
}

function colourOfParts(parts: string): Colour | 'unknown' | 'transparent' {
  const [red, green, blue, alpha] = parts.split(/[\s,/]+/).filter((part) => part !== '');
  if (alpha !== undefined && (shareOf(alpha) ?? 1) < FAINTEST) return 'transparent';
  const channels = [red, green, blue].map((part) => (shareOf(part ?? '') ?? NaN) * (part?.includes('%') ? 255 : 1));
  return channels.some(Number.isNaN) ? 'unknown' : (channels as unknown as Colour);
}

function colourOfHex(hex: string): Colour | 'unknown' | 'transparent' {
  const long = hex.length <= 4 ? hex.replace(/./g, '$&$&') : hex;
  if (long.length === 8 && Number.parseInt(long.slice(6), 16) < 255 * FAINTEST) return 'transparent';
  if (long.length !== 6 && long.length !== 8) return 'unknown';
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Colour;
}

function isLike(one: Colour | 'unknown', other: Colour | 'unknown'): boolean {
  if (one === 'unknown' || other === 'unknown') return false;
  return one.every((channel, at) => Math.abs(channel - (other[at] ?? 0)) < LEAST_CONTRAST);
}

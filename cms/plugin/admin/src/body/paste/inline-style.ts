import type { HtmlElement } from './html-tree';

/** The declarations of a style attribute, names in lower case. */
export function styleOf({ attributes }: HtmlElement): Record<string, string> {
  const style: Record<string, string> = {};
  for (const declaration of (attributes['style'] ?? '').replace(/&quot;/g, "'").split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      style[declaration.slice(0, colon).trim().toLowerCase()] = declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return style;
}

export function textAlignOf(element: HtmlElement): string {
  if (element.tag === 'center') return 'center';
  return styleOf(element)['text-align'] ?? (element.attributes['align'] ?? '').toLowerCase();
}

export function isHidden(element: HtmlElement): boolean {
  const style = styleOf(element);
  return style['display'] === 'none' || style['mso-hide'] === 'all';
}

/** The number or bullet that Word draws before a list paragraph. */
export function isWordMarker(element: HtmlElement): boolean {
  return styleOf(element)['mso-list'] === 'ignore';
}

/** Marks that a `span` or `font` stands for. */
export function inlineMarks(element: HtmlElement): string[] {
  const style = styleOf(element);
  const decoration = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`;
  const weight = style['font-weight'] ?? '';
  const marks: string[] = [];
  if (/^bold/.test(weight) || Number(weight) >= 600) marks.push('strong');
  if (style['font-style'] === 'italic' || style['font-style'] === 'oblique') marks.push('em');
  if (decoration.includes('underline')) marks.push('u');
  if (decoration.includes('line-through')) marks.push('s');
  if (style['vertical-align'] === 'super') marks.push('sup');
  if (style['vertical-align'] === 'sub') marks.push('sub');
  return marks;
}

import sanitizeHtml from 'sanitize-html';
import { BODY_HTML_POLICY } from '../../shared/src/index.ts';
import type { Block } from './blocks.ts';

const HIGHEST = 2;
const LOWEST = 5;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...BODY_HTML_POLICY.tags],
  allowedAttributes: {
    ...Object.fromEntries(Object.entries(BODY_HTML_POLICY.attributes).map(([tag, names]) => [tag, [...names]])),
    ...Object.fromEntries(BODY_HTML_POLICY.alignable.map((tag) => [tag, [...attributesOf(tag), 'style']])),
  },
  allowedStyles: { '*': { 'text-align': [new RegExp(`^(?:${BODY_HTML_POLICY.alignments.join('|')})$`)] } },
  allowedSchemes: [...BODY_HTML_POLICY.linkSchemes],
  allowProtocolRelative: false,
};

/** The body of an item: headings from h2 on without a gap, and nothing that the policy does not name. */
export function toBodyHtml(blocks: readonly Block[]): string {
  const levels = headingLevels(blocks);
  return sanitizeHtml(blocks.map((block, index) => blockHtml(block, levels.get(index))).join('\n'), OPTIONS);
}

function blockHtml(block: Block, level: number | undefined): string {
  switch (block.kind) {
    case 'heading':
      return `<h${level ?? HIGHEST}>${block.html}</h${level ?? HIGHEST}>`;
    case 'paragraph': {
      const isPlaced = block.align === 'center' || block.align === 'right';
      return `<p${isPlaced ? ` style="text-align:${block.align}"` : ''}>${block.html}</p>`;
    }
    case 'other':
      // A heading inside a table or a quotation would stand outside the outline.
      return block.html.replace(/<(\/?)h[1-6](?=[\s>])[^>]*>/gi, '<$1p>');
  }
}

/** A heading is one level below the nearest higher one before it. */
function headingLevels(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  const above: number[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading') return;
    while (above.length > 0 && (above.at(-1) ?? 0) >= block.rank) above.pop();
    levels.set(index, Math.min(LOWEST, HIGHEST + above.length));
    above.push(block.rank);
  });
  return levels;
}

function attributesOf(tag: string): readonly string[] {
  return (BODY_HTML_POLICY.attributes as Readonly<Record<string, readonly string[]>>)[tag] ?? [];
}

import { join } from 'node:path';
import { root } from '../../../scripts/demo/settings.mjs';
import { readDemoContent } from '../../../scripts/seed/demo-content.ts';

/** Titles of the demo's items that are for staff alone. */
export function internalTitles(): string[] {
  const { items } = readDemoContent(join(root, 'cms/demo'));
  return items.filter((item) => item['scope'] === 'internal').map((item) => String(item['title']));
}

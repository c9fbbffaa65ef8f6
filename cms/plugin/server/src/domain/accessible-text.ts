import { extname } from 'node:path';
import type { UploadRow } from '../content-types/rows.ts';
import { manyLines } from './plain-text.ts';

/** What a file says, as its entry in the media library has it. Null where that only repeats the name, as Strapi may. */
export function accessibleTextOf({
  name,
  alternativeText,
}: Pick<UploadRow, 'name' | 'alternativeText'>): string | null {
  const text = manyLines(alternativeText ?? '').trim();
  const nameAlone = name.slice(0, name.length - extname(name).length);
  return text === '' || text === name.trim() || text === nameAlone.trim() ? null : text;
}

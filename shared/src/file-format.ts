import type { Item } from './item.ts';

/** The ending of a file's name in capitals, `PDF`; null for a name without one. */
export function fileFormat(fileName: string): string | null {
  return /\.([0-9a-z]{1,5})$/i.exec(fileName)?.[1]?.toUpperCase() ?? null;
}

/** 信息格式: in which formats an item can be read, its own text first. */
export function formatsOf({ body, attachments }: Pick<Item, 'body' | 'attachments'>): string[] {
  const ofFiles = attachments.flatMap(({ role, fileName }) =>
    role === 'attachment' ? (fileFormat(fileName) ?? []) : [],
  );
  return [...new Set([...(body.trim() === '' ? [] : ['HTML']), ...ofFiles])];
}

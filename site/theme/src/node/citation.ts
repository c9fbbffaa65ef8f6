import { hash } from 'node:crypto';
import { normaliseText, numberKey } from 'disclosure-contract';
import { tags } from './tags.ts';

/** What people add to a title or leave out of it: brackets, spaces, and at the end which version it is. */
const VERSION = /[（(〔[][^（(〔[\]〕）)]*[）)〕\]]\s*$/;
const MARKS = /[^\p{L}\p{N}]/gu;

/** What a title is looked up by, so that 《住房公积金管理条例》(2019年修订) is found as 住房公积金管理条例. */
export function citationKey(title: string): number {
  return keyOf(normaliseText(title.trim().replace(VERSION, '')).replace(MARKS, ''));
}

/** Tags of the pages that lead to whatever has this title or this document number. */
export function citationTags({ title, docNo }: { readonly title: string; readonly docNo: string | null }): string[] {
  const ofNumber = docNo === null || docNo === '' ? [] : [keyOf(`number ${numberKey(docNo)}`)];
  return [citationKey(title), ...ofNumber].map(tags.cited);
}

export function touchCitations(item: Parameters<typeof citationTags>[0], touched: Set<string>): void {
  for (const tag of citationTags(item)) touched.add(tag);
}

/** 48 bits of a hash: it stands in a header, and in an index that is no larger than it has to be. */
function keyOf(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16);
}

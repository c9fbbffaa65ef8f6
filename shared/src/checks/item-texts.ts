import { textOfHtml } from '../html-policy.ts';
import { textsOfRecord } from '../record/record-texts.ts';
import type { ItemRecord } from '../record/record.ts';
import type { CheckedText } from './finding.ts';

/** The fields of a draft that hold running text, whether it is stored or still in a form. */
export interface WrittenItem {
  readonly title?: string | null;
  readonly abstract?: string | null;
  readonly keywords?: readonly string[] | null;
  readonly body?: string | null;
  readonly revisionNote?: string | null;
  readonly record?: ItemRecord | null;
}

/** What an editor wrote, as it is checked: each field by the name of its place in the form. */
export function textsOfItem({ title, abstract, keywords, body, revisionNote, record }: WrittenItem): CheckedText[] {
  const fields = { title, abstract, keywords: keywords?.join('\n'), body: body && textOfHtml(body), revisionNote };
  return [
    ...Object.entries(fields).flatMap(([place, text]) => (text ? [{ place, part: null, text }] : [])),
    ...textsOfRecord(record ?? null).map(({ field, text }) => ({ place: field, part: null, text })),
  ];
}

import type { Finding } from 'disclosure-contract/checks';

interface RequiredElement {
  readonly value: string;
  readonly required: boolean;
}

/** Words that join two elements in one entry of a catalogue: 申请条件、程序及期限. */
const JOINS = /[、，,；;／/（）()]|以及|及其|及|和|与/;

/**
 * Elements (公开内容要素) that the standard catalogue marks as required (●) for a category, and of which neither the name
 * nor a part of it stands anywhere in the item.
 */
export function missingElements(elements: readonly RequiredElement[], allText: string): Finding[] {
  const missing = elements.filter(({ value, required }) => required && !isNamed(value, allText));
  if (missing.length === 0) return [];
  const names = missing.map(({ value }) => value).join('、');
  return [
    advice('element_missing', 'body', names, {
      zh: `缺少必须公开的要素：${names}。`,
      en: `The catalogue requires what is not named here: ${names}.`,
    }),
  ];
}

function isNamed(element: string, text: string): boolean {
  const parts = element.split(JOINS).filter((part) => part.trim().length >= 2);
  return [element, ...parts].some((part) => text.includes(part.trim()));
}

export function duplicatedTitle(title: string): Finding {
  return advice('title_duplicated', 'title', title, {
    zh: '已有公开的事项使用同样的标题，请核对是否重复发布。',
    en: 'A public item has the same title. Make sure that this is not published twice.',
  });
}

function advice(rule: string, place: string, found: string, message: Finding['message']): Finding {
  return { rule, severity: 'warning', place, part: null, at: 0, found, suggestion: null, message };
}

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

/** What catalogues call the fields of the form: an element is there when its field is filled. */
const CALLED = {
  title: '标题 名称 文件名称 文件标题',
  body: '正文 文件正文 全文',
  docNo: '文号 发文字号',
  writtenOn: '成文日期 生成日期',
  effectiveOn: '施行日期 实施日期',
  repealedOn: '废止日期',
  keywords: '关键词',
  abstract: '内容概述 摘要',
} as const;

/** Names of the elements that the filled fields of an item are. Validity follows from the days, and is always shown. */
export function elementsInFields(fields: Readonly<Partial<Record<keyof typeof CALLED, unknown>>>): string {
  const isFilled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : (value ?? '') !== '');
  const filled = Object.entries(CALLED).filter(([field]) => isFilled(fields[field as keyof typeof CALLED]));
  return ['有效性', ...filled.map(([, names]) => names)].join(' ');
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

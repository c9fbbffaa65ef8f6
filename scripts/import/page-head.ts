import { checkDocumentNumber, type IsoDate } from '../../shared/src/index.ts';
import type { Block } from './blocks.ts';
import { readDay, readMoment } from './chinese-days.ts';
import { isBreadcrumb, isOrnament, type LabelledValue, readLabels } from './head-labels.ts';

/** How many lines from the top may belong to the head of a page. */
const REACH = 16;
const LONGEST_DOC_NO = 60;

export interface PageHead {
  readonly title: string | null;
  readonly publisherName: string | null;
  readonly docNo: string | null;
  readonly writtenOn: IsoDate | null;
  readonly originalDate: IsoDate | null;
  readonly originalTime: string | null;
  readonly effectiveOn: IsoDate | null;
  readonly repealedOn: IsoDate | null;
  readonly source: string | null;
  readonly keywords: readonly string[];
  readonly notes: readonly string[];
}

/** Takes the head off a page: site name, breadcrumb, title and the line with date and source. The rest is the body. */
export function takeHead(blocks: readonly Block[]): { head: PageHead; body: Block[] } {
  const zone = blocks.slice(0, REACH).map(roleOf);
  const stop = zone.findIndex((role) => role === 'text');
  const lines = zone.slice(0, stop < 0 ? zone.length : stop);
  const lastMark = lines.findLastIndex((role) => role === 'labels' || role === 'breadcrumb' || role === 'ornament');
  if (lastMark < 0) return { head: readHead([], null), body: [...blocks] };

  const textsIn = (from: number, to: number): string[] =>
    blocks
      .slice(from, to)
      .filter((_, at) => lines[from + at] === 'name')
      .map((block) => block.text);
  const crumbAt = lines.indexOf('breadcrumb');
  const above = textsIn(0, Math.max(0, crumbAt));
  const inside = textsIn(crumbAt + 1, lastMark + 1);
  const labels = blocks.slice(0, lastMark + 1).flatMap((block) => readLabels(block.text));

  // Below a breadcrumb everything up to the labels is the title; without one, only the line next to them is.
  const beside = crumbAt >= 0 ? inside : inside.slice(-1);
  const named = labels.find(({ field, value }) => field === 'title' && value !== '')?.value;
  const below =
    beside.length === 0 && named === undefined && lines[lastMark + 1] === 'name'
      ? blocks[lastMark + 1]?.text
      : undefined;
  const title = beside.length > 0 ? beside.join('') : (named ?? below ?? null);
  const site = [...above, ...(crumbAt >= 0 ? [] : inside.slice(0, -1))];
  return {
    head: readHead(labels, title, site),
    body: blocks.slice(lastMark + (below === undefined ? 1 : 2)),
  };
}

type Role = 'breadcrumb' | 'labels' | 'ornament' | 'name' | 'text';

function roleOf(block: Block): Role {
  if (block.kind === 'heading') return 'name';
  if (block.kind === 'other') return 'text';
  if (isBreadcrumb(block.text)) return 'breadcrumb';
  if (isOrnament(block.text)) return 'ornament';
  const labels = readLabels(block.text);
  if (labels.length > 0) return labels.every(isPlausible) ? 'labels' : 'text';
  return isTitleLike(block.text) ? 'name' : 'text';
}

function isPlausible({ field, value }: LabelledValue): boolean {
  if (field === 'published' || field === 'written') return value === '' || readDay(value) !== null;
  return value.length <= 300;
}

/** Short, and no sentence. */
export function isTitleLike(text: string): boolean {
  return text !== '' && text.length <= 100 && !/[。；;，,：:]$/.test(text) && !/。/.test(text);
}

/** What labelled values say, wherever on the page they stand. */
export function readHead(
  labels: readonly LabelledValue[],
  title: string | null,
  site: readonly string[] = [],
): PageHead {
  const notes: string[] = [];
  const valueOf = (field: LabelledValue['field']): LabelledValue | null => {
    const found = labels.find((label) => label.field === field);
    return found && found.value !== '' && !/^(?:无|暂无|[-—/]+)$/.test(found.value) ? found : null;
  };
  const dayOf = (field: LabelledValue['field']): IsoDate | null => {
    const found = valueOf(field);
    const reading = found ? readDay(found.value) : null;
    if (found && reading?.kind === 'impossible') notes.push(impossibleDay(found.label, reading.written));
    if (found && !reading) notes.push(`${found.label}“${found.value}”不是日期，未采用`);
    return reading?.kind === 'day' ? reading.day : null;
  };

  const published = valueOf('published');
  const originalDate = dayOf('published');
  const time = published ? (readMoment(published.value)?.time ?? null) : null;
  if (originalDate !== null && time === '00:00') notes.push('发布时间为 00:00，真实时间未知');
  const source = valueOf('source')?.value ?? null;
  const organ =
    valueOf('publisher')?.value ??
    site.find((name) => /(?:局|委员会|委|厅|部|政府|办公室|中心|处|院)$/.test(name)) ??
    null;
  const number = valueOf('docNo');
  const indexNo = valueOf('indexNo');
  if (indexNo) notes.push(`原索引号 ${indexNo.value} 未沿用，由系统另行编号`);

  return {
    title: title?.trim() ?? null,
    publisherName: organ,
    docNo: number ? readDocNo(number.value, notes) : null,
    writtenOn: dayOf('written'),
    originalDate,
    originalTime: time === '00:00' ? null : time,
    effectiveOn: dayOf('effective'),
    repealedOn: dayOf('repealed'),
    source,
    keywords: (valueOf('keywords')?.value ?? '').split(/[\s\u3000,，;；、]+/).filter((word) => word !== ''),
    notes,
  };
}

export function impossibleDay(label: string, written: string): string {
  return `${label}“${written}”不是存在的日期，未采用`;
}

/** A document number in its standard form. Old ones of other forms are kept as written; both are noted. */
export function readDocNo(written: string, notes: string[]): string {
  const check = checkDocumentNumber(written);
  switch (check.kind) {
    case 'standard':
      return check.value;
    case 'normalised':
      notes.push(`文号“${check.written.trim()}”已规范为“${check.value}”`);
      return check.value;
    case 'invalid':
      notes.push(`文号“${check.written.trim()}”不是标准格式，按原文保留`);
      return check.written.trim().slice(0, LONGEST_DOC_NO);
  }
}

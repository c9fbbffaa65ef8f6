import { checkDocumentNumber, isIsoDate, RESERVED_SLUGS, SLUG, type IsoDate, type ItemType } from 'disclosure-contract';
import { sanitiseBody } from './body-html.ts';
import { readCodes, readWords, type Reading } from './lists.ts';
import type { Problem } from './problem.ts';
import { readRecordLists } from './record-input.ts';

export type Written = Readonly<Record<string, unknown>>;

export interface InputRules {
  readonly type: ItemType;
  /** Old documents carry numbers of every form; an import keeps what it cannot read. */
  readonly keepsOddDocumentNumbers: boolean;
  /** See {@link sanitiseBody}. */
  readonly ownOrigin: string;
  readonly today: IsoDate;
  /** The draft as it is. What it holds already may be written again: an import let it in, or an older version did. */
  readonly stored: Written;
}

const DATES = {
  writtenOn: '成文日期',
  effectiveOn: '实施日期',
  repealedOn: '废止日期',
  originalDate: '原公开日期',
} as const;

const DATE_NAMES = ['writtenOn', 'effectiveOn', 'repealedOn', 'originalDate'] as const;

/** The founding of the People's Republic: no organ that publishes here has acted before. */
const EARLIEST_DAY = '1949-10-01';

/** What was written into an item, in the form in which it is stored, and everything that is wrong with it. */
export function readItemInput(
  written: Written,
  rules: InputRules,
): { data: Record<string, unknown>; problems: Problem[] } {
  const data: Record<string, unknown> = { ...written };
  const problems: Problem[] = [];
  const take = (name: string, reading: Reading<unknown>): void => {
    if (reading.kind === 'read') data[name] = reading.value;
    else problems.push(reading.problem);
  };

  if (typeof written['title'] === 'string') data['title'] = written['title'].trim();
  if (typeof written['body'] === 'string') data['body'] = sanitiseBody(written['body'], rules.ownOrigin);
  if ('docNo' in written) take('docNo', readDocumentNumber(written['docNo'], rules));
  if ('slug' in written) take('slug', readSlug(written['slug']));
  if ('legalBases' in written) take('legalBases', readCodes('legalBases', written['legalBases'], 'LEGAL_BASES'));
  if ('channels' in written) take('channels', readCodes('channels', written['channels'], 'CHANNELS'));
  if ('keywords' in written) take('keywords', readWords('keywords', written['keywords']));
  for (const name of DATE_NAMES) {
    if (name in written) take(name, readDate(name, written[name], rules));
  }
  for (const [column, reading] of readRecordLists(rules.type, written)) take(column, reading);
  return { data, problems };
}

function readDocumentNumber(written: unknown, rules: InputRules): Reading<string | null> {
  const text = written ?? '';
  if (text === '') return { kind: 'read', value: null };
  if (typeof text === 'string') {
    if (text.trim() === '') return { kind: 'read', value: null };
    const check = checkDocumentNumber(text);
    if (check.kind !== 'invalid') return { kind: 'read', value: check.value };
    if (rules.keepsOddDocumentNumbers || text.trim() === rules.stored['docNo']) {
      return { kind: 'read', value: text.trim() };
    }
  }
  const message = '文号格式不对。请写成“机关代字〔年份〕顺序号号”，例如“亳建办〔2026〕18号”；没有文号就留空。';
  return { kind: 'wrong', problem: { path: 'docNo', code: 'document_number_invalid', message } };
}

function readSlug(written: unknown): Reading<string | null> {
  if (written === null || written === undefined || written === '') return { kind: 'read', value: null };
  const isFree = typeof written === 'string' && SLUG.test(written) && !RESERVED_SLUGS.has(written);
  if (isFree && written.length <= 80) return { kind: 'read', value: written };
  const message =
    '网址只能用小写英文字母、数字和单个连字符，最长 80 个字符，例如“2026-zhu-fang-ji-hua”；留空则自动生成。';
  return { kind: 'wrong', problem: { path: 'slug', code: 'address_invalid', message } };
}

function readDate(path: (typeof DATE_NAMES)[number], written: unknown, rules: InputRules): Reading<string | null> {
  const label = DATES[path];
  if (written === null || written === undefined || written === '') return { kind: 'read', value: null };
  const day = typeof written === 'string' ? written.replace(/T.*$/, '') : '';
  if (day !== '' && day === rules.stored[path]) return { kind: 'read', value: day };
  const wrong = (message: string): Reading<never> => ({
    kind: 'wrong',
    problem: { path, code: 'date_invalid', message },
  });
  if (!isIsoDate(day)) return wrong(`${label}不存在，请按“2026-11-20”的形式填写实有的日期。`);
  if (day < EARLIEST_DAY) return wrong(`${label} ${day} 早于 ${EARLIEST_DAY}，请核对。`);
  if (path === 'originalDate' && day > rules.today)
    return wrong(`${label} ${day} 晚于今天（${rules.today}），请核对。`);
  return { kind: 'read', value: day };
}

import type { IsoDate } from '../../shared/src/index.ts';
import { DAY, narrowDigits, readDay } from './chinese-days.ts';
import { readDocNo } from './page-head.ts';

/** 题注: who adopted, approved, promulgated or amended a regulation, and when. */
export interface Adoption {
  /** Day of the last adoption or amendment: of the text as it stands. */
  readonly writtenOn: IsoDate | null;
  readonly promulgatedOn: IsoDate | null;
  readonly effectiveOn: IsoDate | null;
  readonly issuer: string | null;
  readonly docNo: string | null;
  readonly notes: readonly string[];
}

const ACT = /通过|批准|公布|发布|颁布|修订|修正|修改|施行|实施|执行|废止/;
const ORDER = /[\u4e00-\u9fa5、]{1,60}令第?\s*\d+\s*号/;
const ASSEMBLY =
  /((?:[\u4e00-\u9fa5]{2,12}?(?=第))?)第[一二三四五六七八九十百\d]+届((?:全国)?人民代表大会(?:常务委员会)?)(?:第[一二三四五六七八九十百\d]+次)?会议/;
const ORGANS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [ASSEMBLY, (match) => `${match[1] ?? ''}${match[2] ?? ''}`],
  [
    /([\u4e00-\u9fa5]{2,12}?)第[一二三四五六七八九十\d]+届人大常委会/,
    (match) => `${match[1] ?? ''}人民代表大会常务委员会`,
  ],
  [/最高人民(?:法院|检察院)/, (match) => match[0]],
  [/([\u4e00-\u9fa5、]{2,40}?)令第?\s*\d+\s*号/, (match) => match[1] ?? ''],
  [
    /((?:中华人民共和国)?国务院)(?:第[\d一二三四五六七八九十百]+次常务会议)?(?:通过|批准|公布|发布|颁布)/,
    (match) => match[1] ?? '',
  ],
  [/([\u4e00-\u9fa5]{2,30}(?:部|局|委员会|委|厅|人民政府|办公厅))(?:公布|发布|颁布|印发)/, (match) => match[1] ?? ''],
];

/** Whether a line is part of a 题注: it begins with a day and names an act. */
export function isAdoptionNote(line: string): boolean {
  return new RegExp(`^[（(]?(?:根据)?${DAY}`).test(narrowDigits(line)) && ACT.test(line);
}

export function readAdoption(lines: readonly string[]): Adoption {
  const notes: string[] = [];
  const dated = lines.flatMap((line) => {
    const reading = readDay(line);
    if (reading?.kind === 'impossible') notes.push(`题注日期“${reading.written}”不是存在的日期，未采用`);
    return reading?.kind === 'day' ? [{ line, day: reading.day, act: line.slice(reading.end).trim() }] : [];
  });
  const starts = dated.filter(({ act }) => /^(?:起)?(?:施行|实施|执行|生效)[)）]?$/.test(act));
  const acts = dated.filter((entry) => !starts.includes(entry)).sort((a, b) => a.day.localeCompare(b.day));
  const orders = acts.flatMap(({ act }) => ORDER.exec(act)?.[0] ?? []);
  const order = orders.at(-1);
  return {
    writtenOn: acts.at(-1)?.day ?? null,
    promulgatedOn: acts.findLast(({ act }) => /(?:公布|发布|颁布)/.test(act))?.day ?? null,
    effectiveOn:
      starts
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null,
    issuer: issuerOf(acts.map(({ act }) => act)),
    docNo: order === undefined ? null : readDocNo(order, notes),
    notes,
  };
}

/** Who adopted it, not who approved the adoption and not who amended it later. */
function issuerOf(acts: readonly string[]): string | null {
  const adopting = acts.filter((act) => !/批准的?《|(?<!国务院)批准[)）]?$/.test(act));
  for (const act of [...adopting, ...acts]) {
    for (const [pattern, nameOf] of ORGANS) {
      const match = pattern.exec(act);
      const name = match ? nameOf(match).replace(/^经/, '') : '';
      if (name !== '') return name;
    }
  }
  return null;
}

export interface EffectClause {
  readonly effectiveOn: IsoDate | null;
  readonly notes: readonly string[];
}

const CLAUSE = new RegExp(
  `本[\\u4e00-\\u9fa5]{1,8}自(?:(${DAY})|(公布|发布|颁布|印发|批准|通过)之日)起?(?:施行|实施|执行|实行|生效)`,
  'g',
);

/** When the text itself says that it takes effect. */
export function readEffectClause(text: string, promulgatedOn: IsoDate | null): EffectClause {
  const match = [...narrowDigits(text).matchAll(CLAUSE)].at(-1);
  if (!match) return { effectiveOn: null, notes: [] };
  const written = match[1];
  if (written !== undefined) {
    const reading = readDay(written);
    if (reading?.kind === 'day') return { effectiveOn: reading.day, notes: [] };
    return { effectiveOn: null, notes: [`施行日期“${written}”不是存在的日期，未采用`] };
  }
  if (promulgatedOn !== null) return { effectiveOn: promulgatedOn, notes: [] };
  return { effectiveOn: null, notes: [`自${match[3] ?? '公布'}之日起施行，文中未写明该日`] };
}

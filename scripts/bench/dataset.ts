import { dayInChina, type Item } from 'disclosure-contract';
import { Random } from './random.ts';
import { CATALOGUE, HEADINGS, LEGAL_BASIS_CODES, SECTIONS, SENTENCES, SLOTS, SUBJECT_CODES, TITLES } from './words.ts';

/** Raised when the same number gives another item: a folder that was filled before is then filled again. */
export const DATASET_VERSION = 4;

/** A body ends with the part that passes so many characters: 1,200 on average. */
const BODY_LENGTH = 960;
const FIRST_INSTANT = Date.parse('2013-01-04T01:00:00Z');
const LAST_INSTANT = Date.parse('2026-10-30T08:00:00Z');
const DEPARTMENT = 'bureau';
export const CREDIT_CODE = '11341600MB1D3604X9';

const LEAVES = CATALOGUE.filter(({ code }) => !CATALOGUE.some(({ parent }) => parent === code)).map(({ code }) => code);

/** What the catalogue service loads. */
export const ORGAN_LIST = [
  {
    code: DEPARTMENT,
    name: '亳州市住房和城乡建设局',
    parent: null,
    kind: 'department',
    creditCode: CREDIT_CODE,
    order: 0,
  },
  ...SECTIONS.map((section, at) => ({ ...section, kind: 'section', order: at + 1 })),
];
/** Where the people of the bench work: the section head checks everything. */
export const POSTINGS = {
  officers: [SECTIONS[0]?.code ?? '', SECTIONS[1]?.code ?? ''],
  sectionHead: [DEPARTMENT],
} as const;
export const CATEGORY_LIST = CATALOGUE.map((category, at) => ({
  ...category,
  order: at,
  deadlineRule: 'working_days_20',
  contentElements: [
    { value: '名称', required: true },
    { value: '正文', required: true },
  ],
  responsible: SECTIONS[at % SECTIONS.length]?.code,
  channels: [{ value: 'website', required: true }],
  targetAudiences: ['everyone'],
  mode: 'proactive',
  levels: ['city'],
}));

/** What an editor would have written, and the instant at which it was published. */
export interface MadeItem {
  readonly index: number;
  /** As an editor may write it, so that filling needs no dictionary of sounds. */
  readonly slug: string;
  readonly title: string;
  readonly body: string;
  readonly abstract: string;
  readonly keywords: string[];
  readonly docNo: string | null;
  readonly subject: (typeof SUBJECT_CODES)[number];
  readonly genre: Item['genre'];
  readonly legalBases: Item['legalBases'];
  readonly writtenOn: string;
  readonly publishedAt: string;
  /** Codes, the primary category first. */
  readonly categories: string[];
  readonly publisher: string;
  readonly responsible: string;
  /** Index of the item that this one explains. */
  readonly interprets: number | null;
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

/** Item number `index` of `count`, the oldest first. It depends on these two numbers alone. */
export function makeItem(index: number, count: number): MadeItem {
  const random = new Random(index + 1);
  const publishedAt = new Date(
    Math.floor(FIRST_INSTANT + ((LAST_INSTANT - FIRST_INSTANT) * index) / Math.max(1, count)),
  ).toISOString();
  const writtenOn = dayInChina(publishedAt);
  const year = writtenOn.slice(0, 4);
  const serial = String((index % 9999) + 1);
  const slots = { year, serial, month: String(Number(writtenOn.slice(5, 7))) };

  const [genre, pattern] = random.pick(TITLES);
  const primary = random.pick(LEAVES);
  const second = random.below(5) === 0 ? random.pick(LEAVES) : primary;
  return {
    index,
    slug: `${primary}-${year}-${index}`,
    title: fill(pattern, random, slots),
    body: makeBody(random, slots, writtenOn),
    abstract: fill(random.pick(SENTENCES), random, slots),
    keywords: [random.pick(SLOTS['subject'] ?? []), random.pick(SLOTS['place'] ?? [])],
    docNo: random.below(5) < 2 ? `亳建${random.pick(['', '办', '法', '房', '函'])}〔${year}〕${serial}号` : null,
    subject: random.pick(SUBJECT_CODES),
    genre: genre as Item['genre'],
    legalBases: [random.pick(LEGAL_BASIS_CODES)],
    writtenOn,
    publishedAt,
    categories: [...new Set([primary, second])],
    publisher: DEPARTMENT,
    responsible: random.pick(SECTIONS).code,
    interprets: index % 25 === 24 ? index - 3 : null,
    file: index % 10 === 0 ? makeFile(index, fill('{place}{subject}明细表', random, slots)) : null,
  };
}

/** A sentence of the same vocabulary, for texts that are added later. */
export function makeSentence(seed: number): string {
  const random = new Random(seed);
  return fill(random.pick(SENTENCES), random, { year: '2026', serial: String(seed), month: '11' });
}

function fill(pattern: string, random: Random, given: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? random.pick(SLOTS[name] ?? []));
}

/** Headings, paragraphs, now and then a list, and the signature: in the form in which the CMS stores it. */
function makeBody(random: Random, slots: Readonly<Record<string, string>>, day: string): string {
  const sentence = () => fill(random.pick(SENTENCES), random, slots);
  const blocks = [`<p>各县（区）住房城乡建设主管部门，各有关单位：</p>`];
  let length = 0;
  for (let part = 0; length < BODY_LENGTH; part += 1) {
    blocks.push(`<h2>${SLOTS['ordinal']?.[part % 10] ?? ''}、${random.pick(HEADINGS)}</h2>`);
    for (let paragraph = 0; paragraph < 2; paragraph += 1) {
      const text = sentence() + sentence() + sentence();
      blocks.push(`<p>${text}</p>`);
      length += text.length;
    }
    if (random.below(4) > 0) continue;
    const points = [sentence(), sentence()];
    blocks.push(`<ul><li>${points.join('</li><li>')}</li></ul>`);
    length += points.join('').length;
  }
  blocks.push(`<p style="text-align:right">亳州市住房和城乡建设局</p>`, `<p style="text-align:right">${day}</p>`);
  return blocks.join('');
}

function makeFile(index: number, title: string): NonNullable<MadeItem['file']> {
  const rows = Array.from({ length: 20 }, (_, at) => `${at + 1},${makeSentence(index * 20 + at + 7)}`);
  return { name: `${title}-${index}.csv`, bytes: Buffer.from(`序号,内容\n${rows.join('\n')}\n`) };
}

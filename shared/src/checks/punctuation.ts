import { type CheckedText, type Finding, findingIn } from './finding.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '[': ']',
};
/** Round brackets of both widths are often mixed, and close each other. */
const SAME: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
const OPENING: ReadonlyMap<string, string> = new Map(Object.entries(CLOSING).map(([open, close]) => [close, open]));

/** A number or letter with a bracket behind it: 1) 一） a) ①) */
const NUMBERED = /(?:^|[\s。；;：:，,、（(])[0-9０-９A-Za-z一二三四五六七八九十①-⑳]{1,4}$/;

/** Brackets and quotation marks that nothing closes or opens, within their paragraph. */
export function checkPairs(checked: CheckedText): Finding[] {
  const findings: Finding[] = [];
  let start = 0;
  for (const paragraph of checked.text.split('\n')) {
    for (const { at, mark, partner } of unpaired(paragraph)) {
      const isOpening = mark in CLOSING;
      findings.push(
        findingIn(checked, {
          rule: 'unpaired_mark',
          severity: 'warning',
          at: start + at,
          found: mark,
          suggestion: null,
          message: {
            zh: isOpening ? `“${mark}”之后缺少“${partner}”` : `“${mark}”之前缺少“${partner}”`,
            en: isOpening ? `"${mark}" is not closed by "${partner}"` : `"${mark}" was not opened by "${partner}"`,
          },
        }),
      );
    }
    start += paragraph.length + 1;
  }
  return findings;
}

interface Unpaired {
  readonly at: number;
  readonly mark: string;
  readonly partner: string;
}

function unpaired(paragraph: string): Unpaired[] {
  const open: Unpaired[] = [];
  const alone: Unpaired[] = [];
  for (let at = 0; at < paragraph.length; at += 1) {
    const mark = paragraph.charAt(at);
    if (mark >= '\u3400' && mark <= '\u9fff') continue;
    const closing = CLOSING[mark];
    const opening = OPENING.get(mark);
    if (closing !== undefined) open.push({ at, mark, partner: closing });
    if (opening === undefined) continue;
    const last = open.findLastIndex(({ partner }) => sameWidth(partner) === sameWidth(mark));
    if (last >= 0) alone.push(...open.splice(last).slice(1));
    else if (!NUMBERED.test(paragraph.slice(Math.max(0, at - 6), at))) alone.push({ at, mark, partner: opening });
  }
  return [...alone, ...open].sort((one, other) => one.at - other.at);
}

function sameWidth(mark: string): string {
  return SAME[mark] ?? mark;
}

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const HAN = '[\\u4e00-\\u9fff]';
const NARROW = new RegExp(`(?<=${HAN})[,;:?!()](?=${HAN})|(?<=${HAN}[)”》])[,;:?!]|(?<=${HAN})[,;:?!](?=[“《（])`, 'g');

/** Half-width punctuation between Chinese characters (GB/T 15834): once for each mark, with how often it stands there. */
export function checkWidth(checked: CheckedText): Finding[] {
  const places = new Map<string, number[]>();
  for (const { 0: mark, index } of checked.text.matchAll(NARROW)) {
    const known = places.get(mark) ?? [];
    known.push(index);
    places.set(mark, known);
  }
  return [...places].map(([mark, [at = 0, ...more]]) => {
    const wide = WIDE[mark] ?? mark;
    return findingIn(checked, {
      rule: 'narrow_punctuation',
      severity: 'advice',
      at,
      found: mark,
      suggestion: wide,
      message: {
        zh: `中文里用全角“${wide}”，不用半角“${mark}”，全文共${more.length + 1}处`,
        en: `Chinese text has the full-width "${wide}", not "${mark}": ${more.length + 1} of them`,
      },
    });
  });
}

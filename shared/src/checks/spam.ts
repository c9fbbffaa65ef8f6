import { SPAM_WORDS } from './data/spam-words.ts';
import { type CheckedText, type Finding, findingIn } from './finding.ts';

const words = SPAM_WORDS.flatMap(({ entries, reason }) =>
  entries.map((word) => ({ word: word.toLowerCase(), reason })),
);

/** A line of advertising is short, or it is all keywords: sentences about the same things end with a full stop. */
const LONGEST_LINE = 400;
const SENTENCE = /[。；]/;
/** In a line of up to this length one such word is enough. */
const SHORT_LINE = 60;

/** Lines that others put in: advertising, and an ending that has nothing to do with the text. */
export function checkSpam(checked: CheckedText): Finding[] {
  const lines = linesOf(checked.text);
  const advertising = lines.flatMap((line) => {
    const reason = advertisingIn(line.text);
    return reason === null ? [] : [injectedLine(checked, line, reason)];
  });
  const unrelated = advertising.length > 0 ? [] : unrelatedEnding(checked, lines);
  return [...advertising, ...unrelated];
}

interface Line {
  readonly at: number;
  readonly text: string;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/\S[^\n]*/g)].map(({ 0: line, index: at }) => ({ at, text: line.trimEnd() }));
}

function advertisingIn(line: string): string | null {
  if (line.length > LONGEST_LINE || SENTENCE.test(line)) return null;
  const small = line.toLowerCase();
  const found = words.filter(({ word }) => small.includes(word));
  const [first] = found;
  if (first === undefined) return null;
  const isEnough = found.length > 1 || (line.length <= SHORT_LINE && small.split(first.word).length > 2);
  const isNothingElse = first.word.length * 2 >= line.length;
  return isEnough || isNothingElse ? first.reason : null;
}

function injectedLine(checked: CheckedText, { at, text }: Line, reason: string): Finding {
  return findingIn(checked, {
    rule: 'injected_advertising',
    severity: 'error',
    at,
    found: text,
    suggestion: '',
    message: {
      zh: `这一行与正文无关，像是被植入的广告（${reason}）：删去，并检查网站是否被入侵`,
      en: 'This line looks like injected advertising: delete it, and see whether the site was broken into',
    },
  });
}

/** Fewer characters before it say too little of what the text is about. */
const SHORTEST_BODY = 300;
const SHORTEST_ENDING = 8;
const USUAL_ENDING =
  /[。；：:！？）)”]$|\d{4}|[日号页]$|^(?:附件|附|抄送|联系|来源|责任|编辑|审核|初审|终审|扫一扫|主办|承办|版权|地址|电话|邮编|ICP|备案|打印|关闭|分享|返回|上一篇|下一篇)|(?:局|委|委员会|厅|办公室|政府|中心|处|科|队|站|院|所|公司|协会|大队)$/;

/** A last line without a single pair of characters that the text before it has. */
function unrelatedEnding(checked: CheckedText, lines: readonly Line[]): Finding[] {
  const last = lines.at(-1);
  if (last === undefined || last.at < SHORTEST_BODY || last.text.length < SHORTEST_ENDING) return [];
  if (USUAL_ENDING.test(last.text) || !/[\u4e00-\u9fff]{2}/.test(last.text)) return [];
  const before = checked.text.slice(0, last.at);
  const pairs = [...last.text.matchAll(/(?=([\u4e00-\u9fff]{2}))/g)].map(([, pair = '']) => pair);
  if (pairs.some((pair) => before.includes(pair))) return [];
  return [
    findingIn(checked, {
      rule: 'unrelated_ending',
      severity: 'warning',
      at: last.at,
      found: last.text,
      suggestion: null,
      message: {
        zh: '最后一行与前文毫无关联，请核对是否被植入',
        en: 'The last line has nothing to do with the text before it: it may have been injected',
      },
    }),
  ];
}

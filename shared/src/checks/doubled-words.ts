import { type CheckedText, type Finding, findingIn } from './finding.ts';

/** Function words that are never written twice. */
const SINGLE = /(?<![目标参方实行作成认以存现所给赋授])([的了在和与及或把被从由将对向于为])\1/g;
/** Two to eight characters and the same again. */
const PHRASE = /([\u4e00-\u9fff]{2,8})\1/g;
/** Doubled to soften a verb; or the ends of two words that meet: 使用信用信息. */
const DOUBLED_ON_PURPOSE: ReadonlySet<string> = new Set(
  '研究 讨论 商量 考虑 学习 休息 了解 认识 打扫 收拾 检查 琢磨 锻炼 意思 宝贝 哈哈 尝试 比较 沟通 交流 参观 体验 走走 看看 用信 年度 建共 理处 标投'.split(
    ' ',
  ),
);
/** Numbers, and words that begin or end between two others. */
const NO_WORD = /^[一二三四五六七八九十百千万零〇两第]+$|[的有一]/;

/** Words that stand twice in a row: what is left when a sentence was changed. */
export function checkDoubledWords(checked: CheckedText): Finding[] {
  const doubled = [...checked.text.matchAll(PHRASE)].filter(
    ([, word = '']) => !DOUBLED_ON_PURPOSE.has(word) && !NO_WORD.test(word) && new Set(word).size > 1,
  );
  return [...checked.text.matchAll(SINGLE), ...doubled].map(({ 0: found, 1: suggestion = '', index: at }) =>
    findingIn(checked, {
      rule: 'doubled_word',
      severity: 'warning',
      at,
      found,
      suggestion,
      message: { zh: `“${suggestion}”重复`, en: `"${suggestion}" is written twice` },
    }),
  );
}

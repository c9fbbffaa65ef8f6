import type { IsoDate } from '../dates.ts';
import type { CheckContext } from './context.ts';
import { type CheckedText, type Finding, findingIn } from './finding.ts';

/** Where the head of a page ends at the latest, when the text is a whole page. */
const HEAD_LENGTH = 400;

/** What a page says of itself and cannot be: kind against column, year against publication, times and controls of another site. */
export function checkPageForm(checked: CheckedText, context: CheckContext): Finding[] {
  return [
    ...checkKind(checked, context),
    ...checkPlanYear(checked, context),
    ...checkMidnight(checked),
    ...checkControls(checked),
  ];
}

const REPORT = /(?:年报|年度报告)(?!制度|工作方案|编制|公布|发布)/;
const PLAN_BODY = /(?:特|现|为此|，|,)制[定订]本(?:工作)?(计划|方案|要点)|制[定订]本(?:年度)?工作(计划|方案|要点)/;

/** A plan that is filed as an annual report: it has neither the figures nor the parts of one. */
function checkKind(checked: CheckedText, context: CheckContext): Finding[] {
  const head = checked.text.slice(0, HEAD_LENGTH);
  const body = PLAN_BODY.exec(checked.text);
  const title = context.title ?? titleIn(head);
  if (body === null || (!REPORT.test(title) && !REPORT.test(context.category ?? ''))) return [];
  const kind = body[1] ?? body[2] ?? '计划';
  const [found] = body;
  return [
    findingIn(checked, {
      rule: 'kind_mismatch',
      severity: 'error',
      at: body.index,
      found,
      suggestion: null,
      message: {
        zh: `标题或栏目是年报，正文是工作${kind}：应改归工作${kind}，年报须有统计数据和法定的六个部分`,
        en: 'Title or column says annual report, the text is a work plan: file it as a plan',
      },
    }),
  ];
}

/** The line before the time of publication, or the first one. */
function titleIn(head: string): string {
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const at = lines.findIndex((line) => PUBLISHED.test(line));
  return at > 0 ? `${lines[at - 2] ?? ''}${lines[at - 1] ?? ''}` : (lines[0] ?? '');
}

const PUBLISHED = /(?:发布|发文|公开)(?:时间|日期)\s*[:：]\s*((?:19|20)\d{2})[-/年.](\d{1,2})[-/月.](\d{1,2})/;
const PLAN_TITLE = /((?:19|20)\d{2})年[^，。；\n]{0,30}(?:计划|工作要点|工作方案|工作安排)/;

/** A plan that was made public after its year had ended. */
function checkPlanYear(checked: CheckedText, context: CheckContext): Finding[] {
  const publishedOn = context.publishedOn ?? publishedIn(checked.text);
  const plan = planIn(checked.text, context);
  if (publishedOn === null || plan === null || plan.year >= publishedOn.slice(0, 4)) return [];
  return [
    findingIn(checked, {
      rule: 'plan_after_its_year',
      severity: 'warning',
      at: plan.at,
      found: plan.found,
      suggestion: null,
      message: {
        zh: `${plan.year}年的计划在${publishedOn}才发布：请核对文种、年份和发布时间`,
        en: `A plan for ${plan.year} was made public on ${publishedOn}, after that year had ended`,
      },
    }),
  ];
}

function publishedIn(text: string): IsoDate | null {
  const [, year = '', month = '', day = ''] = PUBLISHED.exec(text.slice(0, HEAD_LENGTH)) ?? [];
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function planIn(text: string, { title }: CheckContext): { year: string; at: number; found: string } | null {
  const head = title ?? text.slice(0, HEAD_LENGTH);
  const titled = PLAN_TITLE.exec(head);
  const year = titled?.[1] ?? (PLAN_BODY.test(text) ? /((?:19|20)\d{2})年/.exec(head)?.[1] : undefined);
  const at = year === undefined ? -1 : text.indexOf(`${year}年`);
  return year === undefined || at < 0 ? null : { year, at, found: `${year}年` };
}

const MIDNIGHT =
  /(?:发布|公开|更新)时间\s*[:：]\s*(?:19|20)\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+(0{1,2}[:：]00(?:[:：]00)?)/g;

function checkMidnight(checked: CheckedText): Finding[] {
  return [...checked.text.matchAll(MIDNIGHT)].map(({ 0: whole, 1: found = '', index }) =>
    findingIn(checked, {
      rule: 'midnight',
      severity: 'warning',
      at: index + whole.length - found.length,
      found,
      suggestion: '',
      message: {
        zh: '发布时间写作0时0分，真实时间多半未知：只写日期，或者查明时间',
        en: 'Published at 00:00: the real time is most likely unknown',
      },
    }),
  );
}

const EMPTY_CONTROL = /(?:字体|字号|分享到?|打印|浏览次数|点击数|视力保护色)\s*[:：]\s*(?:\[\s*\]|【\s*】|［\s*］)/g;

function checkControls(checked: CheckedText): Finding[] {
  return [...checked.text.matchAll(EMPTY_CONTROL)].map(({ 0: found, index: at }) =>
    findingIn(checked, {
      rule: 'empty_control',
      severity: 'warning',
      at,
      found,
      suggestion: '',
      message: {
        zh: `“${found}”是原网页的按钮，里面是空的：删去`,
        en: 'The remains of a control of the former page, with nothing in it: delete them',
      },
    }),
  );
}

import type { Label } from '../vocabulary.ts';
import type { FreshnessLimit } from './freshness-limit.ts';
import { checkList, ownNorm, regulation, type Norm } from './norm.ts';

/** 栏目类型: columns that have to be updated within the same time. */
export interface ColumnKind {
  readonly name: Label;
  /** Codes that the standard catalogue gives to such columns. */
  readonly codes: readonly string[];
  /** What such columns are called on sites with codes of their own. */
  readonly called: RegExp;
  readonly limit: FreshnessLimit;
  /** Counts among the news, notices and policy documents of the veto. */
  readonly isNews: boolean;
  readonly norm: Norm;
}

/** Within what time columns have to be updated, by kind. The first kind that fits counts; a column of none has no limit. */
export const COLUMN_KINDS: readonly ColumnKind[] = [
  {
    name: { zh: '动态要闻', en: 'news' },
    codes: ['xinwen-dongtai'],
    called: /^(?:(?:新闻|工作|部门)?动态|(?:工作|新闻)?要闻|动态要闻|新闻中心)$/,
    limit: { unit: 'day', n: 14 },
    isNews: true,
    norm: checkList('单项否决“栏目不更新”：动态、要闻类两周'),
  },
  {
    name: { zh: '通知公告', en: 'notices' },
    codes: ['tongzhi-gonggao'],
    called: /^(?:通知|公告|通知公告|公告公示|通知公示)$/,
    limit: { unit: 'month', n: 6 },
    isNews: true,
    norm: checkList('单项否决“栏目不更新”：通知公告类六个月'),
  },
  {
    name: { zh: '政策解读', en: 'interpretations' },
    codes: ['zhengce-jiedu'],
    called: /^(?:政策|文件)?解读$/,
    limit: { unit: 'month', n: 6 },
    isNews: false,
    norm: ownNorm('政策解读与政策文件同步，按政策文件的六个月'),
  },
  {
    name: { zh: '政策文件', en: 'policy documents' },
    codes: ['zhengce-fagui', 'zhengce-wenjian'],
    called: /^(?:政策文件|政策法规|政策)$/,
    limit: { unit: 'month', n: 6 },
    isNews: true,
    norm: checkList('单项否决“栏目不更新”：政策文件类一级栏目六个月'),
  },
  {
    name: { zh: '统计信息', en: 'statistics' },
    codes: ['tongji-xinxi'],
    called: /^(?:统计信息|统计数据|办事统计)$/,
    limit: { unit: 'month', n: 3 },
    isNews: false,
    norm: ownNorm('统计按季度发布；检查指标对办事统计的要求也是三个月'),
  },
  {
    name: { zh: '留言公开', en: 'letters' },
    codes: ['liuyan-gongkai'],
    called: /^(?:留言公开|留言选登|.{0,4}信箱)$/,
    limit: { unit: 'month', n: 2 },
    isNews: false,
    norm: checkList('“留言公开”：两个月'),
  },
  {
    name: { zh: '人事信息', en: 'personnel' },
    codes: ['renmian-gongshi', 'zhaokao-luyong'],
    called: /^(?:人事信息|人事任免|招考录用)$/,
    limit: { unit: 'month', n: 12 },
    isNews: false,
    norm: ownNorm('人事类每年更新'),
  },
  {
    name: { zh: '财政预算', en: 'budgets' },
    codes: ['caizheng-yusuan'],
    called: /^(?:财政|部门)预算$/,
    limit: { unit: 'month', n: 13 },
    isNews: false,
    norm: ownNorm('每年一次，批复后 20 日内，留一个月'),
  },
  {
    name: { zh: '财政决算', en: 'final accounts' },
    codes: ['caizheng-juesuan'],
    called: /^(?:财政|部门)决算$/,
    limit: { unit: 'month', n: 13 },
    isNews: false,
    norm: ownNorm('每年一次，批复后 20 日内，留一个月'),
  },
  {
    name: { zh: '公开年报', en: 'annual reports' },
    codes: ['annual-reports'],
    called: /^(?:政府信息)?公开年报$/,
    limit: { unit: 'yearly', by: '01-31' },
    isNews: false,
    norm: regulation('第四十九条'),
  },
];

/** Until a limit of this many days is over, it is told this many days ahead, and at most half of the limit. */
export const TOLD_AHEAD_DAYS = 14;

/** The home page: an index of what is newest. */
export const HOME_LIMIT: FreshnessLimit = { unit: 'day', n: 14 };

import { describe, expect, test } from 'vitest';
import { readFreshnessLimits } from './freshness-limit.ts';
import { inspectionReport, inspectSite } from './inspect-site.ts';
import type { InspectedColumn, InspectedPage, InspectedSite } from './inspected-site.ts';
import { inspectionReportSchema } from './finding.ts';
import { FOOTER_ELEMENTS, REQUIRED_TAGS } from './page-elements.ts';
import { guideElements } from './inspect-guides.ts';

const day = '2026-11-28';
const nothing: InspectedSite = { columns: [], pages: [], entries: [], guides: [], deadLinks: [] };
const rulesOf = (site: Partial<InspectedSite>, on = day) =>
  inspectSite({ ...nothing, ...site }, { day: on }).map(({ rule }) => rule);

const column = (code: string, newestOn: string | null, given: Partial<InspectedColumn> = {}): InspectedColumn => ({
  code,
  name: code,
  place: `/catalogue/${code}/`,
  count: newestOn === null ? 0 : 1,
  isLeaf: true,
  newestOn,
  ...given,
});

describe('the home page', () => {
  test('may stay as it is for two weeks, is told of a week ahead, and then is a veto', () => {
    expect(rulesOf({ homeNewestOn: '2026-11-25' })).toEqual([]);
    expect(inspectSite({ ...nothing, homeNewestOn: '2026-11-19' }, { day })).toMatchObject([
      { rule: 'home_due', severity: 'notice', dueOn: '2026-12-03', wrong: { zh: expect.stringContaining('6 天后') } },
    ]);
    expect(rulesOf({ homeNewestOn: '2026-11-14' })).toEqual(['home_due']);
    expect(rulesOf({ homeNewestOn: '2026-11-13' })).toEqual(['home_stale']);
  });

  test('that shows no day counts as not updated, and one that nobody read finds nothing', () => {
    expect(rulesOf({ homeNewestOn: null })).toEqual(['home_stale']);
    expect(rulesOf({})).toEqual([]);
  });
});

describe('a column', () => {
  test('says in how many days it breaches', () => {
    const [finding] = inspectSite({ ...nothing, columns: [column('tongzhi-gonggao', '2026-06-06')] }, { day });
    expect(finding).toMatchObject({ rule: 'column_due', dueOn: '2026-12-06', place: '/catalogue/tongzhi-gonggao/' });
    expect(finding?.wrong).toEqual({
      zh: '栏目“tongzhi-gonggao”（通知公告）9 天后超期：最近一次更新是 2026-06-06，应每 6 个月内更新',
      en: expect.stringContaining('breaches in 9 days'),
    });
  });

  test('is known by its code, and elsewhere by its name', () => {
    expect(rulesOf({ columns: [column('a1', '2026-01-01', { name: '新闻动态' })] })).toEqual(['column_stale']);
    expect(rulesOf({ columns: [column('a1', '2016-01-01', { name: '房屋安全' })] })).toEqual([]);
  });

  test('of annual reports is updated by the end of January', () => {
    const annual = (on: string) => rulesOf({ columns: [column('annual-reports', '2026-01-23')] }, on);
    expect(annual('2026-12-31')).toEqual([]);
    expect(annual('2027-01-20')).toEqual(['column_due']);
    expect(annual('2027-02-01')).toEqual(['column_stale']);
  });

  test('takes a limit of its own, or none', () => {
    const limits = readFreshnessLimits('xinwen-dongtai=none, a1=7d,a2=yearly:03-31');
    const columns = [column('xinwen-dongtai', '2020-01-01'), column('a1', '2026-11-20'), column('a2', '2025-05-01')];
    const found = inspectSite({ ...nothing, columns }, { day, ...(limits && { limits }) });
    expect(found.map(({ place, dueOn }) => [place, dueOn])).toEqual([
      ['/catalogue/a2/', '2026-03-31'],
      ['/catalogue/a1/', '2026-11-27'],
    ]);
    for (const wrong of ['a1', 'a1=7', 'a1=0d', 'a1=yearly:02-30', 'A=7d'])
      expect(readFreshnessLimits(wrong)).toBeNull();
  });

  test('alone costs points, and many of them are a veto', () => {
    const empty = (count: number) => Array.from({ length: count }, (_, at) => column(`a${at}`, null));
    expect(rulesOf({ columns: empty(4) })).toEqual(Array(4).fill('column_empty'));
    expect(rulesOf({ columns: empty(5) })[0]).toBe('columns_empty');
    const news = (count: number) =>
      Array.from({ length: count }, (_, at) => column(`a${at}`, '2026-01-01', { name: '新闻动态' }));
    expect(rulesOf({ columns: news(4) })).not.toContain('news_columns_stale');
    expect(rulesOf({ columns: news(5) })[0]).toBe('news_columns_stale');
    expect(rulesOf({ columns: news(10) })).toContain('columns_stale');
  });
});

test('a month that has no such day ends a limit on its last day', () => {
  const [finding] = inspectSite(
    { ...nothing, columns: [column('tongzhi-gonggao', '2026-08-31')] },
    { day: '2027-02-20' },
  );
  expect(finding?.dueOn).toBe('2027-02-28');
});

const good: InspectedPage = {
  place: '/items/a/',
  kind: 'article',
  tags: new Map([
    ...REQUIRED_TAGS.map(({ name }) => [name, name] as const),
    ['SiteIDCode', '3416000000'],
    ['ArticleTitle', '通知'],
    ['PubDate', '2026-11-01 09:30'],
  ]),
  heading: ' 通知\n',
  times: ['2026-11-01 09:30'],
  footer: {
    text: '主办单位：局 网站标识码：3416000000 皖ICP备00000000号-1 皖公网安备 00000000000000号 联系电话：1 网站地图 我为政府网站找错',
    links: ['https://bszs.conac.cn/sitename?method=show&id=1'],
  },
};

describe('a page', () => {
  const withTag = (name: string, value: string) => ({ ...good, tags: new Map([...good.tags, [name, value]]) });

  test('with all that it should have finds nothing', () => {
    expect(rulesOf({ pages: [good] })).toEqual([]);
  });

  test('that lacks a tag, or an element of the footer, is found, once for all that do', () => {
    const pages = Array.from({ length: 30 }, (_, at) => ({ ...withTag('ColumnType', ''), place: `/items/a${at}/` }));
    const [finding, ...others] = inspectSite({ ...nothing, pages }, { day });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'tag_missing', place: '/items/a0/' });
    expect(finding?.wrong.zh).toBe('网页缺少栏目标签 ColumnType，另有 29 页相同');
    const bare = { ...good, footer: { text: '', links: [] } };
    expect(rulesOf({ pages: [bare] })).toEqual(FOOTER_ELEMENTS.map(() => 'footer_missing'));
  });

  test('may not say one thing and show another', () => {
    expect(rulesOf({ pages: [withTag('SiteIDCode', '310000000044')] })).toEqual(['tag_malformed']);
    expect(rulesOf({ pages: [withTag('PubDate', '2026-11-01')] })).toContain('tag_malformed');
    expect(rulesOf({ pages: [withTag('ArticleTitle', '公告')] })).toEqual(['tag_unlike_page']);
    expect(rulesOf({ pages: [withTag('PubDate', '2026-10-01 09:30')] })).toEqual(['tag_unlike_page']);
    expect(rulesOf({ pages: [{ ...good, times: ['2026年11月01日'] }] })).toEqual([]);
  });

  test('is not published before its day', () => {
    const page = { ...withTag('PubDate', '2026-12-01 00:00'), times: [] };
    expect(rulesOf({ pages: [page] })).toEqual(['date_in_future']);
  });
});

describe('the days of an item', () => {
  const entry = {
    place: '/items/a/',
    title: '通知',
    shownOn: '2026-11-01',
    originalDate: '2026-11-01',
    writtenOn: '2026-10-30',
    firstPublishedAt: '2026-11-20T00:00:00.000Z',
    publishedAt: '2026-11-20T00:00:00.000Z',
  };

  test.each([
    ['all is well', {}, []],
    ['in the future', { shownOn: '2026-11-29', originalDate: '2026-11-29' }, ['date_in_future']],
    ['later than the system had it', { shownOn: '2026-11-22', originalDate: '2026-11-22' }, ['date_unlike_record']],
    ['not that of the record', { originalDate: null }, ['date_unlike_record']],
    ['of the newest version before the first', { publishedAt: '2026-11-19T00:00:00.000Z' }, ['date_unlike_record']],
    ['before it was written', { writtenOn: '2026-11-05' }, ['date_before_writing']],
  ])('%s', (_, given, rules) => {
    expect(rulesOf({ entries: [{ ...entry, ...given }] })).toEqual(rules);
  });

  test('and the column of annual reports holds nothing else', () => {
    const report = (title: string) => ({ place: `/items/${title}/`, title, shownOn: '2026-01-20' });
    const annualReports = [report('某局2025年政府信息公开工作年度报告'), report('2013年度政府信息公开工作计划')];
    expect(inspectSite({ ...nothing, annualReports }, { day })).toMatchObject([
      { rule: 'annual_report_foreign', place: '/items/2013年度政府信息公开工作计划/' },
    ]);
  });
});

test('a service guide without conditions or documents is a veto, without a telephone it costs points', () => {
  const guide = { conditions: ['有房'], materials: [], place: '大厅', hours: '工作日', enquiryPhone: null };
  const power = { bases: [{}], flows: [{}], statutoryLimit: null, promisedLimit: { n: 1 } } as unknown as Parameters<
    typeof guideElements
  >[2];
  const guides = [{ place: '/powers/guides/a/', name: '办证', elements: guideElements('办证', guide, power) }];
  const found = inspectSite({ ...nothing, guides }, { day });
  expect(found.map(({ rule, wrong }) => [rule, wrong.zh])).toEqual([
    ['guide_key_element_missing', '办事指南“办证”缺少重点要素：办理材料'],
    ['guide_element_missing', '办事指南“办证”缺少：联系电话'],
  ]);
});

test('dead links weigh by where they are and where they lead', () => {
  const deadLinks = [
    { from: ['/items/a/', '/items/b/'] as const, href: '/items/gone/', isOutside: false, status: '404' },
    { from: ['/'] as const, href: '/items/gone2/', isOutside: false, status: '404' },
    { from: ['/items/a/'] as const, href: 'https://x.test/', isOutside: true, status: '超时' },
  ].map((link) => ({ ...link, from: [...link.from] as [string, ...string[]] }));
  const pages = [{ ...good, place: '/', kind: 'home' as const }];
  expect(new Set(rulesOf({ pages, deadLinks }))).toEqual(
    new Set(['link_dead_home', 'link_dead_inside', 'link_dead_outside']),
  );
});

test('a report fits its schema, whatever the site is called, and keeps the heaviest', () => {
  const long = '字'.repeat(5000);
  const columns = Array.from({ length: 300 }, (_, at) => column(`a${at}`, null, { name: `${long}${at}` }));
  const findings = inspectSite({ ...nothing, columns }, { day });
  const report = inspectionReport(findings, { day, at: '2026-11-28T00:00:00.000Z' });
  expect(inspectionReportSchema.safeParse(report).success).toBe(true);
  expect(report.counts).toEqual({ veto: 1, deduction: 300, notice: 0 });
  expect(report.findings[0]?.rule).toBe('columns_empty');
});

test('no rule is applied before it was in force', () => {
  expect(rulesOf({ columns: [column('a', null)] }, '2018-01-01')).toEqual([]);
});

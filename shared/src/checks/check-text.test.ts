import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMarkup, checkText, type CheckContext, type Finding } from './index.ts';

const check = (text: string, context: CheckContext = {}): Finding[] =>
  checkText({ place: 'body', part: null, text }, context);
const said = (findings: readonly Finding[]) =>
  findings.map(({ severity, rule, found, suggestion }) => [severity, rule, found, suggestion]);
const weighty = (text: string, context: CheckContext = {}) =>
  check(text, context).filter(({ severity }) => severity !== 'advice');

/** Phrases of the page that the project starts from (2012年市住建委政务公开年报), with the mistakes it has. */
describe('on the seed page, checkText()', () => {
  test.each([
    ['收费项目、招标采购等群主关注热点、难点的信息', 'misspelling', '群主关注', '群众关注'],
    ['及时公布沈强受理情况和办理结果', 'misspelling', '沈强受理', '申请受理'],
    ['年度报告;监理保姆审查制度,做好', 'misspelling', '监理', '建立'],
    ['年度报告;监理保姆审查制度,做好', 'misspelling', '保姆审查', '保密审查'],
    ['做好政府信息公开的保姆审查,正确处理', 'misspelling', '保姆审查', '保密审查'],
    ['不断提高信息公开的质量。\n\nCBA直播,CBA直播在线观看', 'injected_advertising', 'CBA直播,CBA直播在线观看', ''],
    ['结合委单位政务公开工作实际,', 'misspelling', '委单位', '本单位'],
  ])('finds an error in “%s”: %s', (text, rule, found, suggestion) => {
    expect(said(check(text))).toContainEqual(['error', rule, found, suggestion]);
  });

  const head = '首页 > 政府信息公开年报\n2012年市住建委政务公开年报\n发布时间:2013-02-28 00:00 来源:某局 字体:[ ]\n';
  const body = '结合工作实际,特制定本工作计划,明确工作目标。';

  test.each([
    ['error', 'kind_mismatch', '特制定本工作计划', null],
    ['warning', 'plan_after_its_year', '2012年', null],
    ['warning', 'midnight', '00:00', ''],
    ['warning', 'empty_control', '字体:[ ]', ''],
  ])('finds %s %s', (...finding) => {
    expect(said(check(head + body))).toContainEqual(finding);
  });

  test('finds the same when title, column and day are known apart from the text', () => {
    const context = { title: '2012年市住建委政务公开年报', publishedOn: '2013-02-28' };
    const rules = (each: CheckContext, text: string) => check(text, each).map(({ rule }) => rule);
    expect(rules(context, `2012年${body}`)).toEqual(expect.arrayContaining(['kind_mismatch', 'plan_after_its_year']));
    expect(rules({ ...context, publishedOn: '2012-03-01' }, `2012年${body}`)).not.toContain('plan_after_its_year');
    expect(rules({ title: '工作安排', category: '政府信息公开年报' }, body)).toContain('kind_mismatch');
    expect(rules({ title: '2012年政务公开工作计划' }, body)).not.toContain('kind_mismatch');
  });
});

test('checkText() finds nothing in what is well written', () => {
  const text = [
    '各县区住房和城乡建设局，市直有关单位：',
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号）和省、市人民政府的要求，现将有关事项通知如下。',
    '一、建立健全保密审查制度，依法做好依申请公开工作。行政机关应当自收到申请之日起20个工作日内予以答复。',
    '二、监理单位应当按照《建设工程质量管理条例》履行职责，建立监理工程师责任制度。',
    '三、房屋征收部门应当及时公布征收补偿方案，征求公众意见，征求意见期限不得少于30日。',
    '四、会议定于2026年11月27日（星期五）召开，会议网络直播，由市广播电视台承办。',
    '联系人：张工，电话：0558-5551234。',
    '（一）加强组织领导。（二）强化监督检查。1）明确分工；2）落实责任。',
    '亳州市住房和城乡建设局',
    '2026年11月20日',
  ].join('\n');
  expect(said(check(text))).toEqual([]);
});

test('checkText() gives one finding for a place, the one that knows most, in the order of the text', () => {
  const found = check('做好保姆审查制度，公布沈强受理情况');
  expect(said(found)).toEqual([
    ['error', 'misspelling', '保姆审查', '保密审查'],
    ['error', 'misspelling', '沈强受理', '申请受理'],
  ]);
});

const PIECES = fc.constantFrom(
  ...[
    '中华人民和国',
    '《政府信息公开条列》',
    '监理保密审查制度',
    '2月31日',
    '（',
    '“',
    '的的',
    '<a href="//x.com">',
    '\n',
    ' ',
    '\ud800',
    '𠮷',
  ],
  ...[
    '行政许可',
    '人民政俯',
    '在线观看',
    '发布时间:2012-01-01 00:00',
    '《',
    '\u200b',
    '％',
    '0',
    'Ａ',
    '&#x110000;',
    '</p',
    '"',
    "'",
  ],
);
const ANY_TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        PIECES,
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      ),
      {
        maxLength: 60,
      },
    )
    .map((pieces) => pieces.join('')),
);
const CONTEXT: CheckContext = {
  localWords: [
    { word: '某城', suggestion: null, severity: 'warning', owner: '办公室', reason: '旧名', bySound: true },
    { word: '行政许可', suggestion: '许可', severity: 'advice', owner: '办公室', reason: '简称' },
  ],
};

test('checks throw for no text, give exact places, and never two findings for one', () => {
  fc.assert(
    fc.property(ANY_TEXT, (text) => {
      const findings = check(text, CONTEXT);
      for (const { at, found } of [...findings, ...checkMarkup({ place: 'body', part: null, text })]) {
        expect(found).not.toBe('');
        expect(text.slice(at, at + found.length)).toBe(found);
      }
      findings.slice(1).forEach(({ at }, before) => {
        const former = findings[before];
        expect(at).toBeGreaterThanOrEqual((former?.at ?? 0) + (former?.found.length ?? 0));
      });
      expect(check(text, CONTEXT)).toEqual(findings);
    }),
    { numRuns: 300 },
  );
});

test('a near miss is found whatever stands around it', () => {
  expect(said(weighty('关于政府信息公幵的通知'))).toEqual([]);
  expect(said(weighty('关于印发《中华人民共和国城乡规化法》的通知'))).toEqual([
    ['error', 'law_title', '城乡规化法', '城乡规划法'],
  ]);
});

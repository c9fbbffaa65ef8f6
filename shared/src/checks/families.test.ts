import { describe, expect, test } from 'vitest';
import { checkDoubledWords } from './doubled-words.ts';
import type { Finding } from './finding.ts';
import { checkDates } from './impossible-dates.ts';
import { checkLawTitles } from './law-titles.ts';
import { checkLocalWords } from './local-words.ts';
import { checkMarkup } from './markup.ts';
import { checkPairs, checkWidth } from './punctuation.ts';
import { checkSpam } from './spam.ts';

const text = (written: string) => ({ place: 'body', part: null, text: written });
const rules = (findings: readonly Finding[]) => findings.map(({ severity, rule }) => [severity, rule]);
const said = (findings: readonly Finding[]) =>
  findings.map(({ severity, rule, found, suggestion }) => [severity, rule, found, suggestion]);

describe('checkLawTitles()', () => {
  test.each([
    ['依据《政府信息公开条列》', [['error', 'law_title', '政府信息公开条列', '政府信息公开条例']]],
    ['《中华人民共和国行政处法法》', [['error', 'law_title', '行政处法法', '行政处罚法']]],
    [
      '《国有土地上房屋征收补偿条例》',
      [['error', 'law_title', '国有土地上房屋征收补偿条例', '国有土地上房屋征收与补偿条例']],
    ],
    ['《物业管理条例》（国务院令第397号）', [['warning', 'law_number', '397', '379']]],
    ['《政府信息公开条例》（国令第492号）', [['warning', 'law_replaced', '492', '711']]],
    ['《政府信息公开条例》（国令第711号）、《亳州市物业管理条例》、《企业管理条例》', []],
  ])('%s', (written, expected) => {
    expect(said(checkLawTitles(text(written)))).toEqual(expected);
  });
});

describe('checkDates()', () => {
  test.each([
    ['2026年2月31日', ['error', 'impossible_date', '2026年2月31日', null]],
    ['于2026-13-01公布', ['error', 'impossible_date', '2026-13-01', null]],
    ['每年2月30日前', ['error', 'impossible_date', '2月30日', null]],
    ['2026年11月27日（星期四）', ['error', 'wrong_weekday', '2026年11月27日（星期四）', '2026年11月27日（星期五）']],
  ])('%s', (written, expected) => {
    expect(said(checkDates(text(written)))).toEqual([expected]);
  });

  test('leaves days that are there, telephone numbers and versions alone', () => {
    expect(said(checkDates(text('2024年2月29日，2026年11月29日（星期天），0558-2031-45-67，版本2010.20.30')))).toEqual(
      [],
    );
  });
});

describe('checkDoubledWords()', () => {
  test('finds what stands twice in a row', () => {
    expect(said(checkDoubledWords(text('有关规定规定应当公开的的信息')))).toEqual([
      ['warning', 'doubled_word', '的的', '的'],
      ['warning', 'doubled_word', '规定规定', '规定'],
    ]);
  });

  test('leaves what is doubled on purpose alone', () => {
    expect(
      said(checkDoubledWords(text('实实在在的成效，达到目的的，参与与监督，年度年度报告，使用信用信息，招标投标投诉'))),
    ).toEqual([]);
  });
});

describe('checkPairs() and checkWidth()', () => {
  test('find marks without a partner in their paragraph', () => {
    expect(said(checkPairs(text('（一）根据《条例的规定\n二）其他”问题')))).toEqual([
      ['warning', 'unpaired_mark', '《', null],
      ['warning', 'unpaired_mark', '”', null],
    ]);
  });

  test('take brackets of both widths for partners, and numbers with a bracket for what they are', () => {
    expect(said(checkPairs(text('1)公开内容(见附件）。2）形式：a)网站；b)公告栏。')))).toEqual([]);
  });

  test('tell how many half-width marks there are, once', () => {
    expect(said(checkWidth(text('公开,透明,便民(含网上)办理，1,234元，A,B')))).toEqual([
      ['advice', 'narrow_punctuation', ',', '，'],
      ['advice', 'narrow_punctuation', '(', '（'],
      ['advice', 'narrow_punctuation', ')', '）'],
    ]);
  });
});

describe('checkSpam()', () => {
  const body = '根据省、市人民政府的要求，结合工作实际，制定如下工作措施，请认真贯彻落实。\n'.repeat(10);

  test('finds lines of advertising, and an ending of another kind', () => {
    expect(rules(checkSpam(text('亚洲最大娱乐城,百家乐注册送彩金\n正文。')))).toEqual([
      ['error', 'injected_advertising'],
    ]);
    expect(rules(checkSpam(text(`${body}夏日冰爽奶茶买一赠一`)))).toEqual([['warning', 'unrelated_ending']]);
  });

  test('leaves sentences about the same things, signatures and live broadcasts alone', () => {
    expect(said(checkSpam(text('依法取缔老虎机、百家乐等赌博活动，打击代开发票行为。')))).toEqual([]);
    expect(said(checkSpam(text(`${body}亳州市住房和城乡建设局\n2026年11月20日`)))).toEqual([]);
    expect(rules(checkSpam(text(`${body}新闻发布会图文直播`)))).not.toContainEqual(['error', 'injected_advertising']);
  });
});

describe('checkMarkup()', () => {
  test.each([
    ['<script src="/a.js"></script>', 'active_markup'],
    ['<p onclick="go()">', 'active_markup'],
    ['<meta http-equiv="refresh" content="0;url=/x">', 'active_markup'],
    ['<div style="display:none">', 'hidden_markup'],
    ['<span style="font-size:0">', 'hidden_markup'],
    ['<font color="#ffffff">', 'hidden_markup'],
    ['<a href="java&#9;script:x">', null],
    ['<a href=" javascript:alert(1)">', 'running_address'],
    ['<a href="https://example.com/">', 'foreign_domain'],
    ['<a href="//gov.cn.example.com/">', 'foreign_domain'],
    ['<a href="https://xn--fiqs8s.example/">', 'disguised_domain'],
    ['<a href="https://www.bozhou.gov.cn/">', null],
    ['<a href="/items/1">', null],
    ['<a href="https://a.example.org/">', null],
    ['<p title="a > b" style="text-align:center">3 < 5</p>', null],
  ])('%s', (html, rule) => {
    const findings = checkMarkup(text(html), { knownHosts: ['example.org'] });
    expect(findings.map((finding) => finding.rule)).toEqual(rule === null ? [] : [rule]);
  });
});

describe('checkLocalWords()', () => {
  const word = {
    word: '台湾总统',
    suggestion: null,
    severity: 'error',
    owner: '宣传科',
    reason: '不规范表述',
  } as const;

  test.each([['台湾总统'], ['台 湾-总 统'], ['臺灣總統'], ['台\u200b湾★总统'], ['台湾(总)统']])(
    'finds “%s”',
    (written) => {
      expect(said(checkLocalWords(text(`关于${written}的报道`), [word]))).toEqual([
        ['error', 'local_word', written, null],
      ]);
    },
  );

  test('finds letters of any width and case, and by sound where the entry says so', () => {
    expect(said(checkLocalWords(text('使用ＡＢＣ系统'), [{ ...word, word: 'abc' }]))).toEqual([
      ['error', 'local_word', 'ＡＢＣ', null],
    ]);
    expect(said(checkLocalWords(text('台弯总桶'), [{ ...word, bySound: true }]))).toEqual([
      ['error', 'local_word', '台弯总桶', null],
    ]);
    expect(said(checkLocalWords(text('台弯总桶'), [word]))).toEqual([]);
  });

  test('finds nothing without a list', () => {
    expect(checkLocalWords(text('台湾总统'), [])).toEqual([]);
  });
});

import type { Finding } from 'disclosure-contract/checks';
import { describe, expect, test } from 'vitest';
import { nothingFound, shownFindings } from './shown-findings';
import type { TextFindings } from './use-text-findings';

const finding = (rule: string, found: string, severity: Finding['severity'] = 'warning'): Finding => ({
  rule,
  severity,
  place: 'body',
  part: null,
  at: 0,
  found,
  suggestion: null,
  message: { zh: found, en: found },
});
const typo = finding('unusual_wording', '关归定');
const mistake = finding('misspelling', '保姆审查', 'error');
const newMistake = finding('misspelling', '贯切', 'error');
const inFile = finding('unusual_wording', '法维互');
const report = { inText: [typo, mistake], findings: [inFile] };
const typed = (findings: TextFindings['findings'], statistics: TextFindings['statistics']): TextFindings => ({
  findings,
  statistics,
});
const shown = (...parts: Parameters<typeof shownFindings>) => shownFindings(...parts).map(({ found }) => found);

describe('shownFindings()', () => {
  test('gives those of the stored text where nobody has typed, the weightiest first', () => {
    expect(shown(null, report)).toEqual(['保姆审查', '关归定', '法维互']);
    expect(shown(typed(null, 'loading'), report)).toEqual(['保姆审查', '关归定', '法维互']);
  });

  test('shows once what server and form have both found', () => {
    expect(shown(typed([typo, mistake], 'asked'), report)).toEqual(['保姆审查', '关归定', '法维互']);
  });

  test('follows what is typed, and keeps what statistics say of the stored text until they can be asked', () => {
    expect(shown(typed([newMistake], 'loading'), report)).toEqual(['贯切', '关归定', '法维互']);
    expect(shown(typed([newMistake], 'missing'), report)).toEqual(['贯切', '关归定', '法维互']);
    expect(shown(typed([newMistake], 'asked'), report)).toEqual(['贯切', '法维互']);
    expect(shown(typed([newMistake], 'loading'), undefined)).toEqual(['贯切']);
  });
});

describe('nothingFound()', () => {
  const none = { inText: [], findings: [] };
  test.each([
    ['stored', null, none, 'none'],
    ['stored', null, undefined, 'running'],
    ['stored', typed([], 'asked'), undefined, 'running'],
    ['stored', typed(null, 'loading'), none, 'running'],
    ['stored', typed([], 'loading'), none, 'running'],
    ['stored', typed([], 'missing'), none, 'none-so-far'],
    ['stored', typed([], 'asked'), none, 'none'],
    ['new', typed([], 'loading'), undefined, 'running'],
    ['new', typed([], 'missing'), undefined, 'none-so-far'],
    ['new', typed([], 'asked'), undefined, 'none'],
    ['unreachable', null, undefined, 'unknown'],
    ['unreachable', typed([], 'loading'), undefined, 'unknown'],
    ['unreachable', typed([], 'missing'), undefined, 'none-so-far'],
    ['unreachable', typed([], 'asked'), undefined, 'none-in-text'],
  ] as const)('of an item that is %s, with %j and %j, is %s', (item, inForm, stored, expected) => {
    const known = { typed: inForm, report: stored, isStored: item !== 'new', isError: item === 'unreachable' };
    expect(nothingFound(known)).toBe(expected);
  });
});

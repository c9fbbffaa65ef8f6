import { describe, expect, test } from 'vitest';
import { findProblems, type PublishableDraft } from './completeness.ts';

const TODAY = '2026-11-20';

const complete: PublishableDraft = {
  title: '通知',
  categories: [{ name: '规划', isLeaf: true, purpose: null }],
  publisher: { name: '住建局' },
  indexPrefix: '11341600MB1D3604X9',
  hasResponsible: true,
  subject: 'other',
  genre: 'notice',
  bodyText: '正文',
  attachmentCount: 0,
  abstract: null,
  writtenOn: null,
  effectiveOn: null,
  repealedOn: null,
};

describe('findProblems()', () => {
  test('lets a complete draft pass', () => {
    expect(findProblems(complete, TODAY)).toEqual([]);
  });

  test.each<{ draft: Partial<PublishableDraft>; code: string; path: string }>([
    { draft: { title: '' }, code: 'title_missing', path: 'title' },
    { draft: { categories: [] }, code: 'category_missing', path: 'categories' },
    {
      draft: { categories: [{ name: '上级', isLeaf: false, purpose: null }] },
      code: 'category_not_leaf',
      path: 'categories',
    },
    {
      draft: {
        title: '2026年政务公开工作要点',
        categories: [{ name: '年报', isLeaf: true, purpose: 'annual_reports' }],
      },
      code: 'category_annual_reports_only',
      path: 'categories',
    },
    { draft: { publisher: null, indexPrefix: null }, code: 'publisher_missing', path: 'publisher' },
    { draft: { indexPrefix: null }, code: 'publisher_credit_code_missing', path: 'publisher' },
    { draft: { hasResponsible: false }, code: 'responsible_missing', path: 'responsible' },
    { draft: { subject: null }, code: 'subject_missing', path: 'subject' },
    { draft: { genre: null }, code: 'genre_missing', path: 'genre' },
    { draft: { bodyText: '' }, code: 'content_missing', path: 'body' },
    { draft: { abstract: '通知' }, code: 'abstract_repeats_title', path: 'abstract' },
    { draft: { writtenOn: '2026-11-21' }, code: 'written_in_future', path: 'writtenOn' },
    {
      draft: { writtenOn: '2026-01-02', effectiveOn: '2026-01-01' },
      code: 'effective_before_written',
      path: 'effectiveOn',
    },
    {
      draft: { effectiveOn: '2026-01-02', repealedOn: '2026-01-01' },
      code: 'repealed_before_effective',
      path: 'repealedOn',
    },
    {
      draft: { writtenOn: '2026-01-02', repealedOn: '2026-01-01' },
      code: 'repealed_before_written',
      path: 'repealedOn',
    },
    {
      draft: { writtenOn: '2026-01-03', effectiveOn: '2026-01-03', repealedOn: '2026-01-01' },
      code: 'repealed_before_effective',
      path: 'repealedOn',
    },
  ])('says $code at $path', ({ draft, code, path }) => {
    const problems = findProblems({ ...complete, ...draft }, TODAY);
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    expect(problems[0]?.message).toMatch(/[。]$/);
  });

  test.each<Partial<PublishableDraft>>([
    { bodyText: '', attachmentCount: 1 },
    { writtenOn: TODAY },
    { writtenOn: '2026-01-01', effectiveOn: '2027-01-01', repealedOn: '2027-01-01' },
    { effectiveOn: '2026-01-01' },
  ])('lets pass %o', (draft) => {
    expect(findProblems({ ...complete, ...draft }, TODAY)).toEqual([]);
  });
});

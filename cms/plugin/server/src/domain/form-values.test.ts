import { describe, expect, test } from 'vitest';
import { versionOfForm } from './form-values.ts';

const opened = { title: '题目', categories: ['a', 'b'], publisher: 'x', attachments: [], abstract: '概述' };

describe('versionOfForm()', () => {
  test('keeps what the form does not send, and takes what it does', () => {
    expect(versionOfForm(opened, { title: '新题目', abstract: null })).toMatchObject({
      title: '新题目',
      abstract: null,
      categories: ['a', 'b'],
      publisher: 'x',
    });
  });

  test.each([
    { change: { connect: [], disconnect: [] }, categories: ['a', 'b'], rule: 'leaves relations that nobody touched' },
    { change: { connect: [{ documentId: 'c' }] }, categories: ['a', 'b', 'c'], rule: 'adds at the end' },
    {
      change: { connect: [{ documentId: 'b', position: { start: true } }], disconnect: [] },
      categories: ['b', 'a'],
      rule: 'puts first what is to be first',
    },
    { change: { disconnect: [{ documentId: 'a' }] }, categories: ['b'], rule: 'takes out' },
    { change: null, categories: ['a', 'b'], rule: 'takes nothing for no change' },
  ])('$rule', ({ change, categories }) => {
    expect(versionOfForm(opened, { categories: change }).categories).toEqual(categories);
  });

  test('exchanges the one organ', () => {
    const publisher = { connect: [{ documentId: 'y' }], disconnect: [{ documentId: 'x' }] };
    expect(versionOfForm(opened, { publisher }).publisher).toBe('y');
    expect(
      versionOfForm(opened, { publisher: { connect: [], disconnect: [{ documentId: 'x' }] } }).publisher,
    ).toBeNull();
  });
});

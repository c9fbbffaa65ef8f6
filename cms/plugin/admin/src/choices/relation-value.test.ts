import { describe, expect, test } from 'vitest';
import {
  chosenOf,
  NOTHING_CHANGED,
  withAdded,
  withFirst,
  withOnly,
  withRemoved,
  type Related,
} from './relation-value.ts';

const [a, b, c] = ['甲', '乙', '丙'].map((name, at): Related => ({ id: at + 1, documentId: `d${at + 1}`, name }));
if (!a || !b || !c) throw new Error('there are three');
const stored = [a, b];
const names = (related: readonly Related[]) => related.map(({ name }) => name).join('');

describe('a change of relations', () => {
  test('adds at the end', () => {
    expect(names(chosenOf(stored, withAdded(NOTHING_CHANGED, c)))).toBe('甲乙丙');
  });

  test('removes what is stored, and gives it back its place when it is chosen again', () => {
    const removed = withRemoved(stored, NOTHING_CHANGED, a);
    expect(names(chosenOf(stored, removed))).toBe('乙');
    expect(withAdded(removed, a)).toEqual(NOTHING_CHANGED);
  });

  test('removes what was only added', () => {
    expect(withRemoved(stored, withAdded(NOTHING_CHANGED, c), c)).toEqual(NOTHING_CHANGED);
  });

  test('puts one before the others, and sends its place', () => {
    const change = withFirst(stored, withAdded(NOTHING_CHANGED, c), c);
    expect(names(chosenOf(stored, change))).toBe('丙甲乙');
    expect(change.connect.map(({ apiData }) => apiData)).toEqual([
      { id: 3, documentId: 'd3', position: { start: true } },
    ]);
  });

  test('puts only the last one first', () => {
    const change = withFirst(stored, withFirst(stored, withAdded(NOTHING_CHANGED, c), b), c);
    expect(names(chosenOf(stored, change))).toBe('丙甲乙');
    expect(change.connect).toHaveLength(1);
  });

  test('relates one and no other', () => {
    expect(names(chosenOf([a], withOnly([a], b)))).toBe('乙');
    expect(names(chosenOf([a], withOnly([a], null)))).toBe('');
    expect(withOnly([a], a)).toEqual(NOTHING_CHANGED);
  });
});

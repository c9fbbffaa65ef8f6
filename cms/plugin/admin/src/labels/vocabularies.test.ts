import { expect, test } from 'vitest';
import { ENUMERATIONS } from './vocabularies.ts';

test('a code that occurs in two vocabularies means the same in both, so one translation serves both', () => {
  const labels = new Map<string, string>();
  const conflicts: string[] = [];
  for (const vocabulary of ENUMERATIONS) {
    for (const [code, { zh }] of Object.entries(vocabulary)) {
      if (labels.has(code) && labels.get(code) !== zh) conflicts.push(code);
      labels.set(code, zh);
    }
  }
  expect(conflicts).toEqual([]);
});

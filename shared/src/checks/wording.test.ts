import { describe, expect, test } from 'vitest';
import { cellsOf, type Ngram, NgramTable } from './ngram-table.ts';
import { likenessOf, readingsOf, soundAlikes } from './sounds.ts';
import { checkTexts, checkTextsInSlices } from './text-checks.ts';
import { misspellings } from './wording.ts';
import { makeWordingModel, openWordingModel } from './wording-model.ts';
import { codesOf, MARGIN } from './wording-text.ts';

const codes = (text: string) => Uint16Array.from(text, (char) => char.charCodeAt(0));

test('sounds are told apart as people who type by them do', () => {
  expect(readingsOf('重')).toEqual(['zhong', 'chong']);
  expect(readingsOf('x')).toEqual([]);
  expect([likenessOf('监', '建'), likenessOf('申', '生'), likenessOf('密', '姆'), likenessOf('众', '主')]).toEqual([
    'same',
    'near',
    'slip',
    'none',
  ]);
  expect(soundAlikes('监')).toContainEqual({ character: '建', isSame: true });
});

test('NgramTable knows what it learnt, in steps, and next to nothing else', () => {
  const ngrams: Ngram[] = Array.from({ length: 3000 }, (_, at) => ({
    codes: codes(String.fromCharCode(0x4e00 + (at % 1000), 0x5e00 + at)),
    documents: 2 + (at % 300),
  }));
  const table = new NgramTable(cellsOf(ngrams));
  for (const { codes: known, documents } of ngrams) {
    expect(Math.abs(table.weight(known, 0, known.length) - Math.log2(1 + documents))).toBeLessThanOrEqual(0.31);
  }
  const unknown = Array.from({ length: 3000 }, (_, at) => codes(String.fromCharCode(0x7e00 + at, 0x4e00)));
  expect(unknown.filter((each) => table.weight(each, 0, 2) > 0).length).toBeLessThan(10);
});

test('codesOf() keeps one code for each unit, whatever they are', () => {
  const text = '第1条，Ａ\ud800𠮷';
  expect(codesOf(text).length).toBe(text.length + 2 * MARGIN);
});

describe('misspellings()', () => {
  const learnt = '行政机关应当依法公开政府信息，';
  const ngrams = [1, 2, 3, 4, 5].flatMap((length) => {
    const runs = Array.from({ length: learnt.length - length + 1 }, (_, at) => learnt.slice(at, at + length));
    return [...new Set(runs)].map((run) => ({ codes: codes(run), documents: 50 }));
  });
  /** Counts for an error what is known of the candidate, and against it what is known of the text. */
  const network = {
    means: Array<number>(46).fill(0),
    spreads: Array<number>(46).fill(1),
    hidden: [[...Array<number>(16).fill(-0.1), ...Array<number>(16).fill(0.1), ...Array<number>(14).fill(0)]],
    hiddenBias: [0],
    output: [10],
    outputBias: 0,
  };
  const model = makeWordingModel({ cells: cellsOf(ngrams), network, threshold: 5 });

  test('finds a character of the same sound that was never seen there, and what was meant', () => {
    expect(misspellings('行政机关应当已法公开政府信息，', model)).toMatchObject([{ at: 6, meant: '依' }]);
  });

  test('finds nothing in what is in use, or where nothing like it is', () => {
    expect(misspellings(learnt, model)).toEqual([]);
    expect(misspellings('天下大雨', model)).toEqual([]);
    expect(misspellings('', model)).toEqual([]);
  });

  test('is done in slices, so that a thread can do something else in between', () => {
    const text = '行政机关应当已法公开政府信息，'.repeat(100);
    const work = checkTextsInSlices([{ place: 'body', part: null, text }], { model });
    let slices = 1;
    let step = work.next();
    for (; step.done !== true; step = work.next()) slices += 1;
    expect(slices).toBeGreaterThan(text.length / 256);
    expect(step.value).toEqual(checkTexts([{ place: 'body', part: null, text }], { model }));
    expect(step.value).toHaveLength(100);
  });

  test('is the same for a model that was kept and opened', () => {
    const cells = cellsOf(ngrams);
    const bytes = Buffer.alloc(cells.length * 2);
    cells.forEach((cell, at) => bytes.writeUInt16LE(cell, at * 2));
    const kept = { learntOn: '2026-11-28', source: 'a test', threshold: 5, network, table: bytes.toString('base64') };
    const text = '行政机关应当已法公开政府信息，';
    expect(misspellings(text, openWordingModel(kept))).toEqual(misspellings(text, model));
  });
});

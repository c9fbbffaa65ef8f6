import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { HitMarker, indexTokens, normaliseText, searchTerms, toMatch, type ExcerptPart } from './search-text.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Whether real FTS5 tables that hold `text` find it by `query`, in the two ways there are; they have to agree. */
function finds(text: string, query: string): boolean {
  const terms = searchTerms(query);
  if (terms === null) return false;
  const tokens = indexTokens(text);
  for (const [table, indexed] of [
    ['pairs', tokens.pairs],
    ['characters', tokens.characters],
  ] as const) {
    database.exec(`DELETE FROM ${table}`);
    database.prepare(`INSERT INTO ${table} (rowid, tokens) VALUES (1, ?)`).run(indexed.join(' '));
  }
  const has = (table: string, match: string) =>
    match === '' || database.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).get(match) !== undefined;
  const characters = terms.characters.map((character) => `"${character}"`).join(' AND ');
  const isFound = has('pairs', terms.phrases.join(' AND ')) && has('characters', characters);
  expect(has('pairs', toMatch(terms))).toBe(isFound);
  return isFound;
}

const database = new DatabaseSync(':memory:');
database.exec(`
  CREATE VIRTUAL TABLE pairs USING fts5(tokens, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
  CREATE VIRTUAL TABLE characters USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
`);

const HAN = [...'住房和城乡建设局保障的龥㐀𬸣'];
const LATIN = [...'abCD01９Ｘ'];
const BETWEEN = [...'，。〔〕（）、“-*":^+ \n'];
const text = fc.array(fc.constantFrom(...HAN, ...LATIN, ...BETWEEN), { minLength: 1, maxLength: 60 });
const span = fc.record({ from: fc.nat({ max: 59 }), length: fc.integer({ min: 1, max: 12 }) });

const isLatin = (char: string | undefined) => char !== undefined && LATIN.includes(char);

describe('FTS5 tables of indexTokens()', () => {
  test('finds a text by every substring of it, unless it begins inside a word of letters and digits', () => {
    fc.assert(
      fc.property(text, span, (chars, { from, length }) => {
        const cut = chars.slice(from, from + length);
        const begins = from + cut.findIndex((char) => char.trim() !== '');
        const query = cut.join('').trim();
        fc.pre(searchTerms(query) !== null);
        fc.pre(!(isLatin(chars[begins]) && isLatin(chars[begins - 1])));
        expect(finds(chars.join(''), query)).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  test('finds a text by Chinese characters only when they follow each other in a line of it, punctuation aside', () => {
    const hanOnly = fc.array(fc.constantFrom(...HAN.slice(0, 5)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, hanOnly, (chars, query) => {
        const bare = chars.join('').replace(/[^\p{L}\p{N}\n]/gu, '');
        expect(finds(chars.join(''), query.join(''))).toBe(bare.includes(query.join('')));
      }),
      { numRuns: 4000 },
    );
  });

  test.each([
    ['one character', '政府信息公开', '开', true],
    ['characters that do not follow each other', '政府信息公开', '政信', false],
    ['other width', 'ＡＢＣ１２３', 'abc123', true],
    ['other case', 'GB/T 9704', 'gb/t 9704', true],
    ['the beginning of a word', 'disclosure', 'discl', true],
    ['the end of a word, which it does not promise', 'disclosure', 'closure', false],
    ['a document number in other brackets', '建办函〔2021〕531号', '建办函[2021]531号', true],
    ['a part of a document number', '建办函〔2021〕531号', '函〔2021〕5', true],
    ['two words in any order', '住房保障和城市更新', '更新 住房', true],
    ['two words of which one is missing', '住房保障和城市更新', '更新 住宅', false],
    ['words across a line', '住房\n保障', '住房保障', false],
    ['a title without its marks', '关于印发《城市更新办法》的通知', '印发城市更新办法的通知', true],
    ['a title with other marks', '关于印发《城市更新办法》的通知', '印发“城市更新办法”的通知', true],
    ['a date', '自2026年3月1日起施行', '2026年3月', true],
    ['a part of a number, which may go on', '自2026年13月1日起施行', '2026年1', true],
    ['the middle of a number', '自2026年13月1日起施行', '3月', false],
    ['two words written as one', 'a b', 'ab', false],
    ['a character and a word', '住房保障', '障 住房', true],
    ['a character that is not there', '住房保障', '城 住房', false],
  ])('answers for %s', (_what, indexed, query, expected) => {
    expect(finds(indexed, query)).toBe(expected);
  });

  test('takes every operator of FTS5 as text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '"',
            "'",
            '*',
            '(',
            ')',
            'NEAR',
            'AND',
            'NOT',
            '^',
            ':',
            'body',
            ' ',
            '住',
            '-',
            '+',
            '{',
            '}',
            '\\',
            '\0',
          ),
        ),
        (parts) => {
          expect(() => finds('住房', parts.join(''))).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('takes any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (query) => {
        expect(() => finds('住房', query)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

test.each(['', ' ', '，。', '"*"', '〔〕'])('searchTerms() gives null for %j', (query) => {
  expect(searchTerms(query)).toBeNull();
});

const joined = (parts: readonly ExcerptPart[]) => parts.map((part) => part.text).join('');
const anyText = fc.string({ unit: fc.constantFrom(...HAN, ...LATIN, ...BETWEEN, 'İ', '㎡', '½'), maxLength: 300 });

describe('HitMarker.mark()', () => {
  test('gives parts that join to the text', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.string({ unit: fc.constantFrom(...HAN.slice(0, 4), 'a', 'İ', ' '), maxLength: 6 }),
        (whole, query) => {
          expect(joined(new HitMarker(query).mark(whole))).toBe(whole);
        },
      ),
    );
  });

  test('marks nothing but words of the query', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('住房', '城 乡', 'a', '9x 和'), (whole, query) => {
        const words = normaliseText(query).split(' ');
        const hits = new HitMarker(query).mark(whole).filter((part) => part.isHit);
        for (const hit of hits) expect(words).toContain(normaliseText(hit.text).replace(/[^\p{L}\p{N}]/gu, ''));
      }),
    );
  });

  test('marks the longer of two words that begin at one place', () => {
    expect(new HitMarker('住 住房').mark('住房保障')).toEqual([
      { text: '住房', isHit: true },
      { text: '保障', isHit: false },
    ]);
  });

  test('marks what is written in another width or case', () => {
    expect(new HitMarker('gb-t').mark('参见ＧＢ/Ｔ标准')).toEqual([
      { text: '参见', isHit: false },
      { text: 'ＧＢ/Ｔ', isHit: true },
      { text: '标准', isHit: false },
    ]);
  });
});

describe('HitMarker.excerpt()', () => {
  test('gives a stretch of the text, with an ellipsis where it was cut', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('住房', '城', 'a 9', '无'),
        fc.integer({ min: 10, max: 120 }),
        (whole, query, length) => {
          const parts = new HitMarker(query).excerpt(whole, length);
          const cut = parts.filter((part, at) => part.text !== '…' || (at !== 0 && at !== parts.length - 1));
          expect(whole).toContain(joined(cut));
          expect(joined(cut).length).toBeLessThanOrEqual(length + 2);
        },
      ),
    );
  });

  test('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('𬸣', '𠀀', '住', '房'), maxLength: 80 }), (whole) => {
        expect(joined(new HitMarker('住').excerpt(whole, 20))).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  test('shows the first hit when it stands far behind', () => {
    const parts = new HitMarker('住房').excerpt(`${'前'.repeat(500)}住房保障${'后'.repeat(500)}`);
    expect(parts.find((part) => part.isHit)?.text).toBe('住房');
    expect(parts.at(0)?.text).toBe('…');
    expect(parts.at(-1)?.text).toBe('…');
  });

  test('begins at the beginning when nothing is hit', () => {
    expect(new HitMarker('无').excerpt('住房保障')).toEqual([{ text: '住房保障', isHit: false }]);
  });
});

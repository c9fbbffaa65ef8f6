import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };

const argumentsOf = (text: string) => [...text.matchAll(/(?<!')\{(\w+)/g)].map((match) => match[1]).sort();

describe('translations', () => {
  test('have the same keys in Chinese and English', () => {
    expect(Object.keys(zhHans).sort()).toEqual(Object.keys(en).sort());
  });

  test('take the same values in Chinese and English', () => {
    const differing = Object.entries(zhHans).filter(([id, text]) => {
      const other = Object.entries(en).find(([otherId]) => otherId === id)?.[1] ?? '';
      return (
        argumentsOf(text).join() !== argumentsOf(other.replace(/\{#[^}]*\}|one \{[^}]*\}|other \{[^}]*\}/g, '')).join()
      );
    });
    expect(differing.map(([id]) => id)).toEqual([]);
  });

  test('have every text that a component asks for by name', () => {
    const source = join(import.meta.dirname, '..');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.tsx?$/.test(file),
    );
    const asked = files.flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/translate\(\s*'([^']+)'/g)].map(
        (match) => `disclosure.${match[1]}`,
      ),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((id) => !(id in zhHans))).toEqual([]);
  });
});

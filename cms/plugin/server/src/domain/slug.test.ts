import { SLUG } from 'disclosure-contract';
import { describe, expect, test } from 'vitest';
import { isSlugOf, slugOfTitle, withSuffix } from './slug.ts';

describe('slugOfTitle()', () => {
  test.each([
    ['2026年住房保障计划', '2026-nian-zhu-fang-bao-zhang-ji-hua'],
    ['关于印发《绿化条例》的通知（A版）', 'guan-yu-yin-fa-lv-hua-tiao-li-de-tong-zhi-a-ban'],
    ['Annual Report 2025', 'annual-report-2025'],
    ['？！', 'item-x'],
    ['', 'item-x'],
  ])('writes "%s" as %s', (title, slug) => {
    expect(slugOfTitle(title, 'item-x')).toBe(slug);
  });

  test('cuts at a hyphen, and always gives a slug', () => {
    for (const title of ['公开'.repeat(60), 'a'.repeat(200), '𬭎鿔の・é', '一'.repeat(39)]) {
      const slug = slugOfTitle(title, 'item-x');
      expect(slug).toMatch(SLUG);
      expect(slug.length).toBeLessThanOrEqual(80);
    }
    expect(slugOfTitle('公开'.repeat(60), 'item-x')).toMatch(/-(?:gong|kai)$/);
  });
});

test('withSuffix() makes room for the suffix', () => {
  const slug = withSuffix(`${'ab-'.repeat(26)}cd`, '2');
  expect(slug).toMatch(/-ab-2$/);
  expect(slug.length).toBeLessThanOrEqual(80);
});

test.each([
  { slug: 'gui-hua', title: '规划', is: true },
  { slug: 'gui-hua-2', title: '规划', is: true },
  { slug: 'gui-hua-1a2b3', title: '规划', is: true },
  { slug: 'gui-hua-bao-mi', title: '规划', is: false },
  { slug: 'gui-hua-zhang', title: '规划', is: false },
  { slug: 'gui-hua', title: '！', is: false },
])('isSlugOf() says whether $slug was made from $title', ({ slug, title, is }) => {
  expect(isSlugOf(slug, title)).toBe(is);
});

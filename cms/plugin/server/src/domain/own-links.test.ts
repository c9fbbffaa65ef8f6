import { describe, expect, test } from 'vitest';
import { ownLinksIn } from './own-links.ts';

const SITE = { siteUrl: 'https://site.test', page: '/items/own/' };
const linksIn = (...hrefs: string[]) =>
  ownLinksIn(hrefs.map((href) => `<p><a title="x" href="${href}">x</a></p>`).join(''), SITE);

describe('ownLinksIn()', () => {
  test.each([
    ['/items/a/#b', { kind: 'item', slug: 'a', type: 'item' }],
    ['https://SITE.test/items/a', { kind: 'item', slug: 'a', type: 'item' }],
    ['http://site.test/items/a/', { kind: 'item', slug: 'a', type: 'item' }],
    ['../a/', { kind: 'item', slug: 'a', type: 'item' }],
    ['#chapter', { kind: 'item', slug: 'own', type: 'item' }],
    ['files/%E8%A1%A8.pdf', { kind: 'attachment', slug: 'own', type: 'item', fileName: '表.pdf' }],
    ['/items/a/files/b&amp;c.pdf?x=1&amp;y', { kind: 'attachment', slug: 'a', type: 'item', fileName: 'b&c.pdf' }],
    ['/catalogue/plans/2026/', { kind: 'category', code: 'plans' }],
    ['/organs/zjj/', { kind: 'organ', code: 'zjj' }],
  ])('reads %s', (href, to) => {
    expect(linksIn(href)).toEqual([{ href, to }]);
  });

  test.each([
    'https://else.test/items/a/',
    'https://site.test.else.test/items/a/',
    '/catalogue/',
    '/uploads/a.pdf',
    'mailto:a@site.test',
    'http://[',
    '',
  ])('leaves %j alone', (href) => {
    expect(linksIn(href).filter(({ to }) => to.kind !== 'item' || to.slug !== 'own')).toEqual([]);
  });

  test('gives each link once, and paths where no site is configured', () => {
    expect(linksIn('/items/a/', '/items/a/')).toHaveLength(1);
    const body = '<a href="/items/a/">x</a><a href="https://site.test/items/b/">x</a>';
    expect(ownLinksIn(body, { siteUrl: '', page: '/items/own/' }).map(({ href }) => href)).toEqual(['/items/a/']);
  });
});

import { describe, expect, test } from 'vitest';
import { mayAsk, previewPage, previewStyles } from './preview-page.ts';

const of = (html: string) => previewPage(html, { siteUrl: 'https://site.test', page: '/items/cao-gao/' });
const bodyOf = (html: string) => of(html).html.replace('<!doctype html>\n', '');

describe('previewPage()', () => {
  test.each([
    [
      'a style sheet',
      '<link rel="stylesheet" href="/_astro/page.css">',
      '<link rel="stylesheet" href="assets/_astro/page.css" />',
    ],
    ['a picture of the site', '<img src="/emblem.svg" alt="">', '<img src="assets/emblem.svg" alt="" />'],
    [
      'a picture of the draft',
      '<img src="/items/cao-gao/files/%E5%9B%BE.png" alt="">',
      '<img src="files/%E5%9B%BE.png" alt="" />',
    ],
    [
      'an attachment',
      '<a href="/items/cao-gao/files/a.pdf" download="a.pdf">下载</a>',
      '<a download="a.pdf" href="files/a.pdf">下载</a>',
    ],
    ['a place on the page', '<a href="#main">跳到正文</a>', '<a href="#main">跳到正文</a>'],
    [
      'a link to the site',
      '<a href="/catalogue/">目录</a>',
      '<a target="_blank" rel="noopener noreferrer" href="https://site.test/catalogue/">目录</a>',
    ],
    [
      'a link elsewhere',
      '<a href="https://www.gov.cn/" target="_top">国务院</a>',
      '<a target="_blank" rel="noopener noreferrer" href="https://www.gov.cn/">国务院</a>',
    ],
    ['a form', '<form action="/search"><input name="q"></form>', '<form><input name="q" /></form>'],
    ['a feed', '<link rel="alternate" href="/feed.xml">', '<link rel="alternate" href="https://site.test/feed.xml" />'],
  ])('finds a place for %s', (_what, before, after) => {
    expect(bodyOf(before)).toBe(after);
  });

  test.each([
    ['scripts', '<p>文</p><script src="/_astro/reading.js"></script>', '<p>文</p>'],
    ['data in scripts', '<script type="application/ld+json">{"a":"</b>"}</script><p>文</p>', '<p>文</p>'],
    ['handlers', '<p onclick="alert(1)" ONLOAD="x">文</p>', '<p>文</p>'],
    ['links that run', '<a href="javascript:alert(1)">文</a>', '<a target="_blank" rel="noopener noreferrer">文</a>'],
  ])('leaves out %s', (_what, before, after) => {
    expect(bodyOf(before)).toBe(after);
  });

  test('keeps text and the marks in it as they are', () => {
    const text = '<p>甲 &lt; 乙 &amp; 丙 “丁”</p>\n<p hidden>戊</p>';
    expect(bodyOf(text)).toBe(text);
  });

  test('tells which files of the site it needs, and names none that lies elsewhere', () => {
    const { assets } = of(
      '<link rel="stylesheet" href="/_astro/a.css"><img src="/emblem.svg"><img src="/a/../b.svg"><img src="/c.svg?d">' +
        '<img src="//other.test/x.png"><img src="/items/cao-gao/files/own.png"><img src="data:image/png;base64,AA==">',
    );
    expect(assets).toEqual(['/_astro/a.css', '/emblem.svg']);
  });
});

describe('mayAsk()', () => {
  const assets = ['/emblem.svg'];
  test.each(['/_astro/page.abc.css', '/_astro/fonts/a.woff2', '/emblem.svg'])('%s may be asked for', (path) => {
    expect(mayAsk(path, assets)).toBe(true);
  });

  test.each([
    '/health',
    '/_disclosure/nudge',
    '/search?q=1',
    '/items/another/',
    '/_astro/../health',
    '/_astro/..',
    '/_astro/%2e%2e/health',
    '/_astro//health',
    '//other.test/_astro/a.css',
    '/_astro/a.css?b',
    '/_astro/a\\b',
    '_astro/a.css',
    '',
  ])('%s may not', (path) => {
    expect(mayAsk(path, [...assets, '/_astro/../health'])).toBe(false);
  });
});

describe('previewStyles()', () => {
  test('finds what a style sheet names from where the preview has it', () => {
    expect(previewStyles('@font-face{src:url(/_astro/f.woff2)} a{background:url("/b.svg")}', '/_astro/page.css')).toBe(
      '@font-face{src:url(../_astro/f.woff2)} a{background:url("../b.svg")}',
    );
    expect(previewStyles('a{b:url(//x.test/y) url(c.png) url(data:z)}', '/page.css')).toBe(
      'a{b:url(//x.test/y) url(c.png) url(data:z)}',
    );
  });
});

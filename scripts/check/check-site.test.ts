import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkItemPage, checkListPage, publishedAt } from './check-site.ts';
import { findingLine } from './finding-line.ts';

const ADDRESS = 'https://x.test/items/a/';
const page = (main: string) => `<html><body><nav>保姆审查</nav>\n<main id="main">${main}</main></body></html>`;

function linesOf(check: typeof checkItemPage, main: string): string[] {
  const findings = check(Buffer.from(page(main)), ADDRESS, { knownHosts: ['x.test'] });
  return findings.map((finding) => findingLine(finding, '/x', 'zh').split('\t').slice(1, 4).join(' '));
}

describe('checkItemPage()', () => {
  test('reads what the page says in its main part, once for what stands there twice', () => {
    const title = '做好保姆审查的通知';
    expect(linesOf(checkItemPage, `<h1>${title}</h1>\n<dl><dd>${title}</dd></dl><p>保姆审查</p>`)).toEqual([
      'https://x.test/items/a/:2:23 misspelling 保姆审查 → 保密审查',
      expect.stringMatching(/^https:\/\/x\.test\/items\/a\/:3:\d+ misspelling /),
    ]);
  });

  test('reports links of the article that lead away, and leaves forms and hidden elements to the theme', () => {
    const links = '<a href="https://x.test/">本站</a><a href="https://else.com/">别处</a>';
    const rules = linesOf(checkItemPage, `<article><form hidden></form><p>${links}</p></article>`).map(
      (line) => line.split(' ')[1],
    );
    expect(rules).toEqual(['foreign_domain']);
  });
});

test('checkItemPage() leaves out times, which the theme writes and of which an import knows the day alone', () => {
  expect(linesOf(checkItemPage, '<article>发布时间：<time>2013-01-05 00:00</time><p>正文</p></article>')).toEqual([]);
  expect(linesOf(checkItemPage, '<article>发布时间：2013-01-05 00:00</article>')).toHaveLength(1);
});

test('checkListPage() leaves out what links are called: it is checked where they lead', () => {
  const lines = linesOf(checkListPage, '<a href="/items/a/">保姆审查</a><p>负责保姆审查</p>');
  expect(lines).toHaveLength(1);
});

describe('publishedAt()', () => {
  const paths = [
    '/',
    '/feed.xml',
    '/items/a/',
    '/items/a/files/附件.txt',
    '/catalogue/',
    '/catalogue/plans/',
    '/catalogue/plans/2026/',
    '/organs/zjj/',
  ];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const manifest = [{ head: {}, signature: '' }, ...paths.map((path) => ({ path }))];
    server = createServer((request, response) => {
      if (request.url === '/_disclosure/manifest') response.end(manifest.map((row) => JSON.stringify(row)).join('\n'));
      else if (request.url === '/items/a/') response.end(page('<p>做好保姆审查</p>'));
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  test('names items, their files, categories, organs and the home page', async () => {
    const names = (await publishedAt(url, {})).map(({ address }) => address.slice(url.length));
    expect(names).toEqual(['/', '/items/a/', '/items/a/files/附件.txt', '/catalogue/plans/', '/organs/zjj/']);
  });

  test('checks each as the site gives it, and refuses what it does not give', async () => {
    const [home, item] = await publishedAt(url, {});
    expect(await item?.check()).toMatchObject([{ rule: 'misspelling', line: 2 }]);
    await expect(home?.check()).rejects.toThrow('网站没有给出这一页');
    await expect(publishedAt(`${url}/else`, {})).rejects.toThrow('没有给出公开文件的清单');
  });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { canonicalPath } from './node/canonical-path.ts';

const SITE = new URL('https://www.example.gov.cn/');
const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

const site = vi.hoisted(() => ({ licence: undefined as { name: string; url: string } | undefined }));
vi.mock('./interface-text.ts', () => ({
  t: (key: string) => key,
  locale: 'zh-CN',
  organName: '某局',
  siteName: '某局政府信息公开',
  get licence() {
    return site.licence;
  },
}));
const { dataCatalogue, dataCatalogueForSearch } = await import('./data-catalogue.ts');
const { openApi } = await import('./openapi.ts');

beforeEach(() => {
  site.licence = undefined;
});

/** Every address that a node of linked data leads to, as a path. */
function pathsIn(node: unknown): string[] {
  const urls = JSON.stringify(node).matchAll(/"https:\/\/www\.example\.gov\.cn(\/[^"#]*)(?:#[^"]*)?"/g);
  return [...new Set([...urls].map(([, path = '']) => path))];
}

test('the catalogue names each data set with its page and the forms of it', () => {
  const { '@type': type, 'dcat:dataset': sets } = dataCatalogue(SITE) as Record<string, unknown>;
  expect(type).toBe('dcat:Catalog');
  expect((sets as object[]).length).toBeGreaterThan(4);
  for (const set of sets as object[]) {
    expect(set).toMatchObject({
      '@type': 'dcat:Dataset',
      'dcat:landingPage': { '@id': expect.stringMatching(/^https:/) as string },
      'dcat:distribution': expect.arrayContaining([
        expect.objectContaining({ 'dcat:mediaType': { '@id': expect.stringContaining('iana.org') as string } }),
      ]) as object[],
    });
  }
});

test('every address in it is one of the site', () => {
  const paths = [...pathsIn(dataCatalogue(SITE)), ...pathsIn(dataCatalogueForSearch(SITE))];
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => canonicalPath(path) !== path)).toEqual([]);
});

test('a licence stands where one is named, and nothing in its place where none is', () => {
  const said = () => JSON.stringify([dataCatalogue(SITE), dataCatalogueForSearch(SITE), openApi(SITE)]);
  expect(said()).not.toMatch(/"(?:dct:)?license":/);
  site.licence = LICENCE;
  expect(said().split(LICENCE.url).length - 1).toBeGreaterThan(10);
});

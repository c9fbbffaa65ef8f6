import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFile } from '../../scripts/import/parse-file.ts';
import type { ParsedDocument } from '../../scripts/import/parsed-document.ts';
import { textOfHtml } from '../../shared/src/index.ts';
import { handbook, HANDBOOK_SUITE, hasHandbook } from '../support/handbook.ts';
import { bare } from '../support/public-pages.ts';
import { bodyOf, headingsOf, regulations, SEED_PAGE, titlesOfRegulations } from './support/corpus.ts';

const levelsIn = (html: string): number[] => [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));

describe.skipIf(!hasHandbook)(`${HANDBOOK_SUITE}the corpus of regulations, read`, () => {
  const titles = titlesOfRegulations();

  test('is there as a whole', () => {
    expect(titles.size).toBeGreaterThan(600);
  });

  test.each([...titles])('%s arrives whole', async (file, title) => {
    const source = readFileSync(join(regulations, file), 'utf8');
    const document = await parseFile(file, Buffer.from(source));
    expect(document.title).toBe(title);

    expect(bare(textOfHtml(document.bodyHtml))).toBe(bare(bodyOf(source, title)));

    const levels = levelsIn(document.bodyHtml);
    expect(levels).toHaveLength(headingsOf(source).length);
    expectOutline(levels);
    expectDates(document);
  });

  test('is read in far less than a minute', { timeout: 60_000 }, async () => {
    const files = readdirSync(regulations);
    const startedAt = performance.now();
    for (const file of files) await parseFile(file, readFileSync(join(regulations, file)));
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });
});

describe.skipIf(!hasHandbook)(`${HANDBOOK_SUITE}the seed page, read`, () => {
  const path = join(handbook, 'seed', SEED_PAGE);
  const parse = (): Promise<ParsedDocument> => parseFile(SEED_PAGE, readFileSync(path));

  test('gives its head as fields', async () => {
    expect(await parse()).toMatchObject({
      title: '2012年市住建委政务公开年报',
      publisherName: '亳州市住房和城乡建设局',
      source: '亳州市住房和城乡建设局',
      originalDate: '2013-02-28',
      originalTime: null,
      writtenOn: null,
      docNo: null,
      notes: ['发布时间为 00:00，真实时间未知'],
    });
  });

  test('has three headings with the right ones below them, the glued one among them', async () => {
    const { bodyHtml } = await parse();
    expect(levelsIn(bodyHtml)).toEqual([2, 3, 3, 3, 2, 3, 3, 3, 3, 2, 3, 3, 3, 3]);
    expect(bodyHtml).toContain('<h3>(二)完善政府信息公开网站信息日常更新制度。</h3>');
  });

  test('loses no character below its head, not even the spam at its end', async () => {
    const [, body = ''] = readFileSync(path, 'utf8').split(/字体:\[ \]/);
    const arrived = textOfHtml((await parse()).bodyHtml);
    expect(bare(arrived)).toBe(bare(body));
    expect(arrived).toContain('监理保姆审查制度');
    expect(arrived).toMatch(/CBA直播,CBA直播在线观看$/);
  });
});

function expectOutline(levels: readonly number[]): void {
  if (levels.length > 0) expect(levels[0]).toBe(2);
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 1) + 1));
}

/** The order that the publishing gate asks for. */
function expectDates({ writtenOn, effectiveOn, repealedOn, originalDate }: ParsedDocument): void {
  if (writtenOn !== null && effectiveOn !== null) expect(effectiveOn >= writtenOn).toBe(true);
  if (writtenOn !== null && originalDate !== null) expect(originalDate >= writtenOn).toBe(true);
  expect(repealedOn).toBeNull();
}

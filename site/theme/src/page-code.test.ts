import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { pageCode } from './page-code.ts';

const ADDRESS = 'https://www.example.gov.cn/items/gong-zu-fang-guan-li/';

/** The squares that a path covers, row by row. */
function squaresOf({ size, path }: { size: number; path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return rows;
}

test('the picture has exactly the squares of the code, with the margin that cameras need', () => {
  const { data, size } = encode(ADDRESS, { ecc: 'M', border: 4 });
  const code = pageCode(ADDRESS);
  expect(code.size).toBe(size);
  expect(squaresOf(code)).toEqual(data);
  expect(data.slice(0, 4).flat()).not.toContain(true);
});

test('an address makes the same picture every time, and another address another', () => {
  expect(pageCode(ADDRESS)).toEqual(pageCode(ADDRESS));
  expect(pageCode(ADDRESS).path).not.toBe(pageCode(`${ADDRESS}x`).path);
});

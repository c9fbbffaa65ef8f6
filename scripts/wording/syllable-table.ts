import { pinyin } from 'pinyin-pro';

/** Characters of GB 2312 and their readings, one line a syllable, the characters whose first reading it is before others. */
export function syllableTable(): string[] {
  const decoder = new TextDecoder('gb18030');
  const lines = new Map<string, { first: string; further: string }>();
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\u4e00-\u9fff]$/.test(character)) addReadings(lines, character);
    }
  }
  return [...lines]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([syllable, { first, further }]) => `${syllable}:${first}:${further}`);
}

function addReadings(lines: Map<string, { first: string; further: string }>, character: string): void {
  const readings = new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true }));
  [...readings].forEach((syllable, at) => {
    const line = lines.get(syllable) ?? { first: '', further: '' };
    if (at === 0) line.first += character;
    else line.further += character;
    lines.set(syllable, line);
  });
}

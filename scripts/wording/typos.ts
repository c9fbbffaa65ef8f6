import { readingsOf } from '../../shared/src/checks/sounds.ts';
import type { Random } from '../bench/random.ts';

/** Characters of level one of GB 2312 by their first reading: what input methods offer first. */
const common = new Map<string, string[]>();
const decoder = new TextDecoder('gb18030');
for (let row = 0xb0; row <= 0xd7; row += 1) {
  for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
    const character = decoder.decode(Uint8Array.of(row, cell));
    const [reading] = readingsOf(character);
    if (reading === undefined) continue;
    const list = common.get(reading) ?? [];
    common.set(reading, [...list, character]);
  }
}

/** Another common character of the same sound, any of them with the same likelihood; null where there is none. */
export function typoFor(character: string, random: Random): string | null {
  const [reading] = readingsOf(character);
  const others = (common.get(reading ?? '') ?? []).filter((other) => other !== character);
  return others[random.below(Math.max(1, others.length))] ?? null;
}

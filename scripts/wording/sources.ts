import type { Learnt } from './learn.ts';
import { syllableTable } from './syllable-table.ts';

const HEAD = '// Made by scripts/learn-wording.ts. Do not edit.\n';

export function syllableSource(): string {
  const lines = syllableTable().map((line) => `  '${line}',\n`);
  return `${HEAD}
/** Toneless syllables, the characters whose first reading they are, and those that are read so too. Readings: pinyin-pro (MIT). */
export const SYLLABLES: readonly string[] = [
${lines.join('')}];
`;
}

export function modelSource(
  { cells, network, threshold }: Learnt,
  { learntOn, source }: { readonly learntOn: string; readonly source: string },
): string {
  const bytes = Buffer.alloc(cells.length * 2);
  cells.forEach((cell, at) => bytes.writeUInt16LE(cell, at * 2));
  return `${HEAD}import type { KeptModel } from '../wording-model.ts';

export const WORDING_MODEL: KeptModel = {
  learntOn: '${learntOn}',
  source: '${source}',
  threshold: ${Math.round(threshold * 1000) / 1000},
  network: ${JSON.stringify(network)},
  table: '${bytes.toString('base64')}',
};
`;
}

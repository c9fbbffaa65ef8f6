import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWith, Refusal } from './demo/refusal.mjs';
import { root } from './demo/settings.mjs';
import { learnWording } from './wording/learn.ts';
import { modelSource, syllableSource } from './wording/sources.ts';
import { readRegulations } from './wording/regulations.ts';

const DATA = join(root, 'shared/src/checks/data');

/** Learns the model that is shipped, from all texts of a folder: `node scripts/learn-wording.ts FOLDER`. */
function main(folder: string | undefined): void {
  if (folder === undefined || !existsSync(folder)) {
    throw new Refusal(
      '用法：node scripts/learn-wording.ts 文件夹（其中的 .md 文件是学习的文本）',
      'Usage: node scripts/learn-wording.ts FOLDER, where the .md files are the texts to learn from',
    );
  }
  writeFileSync(join(DATA, 'syllables.ts'), syllableSource());
  const regulations = readRegulations(folder);
  const learnt = learnWording(regulations, (line) => console.log(line));
  const source = `${regulations.length} Chinese laws and regulations`;
  writeFileSync(
    join(DATA, 'wording-model.ts'),
    modelSource(learnt, { learntOn: new Date().toISOString().slice(0, 10), source }),
  );
}

try {
  main(process.argv[2]);
} catch (error) {
  endWith(error);
}

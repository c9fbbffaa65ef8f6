import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesOf, MARGIN } from '../../shared/src/checks/wording-text.ts';

/** A text that the model learns from or is tested on. */
export interface Regulation {
  readonly title: string;
  readonly text: string;
  /** The same as the model sees it, without margins, one character for each. */
  readonly seen: string;
}

/** All regulations of a folder, without the marks that the collection adds. */
export function readRegulations(folder: string): Regulation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
      return { title: titleOf(name), text, seen: seenText(text) };
    });
}

export function seenText(text: string): string {
  const codes = codesOf(text).subarray(MARGIN, -MARGIN);
  const pieces: string[] = [];
  for (let at = 0; at < codes.length; at += 4096) pieces.push(String.fromCharCode(...codes.subarray(at, at + 4096)));
  return pieces.join('');
}

/** Versions of one regulation, which differ in the date of the file name, have one title and never stand on both sides. */
function titleOf(fileName: string): string {
  return fileName.replace(/\.md$/, '').replace(/\(\d{4}-\d{2}-\d{2}\)/, '');
}

/** Which third a regulation belongs to: fixed by its title, whatever else is in the folder. */
export function thirdOf({ title }: Regulation): number {
  return createHash('sha256').update(title).digest().readUInt32BE(0) % 3;
}

/** One of `folds` parts of equal size, independent of the thirds. */
export function foldOf({ title }: Regulation, folds: number): number {
  return createHash('sha256').update(title).digest().readUInt32BE(4) % folds;
}

import { relative } from 'node:path';
import type { PlacedFinding } from './check-file.ts';
import type { Language } from './command-line.ts';

const LONGEST_SHOWN = 60;
const DELETE: Readonly<Record<Language, string>> = { zh: '（删去）', en: '(delete)' };

/** One line that can be searched and cut: severity, place, rule, words, message, with tabs between them. */
export function findingLine(finding: PlacedFinding, folder: string, language: Language): string {
  const below = relative(folder, finding.place);
  const place = `${below.startsWith('..') ? finding.place : below}:${finding.line}:${finding.column}`;
  const { found, suggestion } = finding;
  const change = suggestion === null ? shown(found) : `${shown(found)} → ${shown(suggestion) || DELETE[language]}`;
  return [finding.severity, place, finding.rule, change, shown(finding.message[language], Infinity)].join('\t');
}

function shown(words: string, longest = LONGEST_SHOWN): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

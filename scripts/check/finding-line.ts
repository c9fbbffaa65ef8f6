import { relative } from 'node:path';
import { type Finding, PERSONAL_DATA_RULES } from '../../shared/src/checks/index.ts';
import type { Language } from './command-line.ts';
import type { PlacedFinding } from './placed-finding.ts';

const LONGEST_SHOWN = 60;
const HIDDEN = '***';
const PERSONAL: ReadonlySet<string> = new Set(PERSONAL_DATA_RULES);
const DELETE: Readonly<Record<Language, string>> = { zh: '（删去）', en: '(delete)' };

/** One line that can be searched and cut: severity, place, rule, words, message, with tabs between them. */
export function findingLine(finding: Finding | PlacedFinding, folder: string, language: Language): string {
  const { severity, rule, message } = finding;
  const place = placeOf(finding, folder);
  return [severity, place, rule, changeOf(finding, language), shown(message[language], Infinity)].join('\t');
}

/** A file below the folder, or a page, with line and column; of an attachment the part it stands in. */
function placeOf(finding: Finding | PlacedFinding, folder: string): string {
  const { place, part } = finding;
  const below = /^https?:/.test(place) ? '..' : relative(folder, place);
  const shownPlace = below.startsWith('..') ? place : below;
  if ('line' in finding) return `${shownPlace}:${finding.line}:${finding.column}`;
  return part?.replace(place, () => shownPlace) ?? shownPlace;
}

function changeOf({ rule, found, suggestion }: Finding, language: Language): string {
  // Lines end up in files: what identifies a person is named by its mask.
  if (PERSONAL.has(rule)) return suggestion ?? HIDDEN;
  return suggestion === null ? shown(found) : `${shown(found)} → ${shown(suggestion) || DELETE[language]}`;
}

function shown(words: string, longest = LONGEST_SHOWN): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

import type { IsoDate } from '../dates.ts';
import type { Label } from '../vocabulary.ts';
import type { InspectionFinding } from './finding.ts';
import { INSPECTION_RULES, type InspectionRule, type InspectionRuleName } from './rules.ts';

/** What fills the braces of a rule: the same words in both languages, or words of each. */
export type Words = Readonly<Record<string, string | number | Label>>;

/** A finding by a rule. */
export function found(
  rule: InspectionRuleName,
  place: string,
  words: Words,
  dueOn: IsoDate | null = null,
): InspectionFinding {
  const { severity, wrong, remedy }: InspectionRule = INSPECTION_RULES[rule];
  return { rule, severity, place, wrong: filled(wrong, words), remedy: filled(remedy, words), dueOn };
}

function filled({ zh, en }: Label, words: Words): Label {
  return { zh: filledIn(zh, words, 'zh'), en: filledIn(en, words, 'en') };
}

/** Quoted words may be long, and a report has to stay short. */
const LONGEST_WORD = 200;
const LONGEST = 1000;

function filledIn(text: string, words: Words, language: keyof Label): string {
  const sentence = text.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const word = words[name];
    if (word === undefined) return whole;
    return shortened(String(typeof word === 'object' ? word[language] : word), LONGEST_WORD);
  });
  return shortened(sentence, LONGEST);
}

function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

/** What one fault on many pages is told once for. */
export interface Repeated {
  readonly rule: InspectionRuleName;
  readonly words: Words;
}

/** One finding for each fault, at the first of its places, with how many more there are as `{more}`. */
export class RepeatedFindings {
  readonly #faults = new Map<string, Repeated & { place: string; count: number }>();

  add(place: string, fault: Repeated): void {
    const key = `${fault.rule} ${JSON.stringify(fault.words)}`;
    const known = this.#faults.get(key);
    if (known === undefined) this.#faults.set(key, { ...fault, place, count: 1 });
    else known.count += 1;
  }

  findings(): InspectionFinding[] {
    return [...this.#faults.values()].map(({ rule, words, place, count }) =>
      found(rule, place, { ...words, more: moreThan(count - 1) }),
    );
  }
}

export function moreThan(others: number): Label {
  if (others === 0) return { zh: '', en: '' };
  return { zh: `，另有 ${others} 页相同`, en: `, and so on ${others} more pages` };
}

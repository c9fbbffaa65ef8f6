import { stretchesBetween } from './sequence.ts';

/** A stretch of text that is only in the former version, only in the latter, or in both. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What is compared as a whole. Chinese has no spaces between words, so each of its characters stands for itself; numbers
 * and words of Latin letters are never split: that 18 became 81 is seen at once, that 1 and 8 changed places is not.
 */
const UNIT =
  /[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{N}\p{M}]|[.,'’-](?=[\p{Script=Latin}\p{N}]))*|\P{M}\p{M}*|\p{M}+/gu;

/** A longer text is compared by its sentences first, and by characters only where sentences changed. */
const LONGEST_BY_UNITS = 1500;
const MOST_CHANGED_UNITS = 800;
const MOST_CHANGED_SENTENCES = 1500;

/** With its mark at the end; what follows the last mark is a sentence as well. */
const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]+|[^。！？；!?;\n]+/gu;

/** The text of a version: the runs without those of the other one. */
export function textOfRuns(runs: readonly Run[], version: 'before' | 'after'): string {
  const others = version === 'before' ? 'added' : 'removed';
  return runs.map(({ kind, text }) => (kind === others ? '' : text)).join('');
}

/** Runs of what two texts share and do not, in order: they give back both texts exactly. None for two empty texts. */
export function runsBetween(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const isLong = before.length > LONGEST_BY_UNITS || after.length > LONGEST_BY_UNITS;
  return readable(isLong ? runsBySentences(before, after) : runsByUnits(before, after));
}

function runsByUnits(before: string, after: string): Run[] {
  return runsOf(before, after, { pattern: UNIT, mostEdits: MOST_CHANGED_UNITS });
}

function runsBySentences(before: string, after: string): Run[] {
  const coarse = runsOf(before, after, { pattern: SENTENCE, mostEdits: MOST_CHANGED_SENTENCES });
  return changesOf(coarse).flatMap((part) => {
    if ('same' in part) return [{ kind: 'same', text: part.same }] satisfies Run[];
    // What was only left out or put in has nothing to be compared with.
    if (part.removed === '' || part.added === '') return runsOfChange(part);
    const isComparable = part.removed.length + part.added.length <= 4 * LONGEST_BY_UNITS;
    return isComparable ? runsByUnits(part.removed, part.added) : runsOfChange(part);
  });
}

function runsOf(before: string, after: string, { pattern, mostEdits }: { pattern: RegExp; mostEdits: number }): Run[] {
  const stretches = stretchesBetween(before.match(pattern) ?? [], after.match(pattern) ?? [], {
    keyOf: (unit) => unit,
    mostEdits,
  });
  return stretches.map(({ kind, elements }) => ({ kind, text: elements.join('') }));
}

interface Change {
  readonly removed: string;
  readonly added: string;
}

type Part = Change | { readonly same: string };

/** Neighbouring runs of changes as one change. */
function changesOf(runs: readonly Run[]): Part[] {
  const parts: Part[] = [];
  for (const { kind, text } of runs) {
    const last = parts.at(-1);
    if (kind === 'same') {
      if (last !== undefined && 'same' in last) parts[parts.length - 1] = { same: last.same + text };
      else parts.push({ same: text });
      continue;
    }
    const change = last === undefined || 'same' in last ? { removed: '', added: '' } : last;
    const grown = { ...change, [kind]: change[kind] + text };
    if (change === last) parts[parts.length - 1] = grown;
    else parts.push(grown);
  }
  return parts;
}

function runsOfChange({ removed, added }: Change): Run[] {
  const both: Run[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ];
  return both.filter(({ text }) => text !== '');
}

/**
 * The same runs, for people: what two versions share by chance, a single character between two changes or a stretch that is
 * short beside them, becomes part of one change.
 */
function readable(runs: readonly Run[]): Run[] {
  const parts: Part[] = [];
  for (const part of changesOf(runs)) {
    const [former, between] = [parts.at(-2), parts.at(-1)];
    if (
      !('same' in part) &&
      former !== undefined &&
      !('same' in former) &&
      between !== undefined &&
      'same' in between
    ) {
      if (isByChance(between.same, former, part)) {
        parts.splice(-2, 2, {
          removed: former.removed + between.same + part.removed,
          added: former.added + between.same + part.added,
        });
        continue;
      }
    }
    parts.push(part);
  }
  return parts.flatMap((part) =>
    'same' in part ? [{ kind: 'same', text: part.same } satisfies Run] : runsOfChange(part),
  );
}

function isByChance(same: string, former: Change, latter: Change): boolean {
  const length = [...same].length;
  return length < 2 || length * 2 <= Math.min(sizeOf(former), sizeOf(latter));
}

function sizeOf({ removed, added }: Change): number {
  return Math.max(removed.length, added.length);
}

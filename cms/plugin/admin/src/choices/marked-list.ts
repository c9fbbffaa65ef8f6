import type { Marked } from 'disclosure-contract';
import { storedList } from './stored-list.ts';

export type MarkedEntry = Marked<string>;

/** The entries of a stored list. */
export function listOfMarked(value: unknown): MarkedEntry[] {
  return storedList(value).filter(isMarked);
}

/** `list` with those of `values` that it does not have yet, as required ones: most of what a catalogue names is. */
export function withValues(list: readonly MarkedEntry[], values: readonly string[]): MarkedEntry[] {
  const present = new Set(list.map(({ value }) => value));
  const added = [...new Set(values)].filter((value) => !present.has(value));
  return [...list, ...added.map((value) => ({ value, required: true }))];
}

/** `list` with the mark of one entry turned over. */
export function withOtherMark(list: readonly MarkedEntry[], value: string): MarkedEntry[] {
  return list.map((entry) => (entry.value === value ? { ...entry, required: !entry.required } : entry));
}

export function withoutValue(list: readonly MarkedEntry[], value: string): MarkedEntry[] {
  return list.filter((entry) => entry.value !== value);
}

function isMarked(entry: unknown): entry is MarkedEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { value, required } = entry as Partial<Record<keyof MarkedEntry, unknown>>;
  return typeof value === 'string' && typeof required === 'boolean';
}

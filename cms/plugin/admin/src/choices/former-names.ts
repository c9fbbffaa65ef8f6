import { storedList } from './stored-list.ts';

/** A former name of an organ as a form holds it: days are `YYYY-MM-DD`, null when nobody knows. */
export interface FormerName {
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** The names of a stored list. */
export function formerNamesOf(value: unknown): FormerName[] {
  return storedList(value).map(formerNameOf);
}

function formerNameOf(value: unknown): FormerName {
  const { name, from, until } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { name: typeof name === 'string' ? name : '', from: dayOf(from), until: dayOf(until) };
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

import { namedFlowSchema, type NamedFlow } from 'disclosure-contract';
import { storedList } from '../../choices/stored-list.ts';

/** The flows of a form; null where what is stored has not their shape, and must not be written over unseen. */
export function flowsOfValue(value: unknown): NamedFlow[] | null {
  const parsed = storedList(value).map((entry) => namedFlowSchema.safeParse(entry));
  return parsed.every(({ success }) => success) ? parsed.flatMap(({ data }) => data ?? []) : null;
}

/** The flows in a list, with what flows of their time did not say yet filled in. */
export function flowsAmong(values: readonly unknown[]): NamedFlow[] {
  return values.flatMap((value) => namedFlowSchema.safeParse(value).data ?? []);
}

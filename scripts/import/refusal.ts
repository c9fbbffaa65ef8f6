import { DisclosureError } from '../../shared/src/index.ts';

/** The one error that reading a file may end in. `reason` is the sentence that the report prints. */
export function refuse(reason: string, cause?: unknown): never {
  throw new DisclosureError('import_unreadable', reason, {}, cause === undefined ? undefined : { cause });
}

/** The sentence of a refusal, or null when `error` is something else. */
export function refusalReason(error: unknown): string | null {
  return error instanceof DisclosureError && error.code === 'import_unreadable' ? error.message : null;
}

import { useSyncExternalStore } from 'react';

/** A save that was refused because somebody else had saved meanwhile. */
export interface EditConflict {
  readonly documentId: string;
  /** The state that the form was opened with. */
  readonly base: string;
  /** The state that is stored. */
  readonly current: string;
  readonly savedBy: string | null;
  readonly savedAt: string;
  /** What the form wanted to save. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The fields that were changed in the form: of all others, the stored state is the newer. */
  readonly typed: readonly string[];
}

let conflict: EditConflict | null = null;
const listeners = new Set<() => void>();

/** The store's middleware hears of a conflict; the form, which is elsewhere, shows it. */
export function noteConflict(next: EditConflict | null): void {
  conflict = next;
  for (const tell of listeners) tell();
}

export function useConflict(documentId: string): EditConflict | null {
  const known = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => conflict,
  );
  return known?.documentId === documentId ? known : null;
}

/** What stands in a form and is not stored. */
export interface Typing {
  readonly documentId: string;
  readonly at: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const KEY = 'disclosure.typing';

let open: Omit<Typing, 'at'> | null = null;

/** What the open form holds; null when all of it is stored. */
export function noteTyping(next: Omit<Typing, 'at'> | null): void {
  open = next;
}

/** Puts what is typed where it survives the sign-in page: in this window, and until it is closed. */
export function keepTyping(): void {
  if (open === null) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...open, at: new Date().toISOString() }));
  } catch {
    // Full or forbidden: the form itself still holds everything.
  }
}

export function keptTyping(documentId: string): Typing | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Typing | null;
    return kept?.documentId === documentId ? kept : null;
  } catch {
    return null;
  }
}

export function forgetTyping(): void {
  sessionStorage.removeItem(KEY);
}

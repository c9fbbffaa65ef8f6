/** What stands in a form and is not stored. */
export interface Typing {
  readonly documentId: string;
  readonly at: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const KEY = 'disclosure.typing';

interface OpenForm extends Omit<Typing, 'at'> {
  /** What the form showed before anybody typed. */
  readonly initialValues: Readonly<Record<string, unknown>>;
}

let open: OpenForm | null = null;

/** What the open form holds; null when all of it is stored. */
export function noteTyping(next: OpenForm | null): void {
  open = next;
}

/** The fields of the open form that were changed in it. */
export function typedFields(): readonly string[] {
  if (open === null) return [];
  const { values, initialValues } = open;
  return Object.keys(values).filter((field) => JSON.stringify(values[field]) !== JSON.stringify(initialValues[field]));
}

/** Puts what is typed where it survives the sign-in page: in this window, and until it is closed. */
export function keepTyping(): void {
  if (open === null) return;
  try {
    const { documentId, values } = open;
    sessionStorage.setItem(KEY, JSON.stringify({ documentId, values, at: new Date().toISOString() }));
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

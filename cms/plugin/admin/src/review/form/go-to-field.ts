import { formFieldOf } from '../field-label';

/** Brings a field of the form into view, and the cursor into it where it can take one. */
export function goToField(contentField: string): void {
  const field = CSS.escape(formFieldOf(contentField));
  const input = document.querySelector<HTMLElement>(
    `[id="${field}-editor"], main [name="${field}"], main [id="${field}"], label[for="${field}"]`,
  );
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}

/** Brings the focus to what will be on the page once React has drawn an edit. */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  setTimeout(() => find()?.focus(), 0);
}

export function focusById(id: string): void {
  focusSoon(() => document.getElementById(id));
}

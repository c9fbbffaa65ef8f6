const TAKES_FOCUS = 'input, textarea, button, [role="combobox"]';

/** Brings the focus to a field, or to what stands in a place of this id, once React has drawn an edit. */
export function focusById(id: string): void {
  setTimeout(() => fieldOf(id)?.focus(), 0);
}

/** Opens a list to choose from: the boxes of the design system open with the arrow key. */
export function openById(id: string): void {
  setTimeout(() => {
    const choice = fieldOf(id);
    choice?.focus();
    // Once it has the focus, it knows what it offers.
    setTimeout(() => choice?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })), 0);
  }, 0);
}

function fieldOf(id: string): HTMLElement | null {
  const place = document.getElementById(id);
  return place === null || place.matches(TAKES_FOCUS) ? place : place.querySelector<HTMLElement>(TAKES_FOCUS);
}

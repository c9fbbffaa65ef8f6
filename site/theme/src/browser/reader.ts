/**
 * What readers set for themselves, text size and 长辈版, and the controls that only a script can answer. It is the one
 * script of the head and runs before anything is painted, so that no page jumps: the root says what was set and what
 * the browser can do, and style sheets do the rest. Controls are not there yet; their clicks are met at the document.
 */
const root = document.documentElement;
const SIZES: readonly string[] = ['large', 'medium', 'small'];

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser may forbid storage; the setting then lasts for the page.
  }
}

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function showSize(size: string | null): void {
  const known = size !== null && SIZES.includes(size) ? size : 'medium';
  root.dataset['reading'] = known;
  for (const button of document.querySelectorAll<HTMLElement>('[data-size]'))
    button.ariaPressed = String(button.dataset['size'] === known);
}

function showElder(isOn: boolean): void {
  root.toggleAttribute('data-elder', isOn);
}

function showSettings(): void {
  showSize(remembered('reading'));
  showElder(remembered('elder') === 'on');
}

/** Whoever used the switch stands on the one that leads back, which has taken its place. */
function setElder(setting: string): void {
  showElder(setting === 'on');
  remember('elder', setting);
  document.querySelector<HTMLElement>(`[data-set-elder='${setting === 'on' ? 'off' : 'on'}']`)?.focus();
}

function setSize(size: string): void {
  showSize(size);
  remember('reading', size);
}

function copy(control: HTMLElement, text: string): void {
  void navigator.clipboard.writeText(text).then(() => {
    control.textContent = control.dataset['copied'] ?? '';
  });
}

function answer({ target }: MouseEvent): void {
  const control = target instanceof Element ? target.closest<HTMLElement>('button') : null;
  if (control === null) return;
  const { size, setElder: elder, print, copy: text } = control.dataset;
  if (size !== undefined) setSize(size);
  if (elder !== undefined) setElder(elder);
  if (print !== undefined) window.print();
  if (text !== undefined) copy(control, text);
}

/** A browser that cannot show what is folded shows the record unfolded. */
function unfoldRecord(): void {
  if (CSS.supports('selector(::details-content)')) return;
  document.querySelector('.record-fold')?.setAttribute('open', '');
}

/** The day on paper, as the reader's own calendar has it. */
function datePrint(): void {
  for (const day of document.querySelectorAll('[data-printed]'))
    day.textContent = new Date().toLocaleDateString('sv-SE');
}

root.dataset['scripted'] = '';
// Only secure pages may write to the clipboard.
if (window.isSecureContext) root.dataset['clipboard'] = '';
showSettings();
document.addEventListener('DOMContentLoaded', () => {
  showSettings();
  unfoldRecord();
  datePrint();
});
document.addEventListener('click', answer);
window.addEventListener('beforeprint', datePrint);
// Set in another window, or on the page that the reader comes back from.
window.addEventListener('storage', showSettings);
window.addEventListener('pageshow', ({ persisted }) => persisted && showSettings());

export {};

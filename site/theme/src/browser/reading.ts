/** What readers set for themselves stays with their browser; without storage it lasts for the page. */
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

const root = document.documentElement;

/** Controls that only a script can answer are hidden until it runs. */
function reveal(control: HTMLElement): void {
  control.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
}

const sizes = [...document.querySelectorAll<HTMLButtonElement>('button[data-size]')];
function setSize(size: string): void {
  root.dataset['reading'] = size;
  for (const button of sizes) button.ariaPressed = String(button.dataset['size'] === size);
}
setSize(remembered('reading') ?? 'medium');
for (const button of sizes) {
  reveal(button);
  button.addEventListener('click', () => {
    const size = button.dataset['size'] ?? 'medium';
    setSize(size);
    remember('reading', size);
  });
}

const elder = document.querySelector<HTMLButtonElement>('button[data-elder]');
function setElder(isOn: boolean): void {
  root.toggleAttribute('data-elder', isOn);
  if (elder !== null) elder.ariaPressed = String(isOn);
}
setElder(remembered('elder') === 'on');
if (elder !== null) {
  reveal(elder);
  elder.addEventListener('click', () => {
    const isOn = !root.hasAttribute('data-elder');
    setElder(isOn);
    remember('elder', isOn ? 'on' : 'off');
  });
}

const printButton = document.querySelector<HTMLButtonElement>('button[data-print]');
if (printButton !== null) {
  reveal(printButton);
  printButton.addEventListener('click', () => window.print());
}

// Only secure pages may write to the clipboard.
const copyButton = document.querySelector<HTMLButtonElement>('button[data-copy]');
if (copyButton !== null && window.isSecureContext) {
  reveal(copyButton);
  copyButton.addEventListener('click', () => {
    void navigator.clipboard.writeText(copyButton.dataset['copy'] ?? '').then(() => {
      copyButton.textContent = copyButton.dataset['copied'] ?? '';
    });
  });
}

export {};

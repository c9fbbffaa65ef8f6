/**
 * Suggestions while somebody types into a search field: a combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 * The field stays what it is, and its form searches as without it. Nothing is asked while an input method is composing.
 */
interface Suggested {
  readonly suggestions: readonly { readonly text: string; readonly kind: string; readonly path: string }[];
}

/** Milliseconds without a key after which it is asked. */
const PAUSE = 150;

for (const [at, field] of document.querySelectorAll<HTMLInputElement>('input[data-suggestions]').entries()) {
  suggest(field, `suggestions-${at}`);
}

function suggest(field: HTMLInputElement, id: string): void {
  const { suggestions: address = '', label = '' } = field.dataset;
  const list = document.createElement('ul');
  list.id = id;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = label;
  list.hidden = true;
  field.after(list);
  field.role = 'combobox';
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', id);

  let timer = 0;
  let asked = new AbortController();
  let active = -1;

  const options = () => [...list.children] as HTMLElement[];
  const show = (isOpen: boolean) => {
    list.hidden = !isOpen;
    field.ariaExpanded = String(isOpen);
    if (!isOpen) activate(-1);
  };
  const activate = (next: number) => {
    active = next;
    for (const [each, option] of options().entries()) option.ariaSelected = String(each === next);
    const option = options()[next];
    if (option === undefined) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const forget = () => {
    clearTimeout(timer);
    asked.abort();
    show(false);
  };
  const fill = ({ suggestions }: Suggested) => {
    list.replaceChildren(
      ...suggestions.map(({ text, kind, path }, each) => {
        const option = document.createElement('li');
        option.id = `${id}-${each}`;
        option.role = 'option';
        option.dataset['path'] = path;
        const kindOf = document.createElement('span');
        kindOf.textContent = kind;
        option.append(text, ' ', kindOf);
        return option;
      }),
    );
    show(suggestions.length > 0);
  };
  const ask = () => {
    forget();
    const text = field.value.trim();
    if (text === '') return;
    timer = window.setTimeout(() => {
      asked = new AbortController();
      fetch(`${address}?q=${encodeURIComponent(text)}`, { signal: asked.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Suggested>) : { suggestions: [] }))
        .then(fill)
        .catch(() => undefined);
    }, PAUSE);
  };
  const open = (option: HTMLElement | undefined) => {
    if (option?.dataset['path'] !== undefined) location.assign(option.dataset['path']);
  };

  field.ariaExpanded = 'false';
  field.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) ask();
  });
  field.addEventListener('compositionend', ask);
  field.addEventListener('blur', forget);
  field.form?.addEventListener('submit', forget);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const { key } = event;
    if (list.hidden) {
      if (key === 'ArrowDown') ask();
      return;
    }
    const { length } = options();
    if (key === 'ArrowDown') activate(((active + 2) % (length + 1)) - 1);
    else if (key === 'ArrowUp') activate(((active + length + 1) % (length + 1)) - 1);
    else if (key === 'Enter' && active >= 0) open(options()[active]);
    else if (key === 'Escape') forget();
    else return;
    event.preventDefault();
  });
  // The field keeps the focus.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => open((target as Element).closest('li') ?? undefined));
}

export {};

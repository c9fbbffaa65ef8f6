import { useState, type ChangeEvent, type ClipboardEvent, type KeyboardEvent } from 'react';
import { endsWord, splitWords } from './words';

/** Of a text input in which words are typed one by one, or pasted together. Each is added as soon as it ends. */
export function useTypedWords(onAdd: (words: string[]) => void) {
  const [typed, setTyped] = useState('');

  const add = (text: string) => {
    const added = splitWords(text);
    setTyped('');
    if (added.length > 0) onAdd(added);
  };

  return {
    value: typed,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
      endsWord(target.value) ? add(target.value) : setTyped(target.value),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
      // Enter in a form's field would save the form.
      event.preventDefault();
      add(typed);
    },
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
      const text = event.clipboardData.getData('text/plain');
      if (!endsWord(text)) return;
      event.preventDefault();
      add(`${typed}${text}`);
    },
    onBlur: () => add(typed),
  };
}

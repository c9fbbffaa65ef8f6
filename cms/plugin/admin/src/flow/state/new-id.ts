import type { NewId } from './editing.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ids by chance: 36¹⁰ of them, so that none comes twice in one flow and none that was deleted comes back. */
export const newId: NewId = (prefix) => {
  const numbers = crypto.getRandomValues(new Uint32Array(10));
  return prefix + Array.from(numbers, (number) => LETTERS[number % LETTERS.length]).join('');
};

import type { StrapiApp } from '@strapi/strapi/admin';

type Middleware = ReturnType<StrapiApp['middlewares'][number]>;

interface Patch {
  readonly type: string;
  readonly payload?: { readonly queryCacheKey?: string };
}

/**
 * Keeps what was typed when a save is refused. The content manager shows a save as done before it is, and takes that back
 * when the server refuses: its form then resets to what is stored, and everything that was typed is gone (Strapi 5.54).
 * Without that guess the form stays as it is, and a save that succeeds is read back as ever.
 */
export const keptEdits = (): Middleware => () => (next) => (action) =>
  isGuess(action as Patch) ? action : next(action);

function isGuess({ type, payload }: Patch): boolean {
  if (type !== 'adminApi/queries/queryResultPatched') return false;
  const key = payload?.queryCacheKey ?? '';
  return key.startsWith('getDocument(') && key.includes('"plugin::disclosure.');
}

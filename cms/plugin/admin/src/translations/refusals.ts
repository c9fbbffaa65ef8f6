import english from './refusals.en.json';

const ENGLISH: Readonly<Record<string, string>> = english;

/** What a refusal says in the language of the interface; null where the server's own text, which is Chinese, has to do. */
export function refusalText(code: unknown, locale: string, field?: string): string | null {
  if (typeof code !== 'string' || locale !== 'en') return null;
  return ENGLISH[`${code}.${field ?? ''}`] ?? ENGLISH[code] ?? null;
}

interface Refusal {
  message: string;
  details?: { code?: unknown; errors?: { code?: unknown; path?: string[]; message: string }[] };
}

/** The server's own text stays where there is none for its code, as it does for every code in Chinese. */
export function translateRefusal(payload: unknown, locale: string): void {
  if (typeof payload !== 'object' || payload === null || !('details' in payload)) return;
  const refusal = payload as Refusal;
  const problems = Array.isArray(refusal.details?.errors) ? refusal.details.errors : [];
  for (const problem of problems) {
    problem.message = refusalText(problem.code, locale, problem.path?.join('.')) ?? problem.message;
  }
  const only = problems.length === 1 ? problems[0] : undefined;
  const summary = only && only.code === refusal.details?.code ? only.message : null;
  refusal.message = summary ?? refusalText(refusal.details?.code, locale) ?? refusal.message;
}

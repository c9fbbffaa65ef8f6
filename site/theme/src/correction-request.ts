import { CORRECTION_LENGTHS, correctionSchema, type Correction } from 'disclosure-contract';

/** Fields of the form, in their order. `website` is for programs that fill in whatever they find: people do not see it. */
export const CORRECTION_FIELDS = ['kind', 'page', 'text', 'contact', 'website'] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** What was written, whatever it is. */
export type CorrectionValues = Readonly<Record<CorrectionField, string>>;

/** Key of a sentence, by the field that it is about; `form` is about none. */
export type CorrectionProblems = Readonly<Partial<Record<CorrectionField | 'form', CorrectionProblem>>>;
export type CorrectionProblem =
  | 'kind_missing'
  | 'page_long'
  | 'text_missing'
  | 'text_long'
  | 'contact_long'
  | 'website_filled'
  | 'too_many'
  | 'unavailable';

/** What is asked for when the form is opened: the page may be known. */
export function emptyCorrection(page: string): CorrectionValues {
  return { kind: '', page: page.slice(0, CORRECTION_LENGTHS.page), text: '', contact: '', website: '' };
}

export interface CorrectionRequest {
  readonly values: CorrectionValues;
  readonly problems: CorrectionProblems;
  /** Null where something is wrong. */
  readonly correction: Correction | null;
}

/** Reads a form as it was sent. Whatever is wrong is told at once, and nothing that was written is lost. */
export function readCorrection(form: URLSearchParams): CorrectionRequest {
  const written = (field: CorrectionField) =>
    (form.get(field) ?? '')
      .replace(/\r\n?/g, '\n')
      // Nobody types them, and sealed they would take six times their room.
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim();
  const values: CorrectionValues = {
    kind: written('kind'),
    page: written('page'),
    text: written('text'),
    contact: written('contact'),
    website: written('website'),
  };
  const parsed = correctionSchema.safeParse(values);
  const problems = problemsIn(values, parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
  const isWell = Object.keys(problems).length === 0;
  return { values, problems, correction: isWell && parsed.success ? parsed.data : null };
}

function problemsIn(values: CorrectionValues, wrong: readonly string[]): CorrectionProblems {
  return {
    ...(wrong.includes('kind') && { kind: 'kind_missing' }),
    ...(wrong.includes('page') && { page: 'page_long' }),
    ...(wrong.includes('text') && { text: values.text === '' ? 'text_missing' : 'text_long' }),
    ...(wrong.includes('contact') && { contact: 'contact_long' }),
    ...(values.website !== '' && { website: 'website_filled' }),
  };
}

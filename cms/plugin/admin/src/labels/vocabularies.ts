import {
  CHANNELS,
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  GENRES,
  LEGAL_BASES,
  LEVELS,
  ORGAN_KINDS,
  SCOPES,
  SUBJECTS,
  VALIDITIES,
  type Label,
} from 'disclosure-contract';

export type Vocabulary = Readonly<Record<string, Label>>;

/** What a field of codes may be offered, by the name its attribute gives. */
export const CHOICES: Readonly<Record<string, Vocabulary>> = { LEGAL_BASES, CHANNELS };

/** Vocabularies of enumerations. Strapi shows a value by looking it up as a translation, without saying of which field. */
export const ENUMERATIONS: readonly Vocabulary[] = [
  LEGAL_BASES,
  SUBJECTS,
  GENRES,
  VALIDITIES,
  DISCLOSURE_MODES,
  SCOPES,
  DEADLINE_RULES,
  LEVELS,
  ORGAN_KINDS,
];

/** The translations that give enumerations their labels. */
export function enumerationLabels(language: keyof Label): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const vocabulary of ENUMERATIONS) {
    for (const [code, label] of Object.entries(vocabulary)) labels[code] = label[language];
  }
  return labels;
}

import {
  CHANNELS,
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  GENRES,
  LEGAL_BASES,
  LEVELS,
  ORGAN_KINDS,
  SCOPES,
  STAGES,
  SUBJECTS,
  TARGET_AUDIENCES,
  VALIDITIES,
  type Label,
} from 'disclosure-contract';
import type { TypeName } from './types';

export type Vocabulary = Readonly<Record<string, Label>>;

/** What a field of codes may be offered, by the name its attribute gives. */
export const CHOICES: Readonly<Record<string, Vocabulary>> = {
  LEGAL_BASES,
  CHANNELS,
  LEVELS,
  TARGET_AUDIENCES,
};

/**
 * Vocabularies of enumerations. Strapi shows a value by looking it up as a translation, without saying of which field:
 * `other` or `public` would be anybody's. So forms, lists and filters are given these instead.
 */
const ENUMERATIONS: Readonly<Record<TypeName, Readonly<Record<string, Vocabulary>>>> = {
  item: {
    subject: SUBJECTS,
    genre: GENRES,
    statedValidity: VALIDITIES,
    disclosureMode: DISCLOSURE_MODES,
    scope: SCOPES,
    deadlineRule: DEADLINE_RULES,
  },
  category: { legalBasis: LEGAL_BASES, deadlineRule: DEADLINE_RULES, mode: DISCLOSURE_MODES, stage: STAGES },
  organ: { kind: ORGAN_KINDS },
  'review-chain': {},
};

export function vocabularyOf(type: TypeName, field: string): Vocabulary | undefined {
  return ENUMERATIONS[type][field];
}

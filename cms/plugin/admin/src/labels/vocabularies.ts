import {
  CHANNELS,
  CORRECTION_KINDS,
  CORRECTION_STATES,
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  GENRES,
  HANDLING_FORMS,
  HANDLING_KINDS,
  LEGAL_BASES,
  LEVELS,
  ONLINE_DEPTHS,
  ORGAN_KINDS,
  CATEGORY_PURPOSES,
  ORGAN_NATURES,
  POWER_LEVELS,
  RISK_CATEGORIES,
  SCOPES,
  SERVICE_TARGETS,
  STAGES,
  SUBJECTS,
  TARGET_AUDIENCES,
  VALIDITIES,
  type Label,
} from 'disclosure-contract';
import { LIMIT_UNITS, POWER_KINDS, RISK_LEVELS } from 'disclosure-contract/flow';
import type { TypeName } from './types';

export type Vocabulary = Readonly<Record<string, Label>>;

/** What a field of codes may be offered, by the name its attribute gives. */
export const CHOICES: Readonly<Record<string, Vocabulary>> = {
  LEGAL_BASES,
  CHANNELS,
  LEVELS,
  TARGET_AUDIENCES,
  SERVICE_TARGETS,
  HANDLING_FORMS,
};

/** Vocabularies of every item, whatever its type. */
const OF_ITEMS: Readonly<Record<string, Vocabulary>> = {
  subject: SUBJECTS,
  genre: GENRES,
  statedValidity: VALIDITIES,
  disclosureMode: DISCLOSURE_MODES,
  scope: SCOPES,
  deadlineRule: DEADLINE_RULES,
};

/**
 * Vocabularies of enumerations. Strapi shows a value by looking it up as a translation, without saying of which field:
 * `other` or `public` would be anybody's. So forms, lists and filters are given these instead.
 */
const ENUMERATIONS: Readonly<Record<TypeName, Readonly<Record<string, Vocabulary>>>> = {
  item: OF_ITEMS,
  power: {
    ...OF_ITEMS,
    kind: POWER_KINDS,
    organNature: ORGAN_NATURES,
    level: POWER_LEVELS,
    statutoryLimitUnit: LIMIT_UNITS,
    promisedLimitUnit: LIMIT_UNITS,
  },
  guide: { ...OF_ITEMS, handling: HANDLING_KINDS, onlineDepth: ONLINE_DEPTHS },
  'risk-point': { ...OF_ITEMS, category: RISK_CATEGORIES, level: RISK_LEVELS },
  category: {
    legalBasis: LEGAL_BASES,
    deadlineRule: DEADLINE_RULES,
    mode: DISCLOSURE_MODES,
    stage: STAGES,
    purpose: CATEGORY_PURPOSES,
  },
  organ: { kind: ORGAN_KINDS },
  'review-chain': {},
  correction: { kind: CORRECTION_KINDS, state: CORRECTION_STATES },
};

export function vocabularyOf(type: TypeName, field: string): Vocabulary | undefined {
  return ENUMERATIONS[type][field];
}

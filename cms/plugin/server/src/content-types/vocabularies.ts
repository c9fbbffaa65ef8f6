import {
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  GENRES,
  LEGAL_BASES,
  ORGAN_KINDS,
  SCOPES,
  STAGES,
  SUBJECTS,
  VALIDITIES,
} from 'disclosure-contract';

/** The codes of each vocabulary, as Strapi's enumerations want them. */
export const CODES = {
  deadlineRules: Object.keys(DEADLINE_RULES),
  disclosureModes: Object.keys(DISCLOSURE_MODES),
  genres: Object.keys(GENRES),
  legalBases: Object.keys(LEGAL_BASES),
  organKinds: Object.keys(ORGAN_KINDS),
  scopes: Object.keys(SCOPES),
  stages: Object.keys(STAGES),
  subjects: Object.keys(SUBJECTS),
  /** What an editor may state; the others follow from the dates. */
  statedValidities: Object.keys(VALIDITIES).filter((code) => ['amended', 'partly_invalid', 'expired'].includes(code)),
};

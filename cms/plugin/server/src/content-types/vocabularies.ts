import {
  CATEGORY_PURPOSES,
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  GENRES,
  HANDLING_KINDS,
  LEGAL_BASES,
  ONLINE_DEPTHS,
  ORGAN_KINDS,
  ORGAN_NATURES,
  POWER_LEVELS,
  RISK_CATEGORIES,
  SCOPES,
  STAGES,
  SUBJECTS,
  VALIDITIES,
} from 'disclosure-contract';
import { LIMIT_UNITS, POWER_KINDS, RISK_LEVELS } from 'disclosure-contract/flow';

/** The codes of each vocabulary, as Strapi's enumerations want them. */
export const CODES = {
  categoryPurposes: Object.keys(CATEGORY_PURPOSES),
  deadlineRules: Object.keys(DEADLINE_RULES),
  disclosureModes: Object.keys(DISCLOSURE_MODES),
  genres: Object.keys(GENRES),
  handlingKinds: Object.keys(HANDLING_KINDS),
  legalBases: Object.keys(LEGAL_BASES),
  limitUnits: Object.keys(LIMIT_UNITS),
  onlineDepths: Object.keys(ONLINE_DEPTHS),
  organKinds: Object.keys(ORGAN_KINDS),
  organNatures: Object.keys(ORGAN_NATURES),
  powerKinds: Object.keys(POWER_KINDS),
  powerLevels: Object.keys(POWER_LEVELS),
  riskCategories: Object.keys(RISK_CATEGORIES),
  riskLevels: Object.keys(RISK_LEVELS),
  scopes: Object.keys(SCOPES),
  stages: Object.keys(STAGES),
  subjects: Object.keys(SUBJECTS),
  /** What an editor may state; the others follow from the dates. */
  statedValidities: Object.keys(VALIDITIES).filter((code) => ['amended', 'partly_invalid', 'expired'].includes(code)),
};

import type { Level, TargetAudience } from 'disclosure-contract';

/** What a category says when nobody chose: the columns of the standard catalogue that cannot be empty. */
export const CATEGORY_DEFAULTS: { readonly targetAudiences: TargetAudience[]; readonly levels: Level[] } = {
  targetAudiences: ['everyone'],
  levels: ['city'],
};

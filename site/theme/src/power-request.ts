import { POWER_LEVELS, SLUG } from 'disclosure-contract';
import { POWER_KINDS, RISK_LEVELS } from 'disclosure-contract/flow';
import { z } from 'zod';
import type { PowerFilter, RiskFilter } from './node/views.ts';
import type { Filters } from './list-addresses.ts';

/** Longer texts are cut here, as those of the search are. */
const TEXT_LENGTH = 200;

const codeOf = <Code extends string>(vocabulary: Readonly<Record<Code, unknown>>) =>
  z.enum(Object.keys(vocabulary) as [Code, ...Code[]]);
const section = z.string().regex(SLUG).max(120);

/** What the address of the list of powers may say. */
export const POWER_FILTERS = {
  text: z.string().transform((text) => [...text.trim()].slice(0, TEXT_LENGTH).join('')),
  kind: codeOf(POWER_KINDS),
  section,
  level: codeOf(POWER_LEVELS),
};
/** What the address of the table of risk points may say. */
export const RISK_FILTERS = { section, level: codeOf(RISK_LEVELS) };

/** A filter of a list that cannot be understood. */
export type FilterProblem = keyof typeof POWER_FILTERS;

export interface ListRequest<Filter> {
  readonly filter: Filter;
  readonly problems: FilterProblem[];
}

/** Reads the filters of the list of powers. What cannot be understood is named and left out. */
export function parsePowerRequest(given: URLSearchParams): ListRequest<PowerFilter> {
  return parse<PowerFilter>(given, POWER_FILTERS);
}

/** Reads the filters of the table of risk points. */
export function parseRiskRequest(given: URLSearchParams): ListRequest<RiskFilter> {
  return parse<RiskFilter>(given, RISK_FILTERS);
}

/** What an address is made from again. */
export function filtersOf(filter: PowerFilter | RiskFilter): Filters {
  return { ...filter };
}

function parse<Filter>(given: URLSearchParams, schemas: Readonly<Record<string, z.ZodType>>): ListRequest<Filter> {
  const filter: Record<string, unknown> = {};
  const problems: FilterProblem[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const written = given.get(name)?.trim() ?? '';
    if (written === '') continue;
    const { data, success } = schema.safeParse(written);
    if (success) filter[name] = data;
    else problems.push(name as FilterProblem);
  }
  return { filter: filter as Filter, problems };
}

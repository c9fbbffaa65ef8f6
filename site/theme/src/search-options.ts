import { GENRES, ITEM_TYPES, SUBJECTS, VALIDITIES, type Label } from 'disclosure-contract';
import { labelOf, t } from './interface-text.ts';
import type { ContentViews, Filter, OrganNode, Reference, SearchQuery } from './node/views.ts';
import { FILTERS } from './search-request.ts';
import { sectionName } from './section-name.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What each filter of the search form offers. */
export type Choices = Readonly<Record<Filter, readonly Choice[]>>;

export function searchChoices(content: ContentViews): Choices {
  return {
    category: flatten(content.tree().roots),
    organ: flatten(withShortNames(content.organs().roots)),
    year: content.years().map((year) => ({ value: year, label: t('year.name', { year }) })),
    genre: choicesOf(GENRES),
    subject: choicesOf(SUBJECTS),
    validity: choicesOf(VALIDITIES),
    type: choicesOf(ITEM_TYPES),
    files: [{ value: 'yes', label: t('search.with_files') }],
  };
}

/** A search in words: what is looked for, and what narrows it down. */
export function searchName(query: SearchQuery, choices: Choices): string {
  const labels = FILTERS.map((filter) => choiceName(choices, filter, query[filter]));
  return [query.text, ...labels].filter(Boolean).join(' · ');
}

/** How a value of a filter is called, without its place in a tree. */
export function choiceName(choices: Choices, filter: Filter, value: string | undefined): string | undefined {
  return choices[filter].find((choice) => choice.value === value)?.label.trim();
}

export function choicesOf(vocabulary: Readonly<Record<string, Label>>): Choice[] {
  return Object.entries(vocabulary).map(([value, label]) => ({ value, label: labelOf(label) }));
}

/** Sections by code and name, as a list. */
export function sectionChoices(sections: readonly Reference[]): Choice[] {
  return sections.map(({ code, name }) => ({ value: code, label: name }));
}

interface Branch {
  readonly code: string;
  readonly name: string;
  readonly children: readonly Branch[];
}

/** A section stands below its department, whose name its own begins with. */
function withShortNames(organs: readonly OrganNode[], above?: OrganNode): Branch[] {
  return organs.map((organ) => ({
    code: organ.code,
    name: above === undefined ? organ.name : sectionName(organ, above),
    children: withShortNames(organ.children, organ),
  }));
}

/** A tree as a list, each level further in. */
function flatten(branches: readonly Branch[], level = 0): Choice[] {
  return branches.flatMap(({ code, name, children }) => [
    { value: code, label: '\u3000'.repeat(level) + name },
    ...flatten(children, level + 1),
  ]);
}

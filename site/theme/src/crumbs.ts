import { addresses } from 'disclosure-contract';
import { t } from './interface-text.ts';
import type { Reference } from './node/views.ts';

/** One step of the way from the home page to where the reader is; the last one has no address. */
export interface Crumb {
  readonly label: string;
  readonly href: string | null;
}

const home: Crumb = { label: t('nav.home'), href: addresses.home() };
const catalogue: Crumb = { label: t('nav.catalogue'), href: addresses.catalogue() };
const organs: Crumb = { label: t('nav.organs'), href: addresses.organs() };

/** Home and the page itself. */
export function crumbsTo(label: string): Crumb[] {
  return [home, { label, href: null }];
}

/** Through the catalogue to `here`; a category that is itself `here` is not named twice. */
export function catalogueCrumbs(trail: readonly Reference[], here: string): Crumb[] {
  const steps = trail.map(({ code, name }) => ({ label: name, href: addresses.category(code) }));
  return [home, catalogue, ...withoutLast(steps, here), { label: here, href: null }];
}

/** Through the organs to `here`. */
export function organCrumbs(trail: readonly Reference[], here: string): Crumb[] {
  const steps = trail.map(({ code, name }) => ({ label: name, href: addresses.organ(code) }));
  return [home, organs, ...withoutLast(steps, here), { label: here, href: null }];
}

function withoutLast(steps: Crumb[], here: string): Crumb[] {
  return steps.at(-1)?.label === here ? steps.slice(0, -1) : steps;
}

/** Addresses of the steps, for the navigation to tell in which section the reader is. */
export function addressesOf(crumbs: readonly Crumb[]): string[] {
  return crumbs.flatMap(({ href }) => (href === null ? [] : [href]));
}

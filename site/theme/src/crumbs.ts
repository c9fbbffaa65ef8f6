import { addresses } from 'disclosure-contract';
import { t } from './interface-text.ts';
import { addressOf, pageOf } from './item-address.ts';
import type { ItemView, RecordView, Reference } from './node/views.ts';

/** One step of the way from the home page to where the reader is; the last one has no address. */
export interface Crumb {
  readonly label: string;
  readonly href: string | null;
}

const home: Crumb = { label: t('breadcrumb.home'), href: addresses.home() };
const catalogue: Crumb = { label: t('nav.catalogue'), href: addresses.catalogue() };
const powers: Crumb = { label: t('nav.powers'), href: addresses.powers() };
const organs: Crumb = { label: t('nav.organs'), href: addresses.organs() };

/** Home and the page itself. */
export function crumbsTo(label: string): Crumb[] {
  return [home, { label, href: null }];
}

/** Through the catalogue to `here`; a category that is itself `here` is not named twice. */
export function catalogueCrumbs(trail: readonly Reference[], here: string): Crumb[] {
  return [home, catalogue, ...withoutLast(categories(trail), here), { label: here, href: null }];
}

/** Through the list of powers to `here`. */
export function powerCrumbs(steps: readonly Crumb[], here: string): Crumb[] {
  return [home, powers, ...steps, { label: here, href: null }];
}

/** Through the organs to `here`. */
export function organCrumbs(trail: readonly Reference[], here: string): Crumb[] {
  const steps = trail.map(({ code, name }) => ({ label: name, href: addresses.organ(code) }));
  return [home, organs, ...withoutLast(steps, here), { label: here, href: null }];
}

function categories(trail: readonly Reference[]): Crumb[] {
  return trail.map(({ code, name }) => ({ label: name, href: addresses.category(code) }));
}

function withoutLast(steps: Crumb[], here: string): Crumb[] {
  return steps.at(-1)?.label === here ? steps.slice(0, -1) : steps;
}

/** Addresses of the steps, for the navigation to tell in which section the reader is. */
export function addressesOf(crumbs: readonly Crumb[]): string[] {
  return crumbs.flatMap(({ href }) => (href === null ? [] : [href]));
}

/**
 * To the page of an item: through its publisher and the catalogue, as government sites of the province do; of a power, a
 * guide or a risk point through the list of powers.
 */
export function itemCrumbs({ item, trail, publisher, record }: ItemView): Crumb[] {
  if (record === null) {
    const organ = { label: publisher.name, href: addresses.organ(publisher.code) };
    return [home, catalogue, organ, ...categories(trail), { label: t('item.here'), href: null }];
  }
  const step = stepAbove(record);
  return powerCrumbs(step === null ? [] : [step], item.title);
}

/** Through the page of an item to one of its files. */
export function readingCrumbs(view: ItemView, name: string): Crumb[] {
  const above = itemCrumbs(view).slice(0, -1);
  return [...above, { label: view.item.title, href: pageOf(view.item) }, { label: name, href: null }];
}

function stepAbove(record: RecordView): Crumb | null {
  if (record.type === 'power') return null;
  if (record.type === 'risk_point') return { label: t('risks.title'), href: addresses.risks() };
  return record.power && { label: record.power.title, href: addressOf(record.power) };
}

import type { DisclosureMode, Scope } from './vocabulary.ts';

/** Whom a site node serves. A node's token decides it, and with it what the feed gives that node. */
export type Audience = 'public' | 'staff';

export interface Disclosure {
  readonly disclosureMode: DisclosureMode;
  readonly scope: Scope;
}

/**
 * Whether a published item may leave the CMS for a node of this audience. The one rule of who may see what: feed,
 * attachment download and panel all ask here.
 */
export function travelsTo(item: Disclosure, audience: Audience): boolean {
  if (item.disclosureMode !== 'proactive') return false;
  return item.scope === 'public' || audience === 'staff';
}

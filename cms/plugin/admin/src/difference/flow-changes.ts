import type { Label, NamedFlow } from 'disclosure-contract';
import { flowDifference } from 'disclosure-contract/flow';
import { flowsAmong } from '../flow/state/stored-flows.ts';

/** How one flow of a power became another. */
export interface NamedFlowDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly name: string;
  /** What it was called before, where that is something else. */
  readonly formerName: string | null;
  /** As sentences. */
  readonly changes: readonly Label[];
}

/** How the flows of a power became others. Flows go by their names, and those of other names by their places. */
export function flowChanges(before: readonly unknown[], after: readonly unknown[]): NamedFlowDifference[] {
  const [former, latter] = [flowsAmong(before), flowsAmong(after)];
  const partners = partnersOf(former, latter);
  const kept = new Set(partners.values());
  const removed = former.filter((flow) => !kept.has(flow));
  return [
    ...latter.flatMap((flow): NamedFlowDifference[] => {
      const partner = partners.get(flow);
      if (partner === undefined) return [{ kind: 'added', name: flow.name, formerName: null, changes: [] }];
      if (isSame(partner, flow)) return [];
      const changes = flowDifference(partner.flow, flow.flow).changes.map(({ text }) => text);
      const formerName = partner.name === flow.name ? null : partner.name;
      return [{ kind: 'changed', name: flow.name, formerName, changes }];
    }),
    ...removed.map(({ name }): NamedFlowDifference => ({ kind: 'removed', name, formerName: null, changes: [] })),
  ];
}

function partnersOf(former: readonly NamedFlow[], latter: readonly NamedFlow[]): Map<NamedFlow, NamedFlow> {
  const free = new Set(former);
  const partners = new Map<NamedFlow, NamedFlow>();
  const pair = (flow: NamedFlow, partner: NamedFlow | undefined) => {
    if (partner === undefined || partners.has(flow) || !free.delete(partner)) return;
    partners.set(flow, partner);
  };
  for (const flow of latter) {
    const namesake = former.find((each) => free.has(each) && each.name === flow.name);
    pair(flow, namesake);
  }
  for (const [at, flow] of latter.entries()) pair(flow, former[at]);
  return partners;
}

/** Whatever the order of its names: a database may give them back in another. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return names.length === others.length && names.every((name) => isSame(one[name as never], other[name as never]));
}

import type { Label } from 'disclosure-contract';
import { flowDifference, type Flow } from 'disclosure-contract/flow';

/** A flow as it is kept: with its name, 普通程序 or 简易程序. */
interface Named {
  readonly name: string;
  readonly flow: Flow;
}

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
  const [former, latter] = [before.filter(isNamed), after.filter(isNamed)];
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

function isNamed(value: unknown): value is Named {
  const { name, flow } = (value ?? {}) as Partial<Named>;
  return typeof name === 'string' && Array.isArray(flow?.nodes) && Array.isArray(flow.edges);
}

function partnersOf(former: readonly Named[], latter: readonly Named[]): Map<Named, Named> {
  const free = new Set(former);
  const partners = new Map<Named, Named>();
  const pair = (flow: Named, partner: Named | undefined) => {
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

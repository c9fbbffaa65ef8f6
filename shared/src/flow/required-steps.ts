import type { Branch, Branches } from './branches.ts';
import { exemptionProblems, NOTHING_DEMANDED } from './exemptions.ts';
import { reachable, type FlowGraph } from './graph.ts';
import {
  RIGHT_KINDS,
  STEP_ROLES,
  type Exemption,
  type FlowEdge,
  type FlowNode,
  type RightKind,
  type StepRole,
} from './model.ts';
import { problemAtNode, problemOfFlow, quoted, type FlowProblem } from './problem.ts';
import { demandedRoles, type StepRules } from './step-rules.ts';

const REMEDIES: readonly RightKind[] = ['reconsideration', 'litigation'];

interface CheckedSteps {
  readonly graph: FlowGraph;
  readonly branches: Branches;
  readonly exemptions: readonly Exemption[];
}

/** Something that the law demands and a flow does not do. */
interface Breach {
  /** The steps that would have to be exempt, all of them, for the law to allow it. */
  readonly roles: readonly StepRole[];
  readonly problem: FlowProblem;
}

const OR_EXEMPT = {
  zh: '法律规定可以不经这一环节的，请在“依法不经的环节”中写明依据。',
  en: ' Where the law leaves it out, say so with the basis among the exempt steps.',
};

/**
 * Which steps of those that the law demands are missing, passed by, or silent about remedies, and which a flow declares
 * exempt. Remedies have no exemption.
 */
export function stepProblems(
  { graph, branches, exemptions }: CheckedSteps,
  rules: StepRules | undefined,
): FlowProblem[] {
  if (rules === undefined) return exemptionProblems(exemptions, NOTHING_DEMANDED);
  const breaches = [...missing(graph, rules), ...bypassed(graph, branches, rules)];
  const exempt = new Set(exemptions.map(({ role }) => role));
  return [
    ...breaches.filter(({ roles }) => !roles.every((role) => exempt.has(role))).map(({ problem }) => problem),
    ...withoutRemedies(graph, rules),
    ...withoutAnyRemedies(graph, rules, exempt),
    ...exemptionProblems(exemptions, {
      demanded: demandedRoles(rules),
      wanting: new Set(breaches.flatMap(({ roles }) => roles)),
    }),
  ];
}

function missing(graph: FlowGraph, { present, source }: StepRules): Breach[] {
  return present
    .filter(({ anyOf, leadingTo }) => {
      const found = anyOf.flatMap((role) => nodesOf(graph, role));
      const targets = leadingTo === undefined ? [] : nodesOf(graph, leadingTo);
      return targets.length === 0 ? found.length === 0 : !found.some((node) => leadsTo(graph, node, targets));
    })
    .map(({ anyOf, leadingTo, article }) => {
      const [zh, en] = [anyOf.map((role) => STEP_ROLES[role].zh), anyOf.map((role) => STEP_ROLES[role].en)];
      const place =
        leadingTo === undefined
          ? { zh: '', en: '' }
          : { zh: `在“${STEP_ROLES[leadingTo].zh}”之前`, en: ` before "${STEP_ROLES[leadingTo].en}"` };
      const problem = problemOfFlow('required_step_missing', {
        zh: `流程${place.zh}缺少“${zh.join('”或“')}”环节（${source}${article}）。请添加这一步；已有的，请在该节点上选择对应的环节。${OR_EXEMPT.zh}`,
        en: `The flow lacks "${en.join('" or "')}"${place.en} (${source}${article}). Add the step; if it is there, choose this role at its node.${OR_EXEMPT.en}`,
      });
      return { roles: anyOf, problem };
    });
}

function bypassed(graph: FlowGraph, branches: Branches, { before, source }: StepRules): Breach[] {
  const passed = rolesPassed(graph, branches);
  return before
    .filter(({ first }) => nodesOf(graph, first).length > 0)
    .flatMap(({ first, step, article }) =>
      nodesOf(graph, step)
        .filter(({ id }) => ((passed.at.get(id) ?? 0) & BITS[first]) === 0)
        .map((node) => {
          const edge = graph.onwardEntries.get(node.id)?.find((entry) => (passed.along(entry) & BITS[first]) === 0);
          const from = quoted((edge && graph.nodes.get(edge.from)) ?? node);
          const problem = problemAtNode('required_step_bypassed', node, {
            zh: `有一条路线没有经过“${STEP_ROLES[first].zh}”就到了${quoted(node).zh}（从${from.zh}过来）。${source}${article}要求先经过这一环节，请把它加到这条路线上。${OR_EXEMPT.zh}`,
            en: `A way comes to ${quoted(node).en} (from ${from.en}) without "${STEP_ROLES[first].en}". ${source}${article} demands it first: add it to that way.${OR_EXEMPT.en}`,
          });
          return { roles: [first], problem };
        }),
    );
}

function withoutRemedies(graph: FlowGraph, { remedies, source }: StepRules): FlowProblem[] {
  return remedies.flatMap(({ at, article }) =>
    nodesOf(graph, at).flatMap((node) => {
      const lacking = REMEDIES.filter((kind) => !rightsAt(node).includes(kind));
      if (lacking.length === 0) return [];
      return problemAtNode('remedies_missing', node, {
        zh: `${quoted(node).zh}没有写明当事人可以${lacking.map((kind) => RIGHT_KINDS[kind].zh).join('、')}（${source}${article}）。请在该节点的权利中添加，并写明途径和期限。`,
        en: `${quoted(node).en} does not tell of: ${lacking.map((kind) => RIGHT_KINDS[kind].en).join(', ')} (${source}${article}). Add it to the rights of the node, with way and time.`,
      });
    }),
  );
}

/** Where what has to tell of the remedies is exempt itself, another step tells of them. */
function withoutAnyRemedies(
  graph: FlowGraph,
  { remedies, source }: StepRules,
  exempt: ReadonlySet<StepRole>,
): FlowProblem[] {
  const told = new Set(graph.order.filter(({ id }) => graph.reached.has(id)).flatMap(rightsAt));
  const lacking = REMEDIES.filter((kind) => !told.has(kind));
  if (lacking.length === 0) return [];
  return remedies
    .filter(({ at }) => exempt.has(at) && nodesOf(graph, at).length === 0)
    .map(({ at, article }) =>
      problemOfFlow('remedies_missing', {
        zh: `流程依法不经“${STEP_ROLES[at].zh}”，但救济途径不能省略：没有一个节点写明当事人可以${lacking.map((kind) => RIGHT_KINDS[kind].zh).join('、')}（${source}${article}）。请在其他节点的权利中添加，并写明途径和期限。`,
        en: `"${STEP_ROLES[at].en}" is exempt, the remedies are not: no node tells of ${lacking.map((kind) => RIGHT_KINDS[kind].en).join(', ')} (${source}${article}). Add it to the rights of another node, with way and time.`,
      }),
    );
}

function rightsAt({ rights }: FlowNode): RightKind[] {
  return rights.map(({ kind }) => kind);
}

function nodesOf({ order, reached }: FlowGraph, role: StepRole): FlowNode[] {
  return order.filter(({ id, roles }) => reached.has(id) && roles.includes(role));
}

function leadsTo({ onwardExits }: FlowGraph, { id }: FlowNode, targets: readonly FlowNode[]): boolean {
  const beyond = reachable(
    (onwardExits.get(id) ?? []).map(({ to }) => to),
    onwardExits,
    'to',
  );
  return targets.some((target) => beyond.has(target.id));
}

const BITS = Object.fromEntries(Object.keys(STEP_ROLES).map((role, at) => [role, 1 << at])) as Record<StepRole, number>;

/**
 * The roles that every case has passed when it comes to a node, as bits. Of ways that part at a decision one is taken, so
 * only what they have in common counts; of branches that run at once all are, so what any of them has.
 */
function rolesPassed({ order, onwardEntries, nodes }: FlowGraph, { along }: Branches) {
  const at = new Map<string, number>();
  const passedAlong = ({ from }: FlowEdge) =>
    (nodes.get(from)?.roles ?? []).reduce((all, role) => all | BITS[role], at.get(from) ?? 0);
  for (const { id } of order) {
    const byBranch = new Map<Branch | null, number>();
    for (const edge of onwardEntries.get(id) ?? []) {
      const branch = along.get(edge);
      if (branch === undefined) continue;
      byBranch.set(branch, (byBranch.get(branch) ?? ~0) & passedAlong(edge));
    }
    at.set(
      id,
      [...byBranch.values()].reduce((all, each) => all | each, 0),
    );
  }
  return { at, along: passedAlong };
}

import fc from 'fast-check';
import {
  LIMIT_UNITS,
  NODE_KINDS,
  RIGHT_KINDS,
  RISK_LEVELS,
  STEP_ROLES,
  type Flow,
  type FlowEdge,
  type FlowNode,
} from '../../shared/src/flow/model.ts';

const keysOf = <Key extends string>(vocabulary: Record<Key, unknown>) =>
  fc.constantFrom(...(Object.keys(vocabulary) as Key[]));
const limit = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: keysOf(LIMIT_UNITS),
  countsTowardsTotal: fc.boolean(),
});
const details = fc.record({
  roles: fc.array(fc.oneof(keysOf(STEP_ROLES), fc.constantFrom('notice', 'decision')), { maxLength: 2 }),
  rights: fc.array(fc.record({ kind: keysOf(RIGHT_KINDS), note: fc.constant('') }), { maxLength: 2 }),
  limit: fc.option(limit, { freq: 2 }),
});
type Details = Pick<FlowNode, 'roles' | 'rights' | 'limit'>;

const node = (id: string, kind: FlowNode['kind'], more?: Details): FlowNode => ({
  id,
  kind,
  title: `节点${id}`,
  roles: [],
  actor: { section: '审批科', post: '' },
  limit: null,
  materials: [],
  outputs: [],
  bases: [],
  rights: [],
  risks: [],
  note: '',
  ...more,
});

const exemptions = fc.uniqueArray(
  fc.record({ role: keysOf(STEP_ROLES), basis: fc.constantFrom('行政强制法第三十条', '行政强制法第五十二条') }),
  { selector: ({ role }) => role, maxLength: 4 },
);

/** Whatever has the shape of the schema: ids that repeat, edges to nowhere, any kind anywhere. */
export const anyFlow: fc.Arbitrary<Flow> = fc.record({
  version: fc.integer({ min: 1, max: 100 }),
  scope: fc.constantFrom('external', 'internal'),
  nodes: fc.array(
    fc
      .record({ at: fc.nat(11), kind: keysOf(NODE_KINDS), title: fc.constantFrom('', '审查'), details })
      .map(({ at, kind, title, details }) => ({ ...node(`n${at}`, kind, details), title })),
    { maxLength: 12 },
  ),
  edges: fc.array(
    fc
      .record({
        id: fc.nat(40),
        from: fc.nat(12),
        to: fc.nat(12),
        condition: fc.constantFrom('', '是', '否'),
        isReturn: fc.boolean(),
      })
      .map(({ id, from, to, ...edge }) => ({ id: `e${id}`, from: `n${from}`, to: `n${to}`, ...edge })),
    { maxLength: 20 },
  ),
  exemptions,
});

type Part =
  | { readonly kind: 'step'; readonly details: Details }
  | { readonly kind: 'decision'; readonly arms: readonly Arm[] }
  | { readonly kind: 'split'; readonly branches: readonly (readonly Part[])[] };

interface Arm {
  readonly parts: readonly Part[];
  readonly leads: 'on' | 'end' | 'back';
}

const { parts } = fc.letrec<{ parts: Part[]; part: Part; arm: Arm }>((tie) => ({
  parts: fc.array(tie('part'), { maxLength: 3, depthIdentifier: 'flow' }),
  part: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'flow', maxDepth: 3 },
    fc.record({ kind: fc.constant('step' as const), details }),
    fc.record({ kind: fc.constant('decision' as const), arms: fc.array(tie('arm'), { minLength: 2, maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('split' as const),
      branches: fc.array(tie('parts'), { minLength: 2, maxLength: 3 }),
    }),
  ),
  arm: fc.record({ parts: tie('parts'), leads: fc.constantFrom('on', 'end', 'back') }),
}));

/** Flows that are right by the way they are made, with decisions, loops and branches inside of one another. */
export const soundFlow: fc.Arbitrary<Flow> = parts.map((made) => new Writer().flow(made));

const words = fc.constantFrom(
  '受理',
  '一次性告知补正',
  '审查申请材料（含现场核查）',
  'Examination of documents',
  '作出“准予许可”或者“不予许可”的书面决定，并说明理由',
  '核验BIM施工图审查合格书编号No.3416002026SHT00001',
);
const wordyDetails = fc.record({
  title: words,
  actor: fc.record({
    section: fc.constantFrom('申请人', '政务服务窗口', '建筑市场监管科', '消防救援机构、人民防空办公室', '局领导'),
    post: fc.constantFrom('', '经办人', '踏勘人员（2人以上）'),
  }),
  risks: fc.array(
    fc.record({ text: words, level: keysOf(RISK_LEVELS), post: fc.constantFrom('', '分管局长', '执法人员和审核人员') }),
    { maxLength: 2 },
  ),
});

/** Sound flows with the actors, titles and risk points of real ones, long and short. */
export const wordyFlow: fc.Arbitrary<Flow> = soundFlow.chain((flow) =>
  fc.array(fc.tuple(wordyDetails, words), { minLength: 40, maxLength: 40 }).map((worded) => ({
    ...flow,
    nodes: flow.nodes.map((each, at) => ({ ...each, ...worded[at % worded.length]?.[0] })),
    edges: flow.edges.map((edge, at) =>
      edge.condition === ''
        ? edge
        : { ...edge, condition: `${worded[at % worded.length]?.[1] ?? ''}${edge.condition}` },
    ),
  })),
);

/** Flows that were right before one or two things in them were changed. */
export const damagedFlow: fc.Arbitrary<Flow> = fc
  .tuple(soundFlow, fc.array(fc.tuple(fc.nat(5), fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: 2 }))
  .map(([flow, damages]) => damages.reduce((whole, [kind, at, other]) => damaged(whole, kind, at, other), flow));

function damaged(flow: Flow, kind: number, at: number, other: number): Flow {
  const nodes = [...flow.nodes];
  const edges = [...flow.edges];
  const kinds = Object.keys(NODE_KINDS) as FlowNode['kind'][];
  const nodeAt = nodes[at % nodes.length];
  const edgeAt = edges[at % edges.length];
  const otherNode = nodes[other % nodes.length];
  if (nodeAt === undefined || edgeAt === undefined || otherNode === undefined) return flow;
  if (kind === 0) edges.splice(at % edges.length, 1);
  if (kind === 1) edges[at % edges.length] = { ...edgeAt, to: otherNode.id };
  if (kind === 2) edges[at % edges.length] = { ...edgeAt, isReturn: !edgeAt.isReturn };
  if (kind === 3) nodes[at % nodes.length] = { ...nodeAt, kind: kinds[other % kinds.length] ?? 'step' };
  if (kind === 4) edges.push({ id: `x${at}`, from: nodeAt.id, to: otherNode.id, condition: '另行', isReturn: false });
  if (kind === 5) nodes.splice(at % nodes.length, 1);
  return { ...flow, nodes, edges };
}

/** Ways that wait to be led to the next node. */
type Open = readonly { readonly from: string; readonly condition: string }[];

class Writer {
  private readonly nodes: FlowNode[] = [];
  private readonly edges: FlowEdge[] = [];

  flow(parts: readonly Part[]): Flow {
    const start = this.add('start', []);
    this.add('end', this.write(parts, [{ from: start, condition: '' }], false));
    return { version: 1, scope: 'external', nodes: this.nodes, edges: this.edges, exemptions: [] };
  }

  private write(parts: readonly Part[], open: Open, isInBranch: boolean, first: string | null = null): Open {
    for (const part of parts) {
      const id = this.add(part.kind, open, part.kind === 'step' ? part.details : undefined);
      first ??= id;
      if (part.kind === 'step') open = [{ from: id, condition: '' }];
      if (part.kind === 'decision') open = this.writeArms(part.arms, id, isInBranch, first);
      if (part.kind === 'split') {
        const ends = part.branches.flatMap((branch) => this.write(branch, [{ from: id, condition: '' }], true));
        open = [{ from: this.add('join', ends), condition: '' }];
      }
    }
    return open;
  }

  private writeArms(arms: readonly Arm[], decision: string, isInBranch: boolean, first: string): Open {
    return arms.flatMap(({ parts, leads }, at) => {
      const open = this.write(parts, [{ from: decision, condition: `情形${at}` }], isInBranch, first);
      if (at === 0 || leads === 'on' || (leads === 'end' && isInBranch)) return open;
      if (leads === 'end') this.add('end', open);
      else this.lead(open, first, true);
      return [];
    });
  }

  private add(kind: FlowNode['kind'], open: Open, details?: Details): string {
    const id = `n${this.nodes.length}`;
    this.nodes.push(node(id, kind, details));
    this.lead(open, id, false);
    return id;
  }

  private lead(open: Open, to: string, isReturn: boolean): void {
    for (const way of open) this.edges.push({ id: `e${this.edges.length}`, to, isReturn, ...way });
  }
}

import type { z } from 'zod';
import { flowSchema, type Flow, type flowNodeSchema, type FlowNode, type NodeKind, type TimeLimit } from '../model.ts';

type NodeInput = z.input<typeof flowNodeSchema>;
type More = Omit<Partial<NodeInput>, 'id' | 'kind' | 'title' | 'actor'>;
export type WrittenNode = Omit<NodeInput, 'id'>;

/** Who acts, without the name of a section: each department puts its own in their places. */
const ACTORS = {
  applicant: { section: '申请人' },
  party: { section: '当事人' },
  window: { section: '政务服务窗口', post: '受理人员' },
  office: { section: '承办科室', post: '承办人' },
  officeHead: { section: '承办科室', post: '负责人' },
  enforcers: { section: '执法机构', post: '执法人员（不少于两人）' },
  enforcersHead: { section: '执法机构', post: '负责人' },
  legal: { section: '法制审核机构', post: '审核人员' },
  deputy: { section: '分管负责人' },
  head: { section: '行政机关负责人' },
  community: { section: '街道办事处（乡镇人民政府）' },
} as const;
type Actor = keyof typeof ACTORS;

const written = (kind: NodeKind) => (title: string, by: Actor, more: More) => ({
  ...more,
  kind,
  title,
  actor: ACTORS[by],
});
export const start = (title: string): WrittenNode => ({ kind: 'start', title });
export const end = (title: string): WrittenNode => ({ kind: 'end', title });
export const split = (title: string): WrittenNode => ({ kind: 'split', title });
export const join = (title: string): WrittenNode => ({ kind: 'join', title });
export const step = (title: string, by: Actor, more: More = {}): WrittenNode => written('step')(title, by, more);
export const decision = (title: string, by: Actor, more: More = {}): WrittenNode =>
  written('decision')(title, by, more);
export const document = (title: string, by: Actor, more: More = {}): WrittenNode =>
  written('document')(title, by, more);
export const wait = (title: string, by: Actor, more: More = {}): WrittenNode => written('wait')(title, by, more);

const limit = ({ amount, unit }: TimeLimit, countsTowardsTotal: boolean): NonNullable<FlowNode['limit']> => ({
  amount,
  unit,
  countsTowardsTotal,
});
export const workingDays = (amount: number) => limit({ amount, unit: 'working_days' }, true);
export const calendarDays = (amount: number) => limit({ amount, unit: 'calendar_days' }, true);
/** Of days that the law does not count towards the whole: before acceptance, after the decision, of experts, of applicants. */
export const apart = (days: TimeLimit) => limit(days, false);

/** 救济途径 against an act (行政复议法, 2023 revision, Art. 20; 行政诉讼法 Art. 46). */
export const REMEDIES: FlowNode['rights'] = [
  { kind: 'reconsideration', note: '自知道或者应当知道该行政行为之日起六十日内提出（行政复议法第二十条）' },
  { kind: 'litigation', note: '自知道或者应当知道作出行政行为之日起六个月内提出（行政诉讼法第四十六条）' },
];

/**
 * 救济途径 against a penalty imposed on the spot: reconsideration comes first, and whoever imposes it says so (行政复议法,
 * 2023 revision, Art. 23; 行政诉讼法 Art. 45).
 */
export const RECONSIDERATION_FIRST: FlowNode['rights'] = [
  {
    kind: 'reconsideration',
    note: '应当先申请行政复议，自知道或者应当知道该行政行为之日起六十日内提出（行政复议法第二十条、第二十三条）',
  },
  { kind: 'litigation', note: '对行政复议决定不服的，自收到复议决定书之日起十五日内提起（行政诉讼法第四十五条）' },
];

/** A flow as it is written here. Edges are `a > b`, with a condition `a > b 材料齐全`, as a return to `a` `a < b`. */
export interface WrittenFlow {
  readonly name: string;
  readonly nodes: Readonly<Record<string, WrittenNode>>;
  readonly edges: readonly string[];
}

export const writtenFlow = (name: string, nodes: WrittenFlow['nodes'], edges: WrittenFlow['edges']): WrittenFlow => ({
  name,
  nodes,
  edges,
});

/** It as a flow for the public, each time a new one. */
export function flowOf({ nodes, edges }: WrittenFlow): Flow {
  return flowSchema.parse({
    version: 1,
    scope: 'external',
    nodes: Object.entries(nodes).map(([id, node]) => ({ id, ...node })),
    edges: edges.map((edge, at) => {
      const [, left = '', arrow, right = '', condition = ''] = /^(\w+) ([<>]) (\w+) ?(.*)$/.exec(edge) ?? [];
      const isReturn = arrow === '<';
      const [from, to] = isReturn ? [right, left] : [left, right];
      return { id: `way${at + 1}`, from, to, condition, isReturn };
    }),
  });
}

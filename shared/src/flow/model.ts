import { z } from 'zod';
import { codesOf, type Vocabulary } from '../vocabulary.ts';

/** Whom a flow is for. The flow for the public and that with posts and internal reviews are kept apart. */
export const FLOW_SCOPES = {
  external: { zh: '对外流程', en: 'For the public' },
  internal: { zh: '内部流程', en: 'For staff' },
} as const satisfies Vocabulary;

/** 节点类型. A split opens branches that all run at once; its join waits for every one of them. */
export const NODE_KINDS = {
  start: { zh: '开始', en: 'Start' },
  step: { zh: '步骤', en: 'Step' },
  decision: { zh: '判断', en: 'Decision' },
  split: { zh: '并行开始', en: 'Parallel split' },
  join: { zh: '并行汇合', en: 'Parallel join' },
  document: { zh: '文书', en: 'Document' },
  wait: { zh: '等待', en: 'Wait' },
  end: { zh: '结束', en: 'End' },
} as const satisfies Vocabulary;

/** 环节: what a node is in the law that asks for it. A node may be several: 听取陈述申辩、组织听证. */
export const STEP_ROLES = {
  application: { zh: '申请', en: 'Application' },
  acceptance: { zh: '受理', en: 'Acceptance' },
  rejection: { zh: '不予受理', en: 'Rejection of the application' },
  correction: { zh: '一次性告知补正', en: 'Notice of everything to be completed' },
  filing: { zh: '立案', en: 'Opening of the case' },
  investigation: { zh: '调查取证', en: 'Investigation' },
  review: { zh: '审查', en: 'Examination' },
  notice: { zh: '告知', en: 'Notice of facts, reasons, basis and rights' },
  defence: { zh: '陈述申辩', en: 'Statement and defence' },
  hearing: { zh: '听证', en: 'Hearing' },
  decision: { zh: '决定', en: 'Decision' },
  refusal: { zh: '不予决定', en: 'Decision to refuse or not to act' },
  service: { zh: '送达', en: 'Service' },
  execution: { zh: '执行', en: 'Execution' },
  closing: { zh: '结案归档', en: 'Closing and filing' },
} as const satisfies Vocabulary;

/** 相对人权利: what a person has a right to at a node. */
export const RIGHT_KINDS = {
  defence: { zh: '陈述申辩', en: 'Statement and defence' },
  hearing: { zh: '要求听证', en: 'Hearing' },
  recusal: { zh: '申请回避', en: 'Recusal of an official' },
  reconsideration: { zh: '申请行政复议', en: 'Administrative reconsideration' },
  litigation: { zh: '提起行政诉讼', en: 'Administrative litigation' },
  other: { zh: '其他权利', en: 'Other right' },
} as const satisfies Vocabulary;

/** 风险等级 of a risk point (廉政风险点). */
export const RISK_LEVELS = {
  high: { zh: '高', en: 'High' },
  medium: { zh: '中', en: 'Medium' },
  low: { zh: '低', en: 'Low' },
} as const satisfies Vocabulary;

export const LIMIT_UNITS = {
  working_days: { zh: '个工作日', en: 'working days' },
  calendar_days: { zh: '日', en: 'calendar days' },
} as const satisfies Vocabulary;

export const nodeKindSchema = codesOf(NODE_KINDS);
export const flowScopeSchema = codesOf(FLOW_SCOPES);
export const stepRoleSchema = codesOf(STEP_ROLES);
export const rightKindSchema = codesOf(RIGHT_KINDS);
export const limitUnitSchema = codesOf(LIMIT_UNITS);
export type NodeKind = z.infer<typeof nodeKindSchema>;
export type FlowScope = z.infer<typeof flowScopeSchema>;
export type StepRole = z.infer<typeof stepRoleSchema>;
export type RightKind = z.infer<typeof rightKindSchema>;
export type LimitUnit = z.infer<typeof limitUnitSchema>;

/** The most that a flow holds: more is not read by anybody, and every check of it is bounded. */
export const MOST_NODES = 200;
export const MOST_EDGES = 400;

/** More steps than the law leaves out of any procedure. */
export const MOST_EXEMPTIONS = 10;

/** 时限: so many days of one unit, as a law, a promise or a step gives them. */
export const timeLimitSchema = z.strictObject({ amount: z.int().min(1).max(1000), unit: limitUnitSchema });
export type TimeLimit = z.infer<typeof timeLimitSchema>;

const text = (longest: number) => z.string().trim().max(longest);
const texts = z.array(text(300).min(1)).max(30).default([]);

/** Stays the same through all versions of a flow, so that versions can be compared and a step keeps its link. */
export const flowIdSchema = z.string().regex(/^[A-Za-z][\w-]{0,63}$/);

export const flowNodeSchema = z.strictObject({
  id: flowIdSchema,
  kind: nodeKindSchema,
  /** Empty in a draft, and where the kind says enough: start, split, join, end. */
  title: text(60).default(''),
  roles: z.array(stepRoleSchema).max(4).default([]),
  /** 承办: who acts, by section and post and never by the name of a person; also 申请人, or another authority. */
  actor: z
    .strictObject({ section: text(100).min(1), post: text(100).default('') })
    .nullable()
    .default(null),
  /** `countsTowardsTotal` is false where the law leaves the time out: completion by the applicant, expert review, hearing. */
  limit: timeLimitSchema.extend({ countsTowardsTotal: z.boolean() }).nullable().default(null),
  materials: texts,
  outputs: texts,
  /** 依据: law and article. */
  bases: texts,
  rights: z
    .array(z.strictObject({ kind: rightKindSchema, note: text(300).default('') }))
    .max(10)
    .default([]),
  /** 廉政风险点, with the post that answers for it. */
  risks: z
    .array(z.strictObject({ text: text(300).min(1), level: codesOf(RISK_LEVELS), post: text(100).default('') }))
    .max(10)
    .default([]),
  note: text(1000).default(''),
});
export type FlowNode = z.infer<typeof flowNodeSchema>;

export const flowEdgeSchema = z.strictObject({
  id: flowIdSchema,
  from: flowIdSchema,
  to: flowIdSchema,
  /** When this way is taken, where a decision has several. */
  condition: text(100).default(''),
  /** Leads back to a node that was passed before. */
  isReturn: z.boolean().default(false),
});
export type FlowEdge = z.infer<typeof flowEdgeSchema>;

/**
 * 依法不经的环节: a step that the law demands of every procedure of the kind, and that another provision leaves out of this
 * one. Freezing deposits needs no notice and no defence (行政强制法 Art. 30); no list could name all such provisions, so the
 * flow names its own, for everybody to read.
 */
export const exemptionSchema = z.strictObject({
  role: stepRoleSchema,
  /** Law and article that leave it out: 行政强制法第三十条. */
  basis: text(300).min(1),
});
export type Exemption = z.infer<typeof exemptionSchema>;

/**
 * 运行流程图 as data, never as a drawing. Its shape may be unfinished, as a draft is; `checkFlow()` says what keeps it from
 * being published.
 */
export const flowSchema = z.strictObject({
  /** Counts up each time the flow is changed in public. */
  version: z.int().min(1).max(100_000),
  scope: flowScopeSchema,
  nodes: z.array(flowNodeSchema).max(MOST_NODES),
  edges: z.array(flowEdgeSchema).max(MOST_EDGES),
  /** One for a role at most. Flows from before there were exemptions have none. */
  exemptions: z
    .array(exemptionSchema)
    .max(MOST_EXEMPTIONS)
    .refine((all) => new Set(all.map(({ role }) => role)).size === all.length, '同一个环节只能写一次')
    .default([]),
});
export type Flow = z.infer<typeof flowSchema>;

/** What a node is called for people: its title, or what it is. */
export function nodeName({ title, kind }: Pick<FlowNode, 'title' | 'kind'>): {
  readonly zh: string;
  readonly en: string;
} {
  return title === '' ? NODE_KINDS[kind] : { zh: title, en: title };
}

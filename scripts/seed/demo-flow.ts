import {
  flowIdSchema,
  flowSchema,
  LIMIT_UNITS,
  limitUnitSchema,
  rightKindSchema,
  type Flow,
  type LimitUnit,
} from 'disclosure-contract/flow';
import { z } from 'zod';

/** 时限 as people write it: 20个工作日、90日; of a step also 15日（不计入）, where the law leaves the time out of the total. */
const LIMIT = new RegExp(
  `^(\\d+)(${Object.values(LIMIT_UNITS)
    .map(({ zh }) => zh)
    .join('|')})(（不计入）)?$`,
);

/** `countsTowardsTotal` comes with the limit of a step only. */
export function readLimit(written: string): { amount: number; unit: LimitUnit; isLeftOut: boolean } {
  const [, amount, unit, leftOut] = LIMIT.exec(written) ?? [];
  const code = limitUnitSchema.options.find((each) => LIMIT_UNITS[each].zh === unit);
  if (amount === undefined || code === undefined)
    throw new Error(`"${written}" is no limit, such as 20个工作日 or 90日`);
  return { amount: Number(amount), unit: code, isLeftOut: leftOut !== undefined };
}

const texts = z.array(z.string()).optional();

/** A node by its id. Without a kind it is a step. `by` is section and post, with a space between them. */
const writtenNodeSchema = z.strictObject({
  kind: z.string().default('step'),
  title: z.string().optional(),
  roles: texts,
  by: z.string().optional(),
  limit: z.string().optional(),
  materials: texts,
  outputs: texts,
  bases: texts,
  rights: z.partialRecord(rightKindSchema, z.string()).default({}),
  note: z.string().optional(),
});

export const writtenFlowSchema = z.strictObject({
  name: z.string(),
  scope: z.string().default('external'),
  version: z.int().default(1),
  nodes: z.record(flowIdSchema, writtenNodeSchema),
  /** Ways from node to node: `a > b > c`. What stands behind an id is the condition on which it is come to. */
  edges: z.array(z.string()),
  /** Ways back, written in the same manner: `c > a 材料不齐`. */
  returns: z.array(z.string()).default([]),
});
type WrittenFlow = z.output<typeof writtenFlowSchema>;

/** A risk that a step bears, as the chart shows it. */
export interface StepRisk {
  readonly step: string | null;
  readonly text: string;
  readonly level: string;
  readonly post: string;
}

export function readFlow({ name, scope, version, nodes, edges, returns }: WrittenFlow, risks: readonly StepRisk[]) {
  const flow: Flow = flowSchema.parse({
    version,
    scope,
    nodes: Object.entries(nodes).map(([id, { by, limit, rights, ...node }]) => ({
      id,
      ...node,
      actor: by === undefined ? null : readActor(by),
      limit: limit === undefined ? null : readStepLimit(limit),
      rights: Object.entries(rights).map(([kind, note]) => ({ kind, note })),
      risks: risks.filter(({ step }) => step === id).map(({ text, level, post }) => ({ text, level, post })),
    })),
    edges: [...edges.flatMap(readWay), ...returns.flatMap(readWay).map((edge) => ({ ...edge, isReturn: true }))],
  });
  return { name, flow };
}

function readActor(by: string) {
  const [section, post = ''] = by.split(' ');
  return { section, post };
}

function readStepLimit(written: string) {
  const { isLeftOut, ...limit } = readLimit(written);
  return { ...limit, countsTowardsTotal: !isLeftOut };
}

function readWay(way: string) {
  const stops = way.split(' > ').map((stop) => /^(\S+)(?: (.+))?$/.exec(stop) ?? []);
  return stops.slice(1).map(([, to, condition], at) => {
    const from = stops[at]?.[1];
    return { id: `${from}-${to}`, from, to, condition };
  });
}

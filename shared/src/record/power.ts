import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import { flowSchema, timeLimitSchema } from '../flow/model.ts';
import { powerKindSchema } from '../flow/power-kinds.ts';
import { codesOf, type Vocabulary } from '../vocabulary.ts';

/** 依据 by rank, the highest first (立法法, 2023 revision, Art. 98–103). */
export const BASIS_RANKS = {
  law: { zh: '法律', en: 'Law' },
  administrative_regulation: { zh: '行政法规', en: 'Administrative regulation' },
  local_regulation: { zh: '地方性法规', en: 'Local regulation' },
  rule: { zh: '规章', en: 'Rule' },
  normative_document: { zh: '规范性文件', en: 'Normative document' },
} as const satisfies Vocabulary;

/** 实施主体性质: by what right an organ exercises a power (行政处罚法 Art. 17–21, 行政许可法 Art. 22–24). */
export const ORGAN_NATURES = {
  statutory: { zh: '法定机关', en: 'Organ named by law' },
  authorised: { zh: '授权组织', en: 'Authorised organisation' },
  entrusted: { zh: '受委托组织', en: 'Entrusted organisation' },
} as const satisfies Vocabulary;

/** 行使层级: at which level of government a power is exercised. */
export const POWER_LEVELS = {
  national: { zh: '国家级', en: 'National' },
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡级', en: 'Township' },
} as const satisfies Vocabulary;

/** 动态调整: how a power changed in the list of powers. */
export const ADJUSTMENT_KINDS = {
  added: { zh: '新增', en: 'Added' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  delegated: { zh: '下放', en: 'Delegated downwards' },
  received: { zh: '承接', en: 'Received from above' },
  changed: { zh: '变更', en: 'Changed' },
} as const satisfies Vocabulary;

const text = (longest: number) => z.string().trim().max(longest);
const named = (longest: number) => text(longest).min(1);

/** 设定依据: one provision that a power rests on, quoted. */
export const basisSchema = z.strictObject({
  rank: codesOf(BASIS_RANKS),
  /** Title without its brackets: 中华人民共和国行政许可法. */
  name: named(200),
  docNo: text(100).default(''),
  /** 条款: 第三十八条第二款. */
  article: text(100).default(''),
  /** What the article says. */
  text: text(4000).default(''),
  /** Which version is quoted: 2019年4月23日第二次修正. */
  effectiveVersion: text(100).default(''),
});
export type Basis = z.infer<typeof basisSchema>;

/** 责任事项: what the organ has to do at a stage of a procedure. */
export const dutySchema = z.strictObject({ stage: named(60), text: named(2000) });

/** 收费: nothing is charged without a basis (政府信息公开条例 Art. 20 item 8: project, basis and standard are public). */
export const feesSchema = z.strictObject({
  charged: z.boolean(),
  basis: text(500).default(''),
  standard: text(500).default(''),
});

export const adjustmentSchema = z.strictObject({
  kind: codesOf(ADJUSTMENT_KINDS),
  on: isoDateSchema,
  basis: named(500),
  note: text(500).default(''),
});
export type Adjustment = z.infer<typeof adjustmentSchema>;

/** More variants of one procedure than any list of powers has. */
export const MOST_FLOWS = 12;

/** 运行流程图 of one variant: 普通程序、简易程序. */
export const namedFlowSchema = z.strictObject({ name: named(60), flow: flowSchema });
export type NamedFlow = z.infer<typeof namedFlowSchema>;

/**
 * 权力事项: what an item says when it is a power, in the columns of the lists of powers and duties (权责清单,
 * 中办发〔2015〕21号). Its name is the title of the item, 实施主体 its publisher, 承办机构 its responsible organ.
 */
export const powerSchema = z.object({
  type: z.literal('power'),
  /** 权力编码, in the scheme that the department has chosen. */
  code: named(40),
  kind: powerKindSchema,
  /** 子项. */
  subItems: z.array(z.strictObject({ name: named(200), code: text(40).default('') })),
  /** Highest rank first. */
  bases: z.array(basisSchema),
  organNature: codesOf(ORGAN_NATURES),
  /** 委托机关, where the organ acts for another. */
  principal: z.string().nullable(),
  level: codesOf(POWER_LEVELS),
  duties: z.array(dutySchema),
  /** 追责情形. */
  liabilities: z.array(named(2000)),
  liabilityBases: z.array(named(500)),
  statutoryLimit: timeLimitSchema.nullable(),
  promisedLimit: timeLimitSchema.nullable(),
  /** What the limits leave out, and from when they run. */
  limitNote: z.string().nullable(),
  fees: feesSchema.nullable(),
  supervisionPhone: z.string().nullable(),
  flows: z.array(namedFlowSchema),
  adjustments: z.array(adjustmentSchema),
  /** documentIds of items that belong to it: forms, results, notices. */
  related: z.array(z.string()),
});
export type Power = z.infer<typeof powerSchema>;

/** A way of writing codes of powers: they differ from region to region. */
export interface CodeScheme {
  readonly name: { readonly zh: string; readonly en: string };
  readonly pattern: RegExp;
  readonly example: string;
  readonly source: string;
}

/** 权力编码规则. A department names its own in the configuration of the plugin. */
export const CODE_SCHEMES = {
  free: { name: { zh: '不限', en: 'Any' }, pattern: /^\S{1,40}$/, example: 'XK-001', source: '' },
  national_basic: {
    name: { zh: '国家基本编码', en: 'National basic code' },
    pattern: /^[0-9A-Z]{12}$/,
    example: '000117001000',
    source: 'GB/T 39554.1-2020',
  },
  national_implementation: {
    name: { zh: '国家实施编码', en: 'National implementation code' },
    pattern: /^[0-9A-Z]{31}$/,
    example: '11341600003190088C2000117001000',
    source: 'GB/T 39554.1-2020',
  },
  guizhou: {
    name: { zh: '贵州', en: 'Guizhou' },
    pattern: /^[A-Z]{2}\d{8}$/,
    example: 'XK00001000',
    source: 'DB52/T 1264',
  },
  hubei: { name: { zh: '湖北', en: 'Hubei' }, pattern: /^\d{16}$/, example: '4200000010100100', source: '' },
  organ_and_kind: {
    name: { zh: '机构代码-类型-序号', en: 'Organ, kind, number' },
    pattern: /^\d{8}[A-Z]{2}-[A-Z]{2}-\d{4}$/,
    example: '62052400MZ-XK-0001',
    source: '',
  },
} as const satisfies Readonly<Record<string, CodeScheme>>;
export type CodeSchemeName = keyof typeof CODE_SCHEMES;

export function isPowerCode(code: string, scheme: CodeSchemeName): boolean {
  return CODE_SCHEMES[scheme].pattern.test(code);
}

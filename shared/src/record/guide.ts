import { z } from 'zod';
import { timeLimitSchema } from '../flow/model.ts';
import { codesOf, type Vocabulary } from '../vocabulary.ts';

/** 服务对象. */
export const SERVICE_TARGETS = {
  person: { zh: '自然人', en: 'Individuals' },
  enterprise: { zh: '企业法人', en: 'Enterprises' },
  institution: { zh: '事业法人', en: 'Public institutions' },
  association: { zh: '社会组织法人', en: 'Associations' },
  administration: { zh: '行政机关', en: 'Authorities' },
  other: { zh: '其他组织', en: 'Other organisations' },
} as const satisfies Vocabulary;

/** 办件类型. */
export const HANDLING_KINDS = {
  immediate: { zh: '即办件', en: 'Handled at once' },
  promised: { zh: '承诺件', en: 'Handled within a promised time' },
} as const satisfies Vocabulary;

/** 办理形式. */
export const HANDLING_FORMS = {
  counter: { zh: '窗口办理', en: 'At a counter' },
  online: { zh: '网上办理', en: 'Online' },
  mail: { zh: '邮寄办理', en: 'By post' },
  self_service: { zh: '自助终端办理', en: 'At a terminal' },
} as const satisfies Vocabulary;

/** 网办深度: how far a procedure goes online. */
export const ONLINE_DEPTHS = {
  none: { zh: '不可网办', en: 'Not online' },
  enquiry: { zh: '网上咨询', en: 'Enquiry' },
  application: { zh: '网上申请', en: 'Application' },
  pre_examination: { zh: '网上预审', en: 'Preliminary examination' },
  acceptance: { zh: '网上受理', en: 'Acceptance' },
  decision: { zh: '网上办结', en: 'Decision' },
  delivery: { zh: '网上反馈', en: 'Delivery of the result' },
} as const satisfies Vocabulary;

/** 材料必要性. */
export const MATERIAL_NECESSITIES = {
  required: { zh: '必要', en: 'Required' },
  conditional: { zh: '容缺后补', en: 'May follow later' },
  optional: { zh: '非必要', en: 'Optional' },
} as const satisfies Vocabulary;

/** 材料形式. */
export const MATERIAL_FORMS = {
  paper: { zh: '纸质', en: 'Paper' },
  electronic: { zh: '电子', en: 'Electronic' },
  both: { zh: '纸质或电子', en: 'Paper or electronic' },
} as const satisfies Vocabulary;

const text = (longest: number) => z.string().trim().max(longest);
const named = (longest: number) => text(longest).min(1);

/** 申请材料. Of every form the blank and a filled sample are attachments of the guide, named here by file name. */
export const materialSchema = z.strictObject({
  name: named(200),
  /** 来源: who issues it. */
  source: text(100).default(''),
  copies: z.int().min(0).max(99).default(1),
  form: codesOf(MATERIAL_FORMS),
  necessity: codesOf(MATERIAL_NECESSITIES),
  /** 空表. */
  blankFile: text(180).default(''),
  /** 样表. */
  sampleFile: text(180).default(''),
  note: text(500).default(''),
});
export type Material = z.infer<typeof materialSchema>;

export const questionSchema = z.strictObject({ question: named(300), answer: named(2000) });

/** 特殊环节: expert review, hearing, on-site check. */
export const specialStageSchema = z.strictObject({
  name: named(100),
  limit: timeLimitSchema.nullable().default(null),
  countsTowardsTotal: z.boolean(),
  note: text(500).default(''),
});

/**
 * 办事指南: what an item says when it is a service guide. Who acts, the kind, the level, the bases, the limits and the fees
 * stand in the power that it guides through, and are shown from there.
 */
export const guideSchema = z.object({
  type: z.literal('guide'),
  /** documentId of the power. */
  power: z.string(),
  targets: z.array(codesOf(SERVICE_TARGETS)).min(1),
  handling: codesOf(HANDLING_KINDS),
  handlingForms: z.array(codesOf(HANDLING_FORMS)),
  onlineDepth: codesOf(ONLINE_DEPTHS),
  onlineAddress: z.string().nullable(),
  place: z.string().nullable(),
  hours: z.string().nullable(),
  /** 到现场次数. */
  visits: z.int().min(0).max(20),
  /** 数量限制. */
  quota: z.string().nullable(),
  /** 受理条件. */
  conditions: z.array(named(1000)),
  materials: z.array(materialSchema),
  specialStages: z.array(specialStageSchema),
  /** 结果名称、类型、送达. */
  resultName: z.string().nullable(),
  resultKind: z.string().nullable(),
  resultDelivery: z.string().nullable(),
  paysOnline: z.boolean(),
  deliversByPost: z.boolean(),
  takesAppointments: z.boolean(),
  /** 进驻大厅. */
  isInServiceHall: z.boolean(),
  /** 中介服务. */
  intermediary: z.string().nullable(),
  /** 联办机构. */
  jointOrgans: z.array(named(100)),
  enquiryPhone: z.string().nullable(),
  complaintPhone: z.string().nullable(),
  questions: z.array(questionSchema),
  /** 救济途径. */
  remedies: z.string().nullable(),
});
export type Guide = z.infer<typeof guideSchema>;

/** 申请材料 that say nothing: no guide may ask for them (国务院办公厅: 不得有兜底条款). */
export const CATCH_ALL_MATERIALS = /(?:其他|其它|相关|有关)(?:的)?(?:材料|资料|证明|文件)/;

import { z } from 'zod';
import { RISK_LEVELS } from '../flow/model.ts';
import { codesOf, type Vocabulary } from '../vocabulary.ts';

/** 风险类别. */
export const RISK_CATEGORIES = {
  post: { zh: '岗位职责风险', en: 'Duties of a post' },
  process: { zh: '业务流程风险', en: 'Course of a procedure' },
  system: { zh: '制度机制风险', en: 'Rules and mechanisms' },
  conduct: { zh: '思想道德风险', en: 'Conduct' },
  environment: { zh: '外部环境风险', en: 'Outside influence' },
} as const satisfies Vocabulary;

const named = (longest: number) => z.string().trim().min(1).max(longest);

/**
 * 廉政风险点: what an item says when it is a risk point. The point itself is the title of the item, the section its
 * responsible organ. Who answers for it is named by post, never by person.
 */
export const riskPointSchema = z.object({
  type: z.literal('risk_point'),
  /** documentId of the power whose course it lies on; null for an office's own affairs. */
  power: z.string().nullable(),
  /** Id of the step in the power's flows. */
  step: z.string().nullable(),
  category: codesOf(RISK_CATEGORIES),
  /** 主要内容及表现形式. */
  manifestations: named(2000),
  level: codesOf(RISK_LEVELS),
  /** 防控措施, in their order. */
  measures: z.array(named(1000)).min(1),
  /** 部门负责人: by post. */
  headPost: named(100),
  /** 责任领导: by post. */
  leaderPost: named(100),
});
export type RiskPoint = z.infer<typeof riskPointSchema>;

import type { z } from 'zod';
import { codesOf, type Vocabulary } from '../vocabulary.ts';

/** 权力类型: the ten kinds of power of the lists of powers and duties (中办发〔2015〕21号), and public services. */
export const POWER_KINDS = {
  license: { zh: '行政许可', en: 'Licence' },
  penalty: { zh: '行政处罚', en: 'Penalty' },
  coercion: { zh: '行政强制', en: 'Coercive measure' },
  levy: { zh: '行政征收', en: 'Levy' },
  payment: { zh: '行政给付', en: 'Payment' },
  inspection: { zh: '行政检查', en: 'Inspection' },
  confirmation: { zh: '行政确认', en: 'Confirmation' },
  reward: { zh: '行政奖励', en: 'Reward' },
  adjudication: { zh: '行政裁决', en: 'Adjudication' },
  other: { zh: '其他权力', en: 'Other power' },
  public_service: { zh: '公共服务', en: 'Public service' },
} as const satisfies Vocabulary;

export const powerKindSchema = codesOf(POWER_KINDS);
export type PowerKind = z.infer<typeof powerKindSchema>;

import { z } from 'zod';
import type { Vocabulary } from '../vocabulary.ts';
import { guideSchema } from './guide.ts';
import { powerSchema } from './power.ts';
import { riskPointSchema } from './risk-point.ts';

/** What an item is. All of them pass the same review, gate, feed and pages; all but `item` have a record of their own. */
export const ITEM_TYPES = {
  item: { zh: '公开事项', en: 'Item' },
  power: { zh: '权力事项', en: 'Power' },
  guide: { zh: '办事指南', en: 'Service guide' },
  risk_point: { zh: '廉政风险点', en: 'Risk point' },
} as const satisfies Vocabulary;
export const itemTypeSchema = z.enum(['item', 'power', 'guide', 'risk_point']);
export type ItemType = z.infer<typeof itemTypeSchema>;

/** 专项内容: what an item of a type has beyond what every item has. */
export const recordSchema = z.discriminatedUnion('type', [powerSchema, guideSchema, riskPointSchema]);
export type ItemRecord = z.infer<typeof recordSchema>;

export function itemTypeOf({ record }: { readonly record: Pick<ItemRecord, 'type'> | null }): ItemType {
  return record?.type ?? 'item';
}

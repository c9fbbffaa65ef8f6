import type { ItemType } from 'disclosure-contract';

/** The types whose documents are items. */
export const ITEM_TYPE_NAMES = ['item', 'power', 'guide', 'risk-point'] as const;
export type ItemTypeName = (typeof ITEM_TYPE_NAMES)[number];

/** The types that people work on. */
export const TYPE_NAMES = [...ITEM_TYPE_NAMES, 'category', 'organ', 'review-chain', 'correction'] as const;
export type TypeName = (typeof TYPE_NAMES)[number];

export function isItemTypeName(type: TypeName): type is ItemTypeName {
  return (ITEM_TYPE_NAMES as readonly TypeName[]).includes(type);
}

export function uidOf(type: TypeName): `plugin::disclosure.${TypeName}` {
  return `plugin::disclosure.${type}`;
}

/** What the content type of an item is called. */
export function typeNameOf(type: ItemType): ItemTypeName {
  return type === 'risk_point' ? 'risk-point' : type;
}

/** The translation that the content manager itself shows a field under. */
export function labelIdOf(type: TypeName, field: string): string {
  return `content-manager.content-types.${uidOf(type)}.${field}`;
}

/** Fields that a type alone has. Items of other types have those of `item` as well, so it comes last. */
const OWN_FIELDS: readonly (readonly [TypeName, readonly string[]])[] = [
  ['power', ['organNature', 'liabilityBases']],
  ['guide', ['onlineDepth', 'specialStages']],
  ['risk-point', ['manifestations', 'leaderPost']],
  ['item', ['indexNo', 'disclosureMode']],
  ['category', ['deadlineRule', 'contentElements']],
  ['organ', ['creditCode', 'officeHours']],
  ['review-chain', ['isDefault', 'steps']],
  ['correction', ['receiptNumber', 'handlingNote']],
];

/** The type whose layout this is. Layouts do not name their type, so fields that only it has tell. */
export function typeOf({ metadatas }: { metadatas: object }): TypeName | null {
  const found = OWN_FIELDS.find(([, fields]) => fields.every((field) => field in metadatas));
  return found?.[0] ?? null;
}

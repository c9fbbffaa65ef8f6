/** The types that people work on. */
export type TypeName = 'item' | 'category' | 'organ' | 'review-chain';

export function uidOf(type: TypeName): `plugin::disclosure.${TypeName}` {
  return `plugin::disclosure.${type}`;
}

/** The translation that the content manager itself shows a field under. */
export function labelIdOf(type: TypeName, field: string): string {
  return `content-manager.content-types.${uidOf(type)}.${field}`;
}

/** The type whose layout this is. Layouts do not name their type, so fields that only it has tell. */
export function typeOf({ metadatas }: { metadatas: object }): TypeName | null {
  if ('indexNo' in metadatas && 'disclosureMode' in metadatas) return 'item';
  if ('deadlineRule' in metadatas && 'contentElements' in metadatas) return 'category';
  if ('creditCode' in metadatas && 'officeHours' in metadatas) return 'organ';
  if ('isDefault' in metadatas && 'steps' in metadatas) return 'review-chain';
  return null;
}

import type { Core } from '@strapi/strapi';
import type { Written } from '../domain/item-input.ts';
import { pickFields, readTypes } from '../domain/written-fields.ts';
import type { Problem } from '../domain/problem.ts';
import { refuse } from '../errors.ts';
import { attributesOf, currentActor, type DocumentCall } from '../strapi-access.ts';

export interface WrittenFields {
  readonly fields: Record<string, unknown>;
  /** Who wrote, as Strapi notes it; to be stored beside the fields. */
  readonly creators: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/**
 * What was written into the fields that are for people. Strapi itself stores whatever bears the name of a column: with
 * "documentId" in it, an update would hand a published item's number and date over to another document.
 */
export function readWrittenFields(strapi: Core.Strapi, call: DocumentCall): WrittenFields {
  const written = call.params.data ?? {};
  refuseOtherDocument(call, written);
  const attributes = attributesOf(strapi, call.uid);
  const { data, problems } = readTypes(pickFields(written, attributes), attributes);
  return { fields: data, problems, creators: creatorsIn(written, currentActor(strapi)) };
}

/** Forms send back the "documentId" that they were given; a copy comes with that of its original. */
function refuseOtherDocument(call: DocumentCall, { documentId }: Written): void {
  if (documentId === undefined || documentId === null || documentId === '') return;
  if (call.action !== 'create' && documentId === call.params.documentId) return;
  const message = '“documentId”由系统设定，不能填写或修改。请刷新页面后重试。';
  refuse('field_immutable', message, [{ path: 'documentId', code: 'field_immutable', message }]);
}

/** Strapi's admin puts down who writes; nobody may name somebody else. */
function creatorsIn(written: Written, actor: string | null): Record<string, unknown> {
  if (actor === null) return {};
  const names = ['createdBy', 'updatedBy'] as const;
  return Object.fromEntries(names.filter((name) => isActor(written[name], actor)).map((name) => [name, written[name]]));
}

function isActor(written: unknown, actor: string): boolean {
  return (typeof written === 'number' || typeof written === 'string') && String(written) === actor;
}

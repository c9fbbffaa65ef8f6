import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import type { CategoryRow, OrganRow } from '../content-types/rows.ts';
import { readCatalogueInput } from '../domain/catalogue-input.ts';
import { refuse, refuseInput } from '../errors.ts';
import { CATEGORY } from '../plugin-id.ts';
import type { Services } from '../services/index.ts';
import { publishing } from '../services/publication-lock.ts';
import { table, type DocumentCall } from '../strapi-access.ts';
import type { CatalogueUid } from '../services/catalogue-changes.ts';
import { readWrittenFields } from './written-fields.ts';

/** Every write of a category or an organ: what is saved is public at once. */
export async function catalogueGate(
  strapi: Core.Strapi,
  services: Services,
  call: DocumentCall & { readonly uid: CatalogueUid },
  next: () => Promise<unknown>,
): Promise<unknown> {
  switch (call.action) {
    case 'create':
    case 'update':
    case 'clone':
      return publishing(strapi, async () => {
        const stored = await entryAsItIs(services, call);
        await checkCatalogueWrite(strapi, call, stored);
        const before = call.action === 'update' ? stored : null;
        const result = await next();
        const documentId = documentIdOf(result);
        if (documentId !== null) await services.catalogueChanges.saved(call.uid, documentId, before);
        return result;
      });
    case 'delete':
      return publishing(strapi, async () => {
        const documentId = call.params.documentId ?? '';
        await services.catalogueChanges.assertUnused(call.uid, documentId);
        const removed = await services.catalogueChanges.find(call.uid, documentId);
        const result = await next();
        if (removed !== null) await services.catalogueChanges.removed(call.uid, removed);
        return result;
      });
    default:
      return next();
  }
}

async function checkCatalogueWrite(
  strapi: Core.Strapi,
  call: DocumentCall & { readonly uid: CatalogueUid },
  stored: CategoryRow | OrganRow | null,
): Promise<void> {
  const { fields, creators, problems: ofTypes } = readWrittenFields(strapi, call);
  const { data, problems } = readCatalogueInput(fields, { ...stored });
  refuseInput([...ofTypes, ...problems]);
  await checkCode(strapi, call, data['code']);
  call.params = { ...call.params, data: { ...data, ...creators } };
}

/** A code is part of addresses and of imports: given once, never changed, never shared. */
async function checkCode(
  strapi: Core.Strapi,
  call: DocumentCall & { readonly uid: CatalogueUid },
  code: unknown,
): Promise<void> {
  const rows = table(strapi, call.uid === CATEGORY ? CATEGORY : call.uid);
  if (call.action === 'update') {
    const stored = await rows.findOne({ where: { documentId: call.params.documentId } });
    if (stored === null || code === undefined || code === stored.code) return;
    const message = `代码是网址的一部分，保存后不能修改。请改回“${stored.code}”。`;
    refuse('field_immutable', message, [{ path: 'code', code: 'field_immutable', message }]);
  }
  if (typeof code !== 'string') {
    const message = '请填写代码，只用小写英文字母、数字和单个连字符，例如“policy-law”。';
    refuse('code_invalid', message, [{ path: 'code', code: 'code_invalid', message }]);
  }
  const owner = await rows.findOne({ where: { code } });
  if (owner === null) return;
  const message = `代码“${code}”已经用于“${owner.name}”，请换一个。`;
  refuse('code_taken', message, [{ path: 'code', code: 'code_taken', message }]);
}

/** The entry that is written or copied; null for a new one. */
async function entryAsItIs(services: Services, { uid, action, params }: DocumentCall & { readonly uid: CatalogueUid }) {
  return action === 'create' ? null : services.catalogueChanges.find(uid, params.documentId ?? '');
}

function documentIdOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null) return null;
  const { documentId } = result as { documentId?: unknown };
  if (typeof documentId === 'string') return documentId;
  throw new DisclosureError('field_invalid', 'Cannot record a catalogue change: Strapi gave back no documentId');
}

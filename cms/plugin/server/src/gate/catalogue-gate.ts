import type { Core } from '@strapi/strapi';
import type { CategoryRow, OrganRow } from '../content-types/rows.ts';
import { readCatalogueInput } from '../domain/catalogue-input.ts';
import { refuse, refuseInput } from '../errors.ts';
import { CATEGORY } from '../plugin-id.ts';
import type { Services } from '../services/index.ts';
import { publishing } from '../services/publication-lock.ts';
import { table, type DocumentCall } from '../strapi-access.ts';
import type { CatalogueUid } from '../services/catalogue-changes.ts';
import { writtenDocument } from './written-document.ts';
import { readWrittenFields } from './written-fields.ts';

const EVENTS = { create: 'created', update: 'updated', clone: 'copied', delete: 'deleted' } as const;

/** Every write of a category or an organ: what is saved is public at once. */
export async function catalogueGate(
  strapi: Core.Strapi,
  services: Services,
  call: DocumentCall & { readonly uid: CatalogueUid },
  next: () => Promise<unknown>,
): Promise<unknown> {
  const documentId = call.params.documentId ?? '';
  const kind = call.uid === CATEGORY ? 'category' : 'organ';
  switch (call.action) {
    case 'create':
    case 'update':
    case 'clone': {
      const event = `${kind}_${EVENTS[call.action]}` as const;
      const copyOf = call.action === 'clone' ? documentId : undefined;
      return publishing(strapi, async () => {
        const stored = await entryAsItIs(services, call);
        const fields = await checkCatalogueWrite(strapi, call, stored);
        const before = call.action === 'update' ? stored : null;
        const result = await next();
        const written = writtenDocument(result);
        if (written === null) return result;
        const version = await services.catalogueChanges.saved(call.uid, written, before);
        await services.audit.record({ event, subject: `${kind}:${written}`, detail: { fields, copyOf, ...version } });
        return result;
      });
    }
    case 'delete':
      return publishing(strapi, async () => {
        await services.catalogueChanges.assertUnused(call.uid, documentId);
        const removed = await services.catalogueChanges.find(call.uid, documentId);
        const result = await next();
        if (removed === null) return result;
        const version = await services.catalogueChanges.removed(call.uid, removed);
        const event = `${kind}_${EVENTS.delete}` as const;
        await services.audit.record({ event, subject: `${kind}:${documentId}`, detail: { ...version } });
        return result;
      });
    default:
      return next();
  }
}

/** Gives the names of the fields that are written. */
async function checkCatalogueWrite(
  strapi: Core.Strapi,
  call: DocumentCall & { readonly uid: CatalogueUid },
  stored: CategoryRow | OrganRow | null,
): Promise<readonly string[]> {
  const { fields, creators, problems: ofTypes } = readWrittenFields(strapi, call);
  const { data, problems } = readCatalogueInput(fields, { ...stored });
  refuseInput([...ofTypes, ...problems]);
  await checkCode(strapi, call, data['code']);
  call.params = { ...call.params, data: { ...data, ...creators } };
  return Object.keys(data).sort();
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

import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import type { AuditDetail } from '../domain/audit-chain.ts';
import type { AuditEventCode } from '../domain/audit-events.ts';
import type { ItemUid } from '../plugin-id.ts';
import type { Services } from '../services/index.ts';
import { publishing } from '../services/publication-lock.ts';
import { editBaseOf, type DocumentCall } from '../strapi-access.ts';
import { checkItemWrite } from './item-writes.ts';
import { isDuring } from './work-context.ts';
import { writtenDocument } from './written-document.ts';

const EVENTS = { create: 'item_created', update: 'item_updated', clone: 'item_copied' } as const;

/** Every write of an item, from whatever client, comes through here. */
export async function itemGate(
  strapi: Core.Strapi,
  services: Services,
  call: DocumentCall & { readonly uid: ItemUid },
  next: () => Promise<unknown>,
): Promise<unknown> {
  const documentId = call.params.documentId ?? '';

  async function recorded(event: AuditEventCode, detail: AuditDetail): Promise<unknown> {
    const result = await next();
    const written = writtenDocument(result);
    if (written === null) return result;
    await services.audit.record({ event, subject: `item:${written}`, detail });
    await services.draftVersions.afterWrite(written, event);
    return result;
  }

  switch (call.action) {
    case 'create':
    case 'update':
    case 'clone': {
      if (call.params.status === 'published') {
        throw new DisclosureError('publish_separately', '请先保存，再点“发布”：保存时不能同时发布。', { documentId });
      }
      const event = isDuring('restoration') ? 'item_restored' : EVENTS[call.action];
      // In one transaction with a publication that follows: its files are copied before this write takes the lock.
      if (call.action === 'update' && strapi.db.inTransaction()) await services.versions.collectAhead(documentId);
      return publishing(strapi, async ({ onCommit }) => {
        if (call.action === 'update') {
          await services.draftVersions.beforeUpdate(documentId, editBaseOf(strapi, documentId));
        }
        const fields = await checkItemWrite(strapi, services, call);
        if (call.action === 'update') onCommit(() => services.reviewWatch.changed(documentId));
        return recorded(event, { fields, copyOf: call.action === 'clone' ? documentId : undefined });
      });
    }
    case 'publish':
      return services.publication.publish(documentId, next);
    case 'unpublish':
      if (!isDuring('withdrawal')) {
        const message = '已公开的信息不能直接取消发布。请使用“撤下”并选择原因，公众会看到撤下的说明。';
        throw new DisclosureError('withdrawal_reason_missing', message, { documentId });
      }
      return next();
    case 'discardDraft':
      return publishing(strapi, async ({ onCommit }) => {
        // With nothing to go back to, Strapi would take the draft away and put nothing in its place.
        if (!(await services.publication.isPublished(documentId))) {
          const message = '这一事项现在没有公开的版本，草稿不能恢复成它。';
          throw new DisclosureError('nothing_published', message, { documentId });
        }
        onCommit(() => services.reviewWatch.changed(documentId));
        return recorded('item_draft_discarded', {});
      });
    case 'delete':
      return publishing(strapi, async () => {
        if (await services.publication.wasPublished(documentId)) {
          const message = '这一事项曾经公开，必须留存，不能删除。不宜继续公开的，请使用“撤下”。';
          throw new DisclosureError('published_item_kept', message, { documentId });
        }
        await services.withholding.forget(documentId);
        return recorded('item_deleted', {});
      });
    default:
      return next();
  }
}

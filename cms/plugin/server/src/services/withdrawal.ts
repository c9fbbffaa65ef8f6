import type { Core } from '@strapi/strapi';
import { DisclosureError, withdrawalReasonSchema, type Tombstone } from 'disclosure-contract';
import { during } from '../gate/work-context.ts';
import { ITEM } from '../plugin-id.ts';
import { documents, table } from '../strapi-access.ts';
import type { Addresses } from './addresses.ts';
import type { Changes } from './changes.ts';
import type { Drafts } from './drafts.ts';
import { publishing } from './publication-lock.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly addresses: Addresses;
  readonly changes: Changes;
}

export interface WithdrawalRequest {
  readonly documentId: string;
  readonly reason: unknown;
  /** documentId of the item that takes its place. */
  readonly replacedBy?: string | null;
}

export interface Withdrawal {
  readonly seq: number | null;
  readonly withdrawnAt: string;
}

/** Taking down what was published: the public version goes, a tombstone with the reason stays. */
export const createWithdrawal = ({ strapi, drafts, addresses, changes }: Parts) => {
  async function slugOfSuccessor(documentId: string, replacedBy: string | null): Promise<string | null> {
    if (replacedBy === null) return null;
    const successor = replacedBy === documentId ? null : await drafts.rowOf(replacedBy, 'published');
    const book = successor === null ? null : await addresses.bookOf(replacedBy);
    if (book !== null) return book.slug;
    const message = '替代的新信息还没有发布，或者已经撤下。请先发布它，再撤下这一条。';
    throw new DisclosureError('item_unknown', message, { documentId: replacedBy });
  }

  return {
    async withdraw({ documentId, reason, replacedBy = null }: WithdrawalRequest): Promise<Withdrawal> {
      const known = withdrawalReasonSchema.safeParse(reason);
      if (!known.success) {
        throw new DisclosureError('withdrawal_reason_missing', '请选择撤下的原因，公众会看到它。', { documentId });
      }
      return publishing(strapi, async () => {
        const [published, book, former] = [
          await drafts.rowOf(documentId, 'published'),
          await addresses.bookOf(documentId),
          await changes.latestOf(documentId),
        ];
        if (published === null || book === null || former === null) {
          throw new DisclosureError('item_unknown', '这一事项现在没有公开，不需要撤下。', { documentId });
        }
        const withdrawnAt = new Date().toISOString();
        const payload: Tombstone = {
          documentId,
          slug: book.slug,
          formerSlugs: [...book.formerSlugs],
          indexNo: published.indexNo ?? '',
          reason: known.data,
          replacedBy: await slugOfSuccessor(documentId, replacedBy),
          withdrawnAt,
        };

        await during('withdrawal', () => documents(strapi, ITEM).unpublish({ documentId }));
        await table(strapi, ITEM).updateMany({
          where: { documentId },
          data: { withdrawnAt, withdrawalReason: known.data, replacedBy },
        });
        const title = published.title ?? documentId;
        const seq = await changes.record(
          { kind: 'item_withdrawn', title, audience: former.audience, payload },
          withdrawnAt,
        );
        return { seq, withdrawnAt };
      });
    },
  };
};

export type WithdrawalService = ReturnType<typeof createWithdrawal>;

import type { Core } from '@strapi/strapi';
import {
  DisclosureError,
  ITEM_TYPES,
  withdrawalReasonSchema,
  type Approval,
  type Tombstone,
  type WithdrawalReason,
} from 'disclosure-contract';
import { during } from '../gate/work-context.ts';
import type { ChangeRow, PlannedWithdrawal, Reach, TypedItemRow } from '../content-types/rows.ts';
import { isNarrower } from '../domain/travel.ts';
import { ITEM_UIDS } from '../plugin-id.ts';
import { documents, table } from '../strapi-access.ts';
import type { AddressBook, Addresses } from './addresses.ts';
import type { Audit } from './audit.ts';
import type { Changes } from './changes.ts';
import type { Drafts } from './drafts.ts';
import { publishing } from './publication-lock.ts';
import type { Register, Registration } from './register.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly register: Register;
  readonly addresses: Addresses;
  readonly changes: Changes;
  readonly audit: Audit;
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

interface KnownRequest {
  readonly documentId: string;
  readonly reason: WithdrawalReason;
  readonly replacedBy: string | null;
}

/** What is public of an item, and where it can be read instead. */
interface Standing {
  readonly published: TypedItemRow;
  readonly registration: Registration;
  readonly former: ChangeRow;
  readonly book: AddressBook;
  readonly successor: string | null;
}

/** Taking down what was published: the public version goes, a tombstone with the reason stays. */
export const createWithdrawal = ({ strapi, drafts, register, addresses, changes, audit }: Parts) => {
  /** The successor's address goes to everyone who is told of the withdrawal, so all of them must be let to read it. */
  async function slugOfSuccessor(
    { documentId, type }: TypedItemRow,
    replacedBy: string | null,
    reach: Reach,
  ): Promise<string | null> {
    if (replacedBy === null) return null;
    const other = replacedBy === documentId ? null : await drafts.rowOf(replacedBy, 'published');
    const [book, successor] =
      other === null ? [null, null] : [await addresses.bookOf(replacedBy), await changes.latestOf(replacedBy)];
    if (other === null || book === null || successor === null) {
      const message = '替代的新信息还没有发布，或者已经撤下。请先发布它，再撤下这一条。';
      throw new DisclosureError('item_unknown', message, { documentId: replacedBy });
    }
    if (other.type !== type) {
      const message = `替代的新信息应当也是${ITEM_TYPES[type].zh}。请另选一条，或者换一个撤下的原因。`;
      throw new DisclosureError('successor_unlike', message, { documentId: replacedBy });
    }
    if (isNarrower(successor.audience, reach)) {
      const message =
        '替代的新信息的公开范围比这一条小，看到撤下说明的人打不开它。请另选一条，或者先扩大它的公开范围。';
      throw new DisclosureError('successor_narrower', message, { documentId: replacedBy });
    }
    return book.slug;
  }

  function readRequest({ documentId, reason, replacedBy = null }: WithdrawalRequest): KnownRequest {
    const known = withdrawalReasonSchema.safeParse(reason);
    if (!known.success) {
      throw new DisclosureError('withdrawal_reason_missing', '请选择撤下的原因，公众会看到它。', { documentId });
    }
    if (known.data === 'replaced' && replacedBy === null) {
      const message = '撤下原因是“已由新的信息替代”，请选择替代它的新信息。';
      throw new DisclosureError('successor_missing', message, { documentId });
    }
    return { documentId, reason: known.data, replacedBy };
  }

  async function standing({ documentId, replacedBy }: KnownRequest): Promise<Standing> {
    const [published, registration, former] = [
      await drafts.rowOf(documentId, 'published'),
      await register.find(documentId),
      await changes.latestOf(documentId),
    ];
    const book = former === null ? null : await addresses.bookOf(documentId, former.audience);
    if (published === null || registration === null || former === null || book === null) {
      throw new DisclosureError('item_unknown', '这一事项现在没有公开，不需要撤下。', { documentId });
    }
    const successor = await slugOfSuccessor(published, replacedBy, former.audience);
    return { published, registration, former, book, successor };
  }

  async function takeDown(request: KnownRequest, approval: Approval | null): Promise<Withdrawal> {
    const { documentId, reason, replacedBy } = request;
    return publishing(strapi, async () => {
      const { published, registration, former, book, successor } = await standing(request);
      const withdrawnAt = new Date().toISOString();
      const payload: Tombstone = {
        documentId,
        type: published.type,
        slug: book.slug,
        formerSlugs: [...book.formerSlugs],
        indexNo: registration.indexNo,
        reason,
        replacedBy: successor,
        withdrawnAt,
      };

      const uid = ITEM_UIDS[published.type];
      await during('withdrawal', () => documents(strapi, uid).unpublish({ documentId }));
      await table(strapi, uid).updateMany({
        where: { documentId },
        data: { withdrawnAt, withdrawalReason: reason, replacedBy },
      });
      const title = published.title ?? documentId;
      const version = await changes.record(
        { kind: 'item_withdrawn', title, audience: former.audience, payload },
        withdrawnAt,
        approval,
      );
      await audit.record({
        event: 'item_withdrawn',
        subject: `item:${documentId}`,
        detail: { indexNo: payload.indexNo, reason, replacedBy, approval: approval?.id ?? null, ...version },
      });
      return { seq: version?.feedSeq ?? null, withdrawnAt };
    });
  }

  return {
    /** At once, without an approval: for emergencies, and to be ratified afterwards. */
    async withdraw(request: WithdrawalRequest): Promise<Withdrawal> {
      return takeDown(readRequest(request), null);
    },

    /** What a withdrawal would take down, for its review. Refuses what could not be done now. */
    async plan(request: WithdrawalRequest): Promise<PlannedWithdrawal> {
      const known = readRequest(request);
      const { former } = await standing(known);
      return { reason: known.reason, replacedBy: known.replacedBy, seq: former.seq };
    },

    /** A withdrawal that has been approved. */
    async carryOut(request: WithdrawalRequest, approval: Approval): Promise<Withdrawal> {
      return takeDown(readRequest(request), approval);
    },
  };
};

export type WithdrawalService = ReturnType<typeof createWithdrawal>;

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { ReviewRow } from '../content-types/rows.ts';
import { during } from '../gate/work-context.ts';
import { configOf, documents } from '../strapi-access.ts';
import type { Approvals } from './approvals.ts';
import type { Audit } from './audit.ts';
import { publishing } from './publication-lock.ts';
import type { Drafts } from './drafts.ts';
import type { ReviewBook } from './review-book.ts';
import type { WithholdingService } from './withholding.ts';

/** How often planned publications, and decisions to look at again, are looked for. */
const EVERY_MS = 2_000;

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly book: ReviewBook;
  readonly approvals: Approvals;
  readonly withholding: WithholdingService;
  readonly audit: Audit;
}

/**
 * What happens to reviews without anybody's doing: they end when what is under review changes, and what was approved for a
 * time is published at that time, if it is still what was approved; of decisions to look at again, those who answer for
 * them are told. Whatever is missed here, because the process ended, is
 * made up for: a publication asks again, and a time that has passed is found at the next start.
 */
export const createReviewWatch = ({ strapi, drafts, book, approvals, withholding, audit }: Parts) => {
  // Outside the transaction and the request of whoever tells.
  const apart = AsyncLocalStorage.snapshot();
  let tail: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  function later(what: string, act: () => Promise<void>): void {
    tail = tail
      .then(() => apart(act))
      .catch((error: unknown) => {
        strapi.log.error(`Cannot ${what}: ${nameOf(error)}`);
      });
  }

  async function publishPlanned({ documentId, item }: ReviewRow): Promise<void> {
    try {
      const uid = await drafts.uidOf(item);
      await during('planned-publication', () => documents(strapi, uid).publish({ documentId: item }));
    } catch (error) {
      const problem = codeOf(error);
      try {
        await approvals.recheck(item);
      } finally {
        // Whatever happens, it is not tried again and again.
        await publishing(strapi, async () => {
          await book.move(documentId, { problem });
          await audit.record({
            event: 'planned_publication_refused',
            subject: `item:${item}`,
            detail: { review: documentId, problem },
          });
        });
      }
    }
  }

  /** Each by itself: one that fails holds up none of the others. */
  async function publishDue(): Promise<void> {
    for (const review of await book.due(new Date().toISOString())) {
      await publishPlanned(review).catch((error: unknown) => {
        strapi.log.error(`Cannot publish what was planned for review ${review.documentId}: ${nameOf(error)}`);
      });
    }
  }

  async function remind(): Promise<void> {
    if (configOf(strapi).mailNotices) await withholding.remind();
  }

  return {
    /** Tells that a draft was written. */
    changed(item: string): void {
      later('look at a review again', () => approvals.recheck(item));
    },

    start(): void {
      timer = setInterval(() => {
        later('publish what was planned', publishDue);
        later('send letters for decisions to look at again', remind);
      }, EVERY_MS);
      timer.unref();
    },

    publishDue,
    remind,

    /** When everything that was told so far has been done. */
    async idle(): Promise<void> {
      for (let seen: Promise<void> | null = null; seen !== tail;) {
        seen = tail;
        await seen;
      }
    },

    /** The last of it: no more is planned in this process. */
    async stop(): Promise<void> {
      if (timer !== null) clearInterval(timer);
      await this.idle();
    },
  };
};

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function codeOf(error: unknown): string {
  const code = (error as { details?: { code?: unknown } } | null)?.details?.code;
  return typeof code === 'string' ? code : 'publish_failed';
}

export type ReviewWatch = ReturnType<typeof createReviewWatch>;

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import {
  asLookedAtAgain,
  dayInChina,
  refusalOfDecision,
  REVIEW_STATES,
  type ReviewFacts,
  type ReviewState,
} from 'disclosure-contract';
import type { ReviewRow } from '../content-types/rows.ts';
import { configOf, sendMail } from '../strapi-access.ts';
import type { People } from './people.ts';
import { decidersIn, type ReviewBook } from './review-book.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly book: ReviewBook;
  readonly people: People;
}

/** What whoever submitted wants to know of. */
const TOLD: ReadonlySet<ReviewState> = new Set(['returned', 'withheld', 'reopened', 'void', 'approved', 'done']);

/**
 * Mail to whose turn it is, and to whoever submitted when their review ends. A letter names no title and nothing of the
 * content: what is not public must not leave the office in a letter. Letters are sent after the commit; one that cannot be
 * sent is noted in the log, and what it says stands on the start page anyway.
 */
export const createNotices = ({ strapi, book, people }: Parts) => {
  // Outside the transaction and the request of whoever tells.
  const apart = AsyncLocalStorage.snapshot();
  let tail: Promise<void> = Promise.resolve();

  async function send(ids: readonly string[], subject: string, item: string, text: string): Promise<void> {
    const base = strapi.config.get<string>('admin.absoluteUrl', '');
    const link = `${base}/plugins/disclosure/reviews/${item}`;
    for (const to of await people.addressesOf(ids)) {
      await sendMail(strapi, { to, subject, text: `${text}\n\n${link}\n\n这封邮件由系统发出，请不要回复。` });
    }
  }

  async function inTurn(review: ReviewRow): Promise<string[]> {
    const decided = decidersIn(await book.decisionsOf([review.documentId]));
    return whoMay({ ...review, decided });
  }

  async function whoMay(facts: ReviewFacts): Promise<string[]> {
    const may = (await people.all()).filter((person) => refusalOfDecision(person, facts) === null);
    const standIns = await people.standInsFor(
      may.map(({ id }) => id),
      dayInChina(new Date().toISOString()),
    );
    return [...new Set([...may.map(({ id }) => id), ...standIns])].filter((id) => !facts.authors.includes(id));
  }

  async function tell(reviewId: string): Promise<void> {
    const review = await book.find(reviewId);
    if (review === null) return;
    const step = review.steps[review.step];
    if (review.state === 'open' && step !== undefined) {
      const text = `有一条信息等您审核（第 ${review.step + 1} 步：${step.name}）。请登录后查看：`;
      await send(await inTurn(review), '有一条信息等您审核', review.item, text);
    } else if (TOLD.has(review.state)) {
      const state = REVIEW_STATES[review.state].zh;
      await send(
        [review.submittedBy],
        `您送审的信息：${state}`,
        review.item,
        `您送审的一条信息${state}。请登录后查看：`,
      );
    }
  }

  async function tellToLookAgain(reviewId: string): Promise<void> {
    const review = await book.find(reviewId);
    if (review?.state !== 'withheld') return;
    const others = (await book.decisionsOf([reviewId])).filter(({ step }) => step !== review.step);
    const text = '有一项不公开的决定到了重新审查的日期（政府信息公开条例第十八条）。请登录后查看：';
    const to = await whoMay({ ...asLookedAtAgain(review), decided: decidersIn(others) });
    await send(to, '有一项不公开的决定等您重新审查', review.item, text);
  }

  async function afterCommit(reviewId: string, act: (reviewId: string) => Promise<void>): Promise<void> {
    if (!configOf(strapi).mailNotices) return;
    await strapi.db.transaction(({ onCommit }) => {
      onCommit(() => {
        tail = tail
          .then(() => apart(() => act(reviewId)))
          .catch((error: unknown) => {
            const reason = error instanceof Error ? error.name : typeof error;
            strapi.log.error(`Cannot send the notice of review ${reviewId}: ${reason}`);
          });
      });
    });
  }

  return {
    /** Tells of a review as it stands once the caller's transaction is committed. */
    of: (reviewId: string) => afterCommit(reviewId, tell),

    /** Tells those who answer for it that a decision not to publish is to be looked at again. */
    lookAgain: (reviewId: string) => afterCommit(reviewId, tellToLookAgain),

    /** When every letter that was to be sent has been, or could not be. */
    async idle(): Promise<void> {
      for (let seen: Promise<void> | null = null; seen !== tail;) {
        seen = tail;
        await seen;
      }
    },
  };
};

export type Notices = ReturnType<typeof createNotices>;

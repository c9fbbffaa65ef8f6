import {
  dayInChina,
  type ConfidentialityRecord,
  type DecisionRefusal,
  type ItemType,
  type ReviewKind,
  type ReviewState,
  type ReviewStep,
  type StepKind,
  type Verdict,
} from 'disclosure-contract';
import type { PlannedWithdrawal, ReviewComment, ReviewDecisionRow, ReviewRow } from '../content-types/rows.ts';
import type { Drafts } from './drafts.ts';
import { toInstant, toInstantOrNull } from './instant.ts';
import type { Person } from './people.ts';
import { decidersIn, type ReviewBook } from './review-book.ts';
import type { ReviewWatch } from './review-watch.ts';
import { standingOf, type Reviews } from './reviews.ts';
import type { WithholdingService } from './withholding.ts';

/** Reviews on one's desk. */
const MOST_OWN = 50;

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long before its day a decision not to publish stands among those to look at again. */
const AHEAD_MS = 30 * DAY_MS;

export interface ReviewEntry {
  readonly id: string;
  readonly item: string;
  readonly type: ItemType;
  readonly title: string;
  readonly kind: ReviewKind;
  readonly round: number;
  readonly state: ReviewState;
  /** Index of the step whose turn it is, and what it is called. */
  readonly step: number;
  readonly stepName: string;
  readonly stepKind: StepKind;
  readonly steps: readonly string[];
  readonly submittedByName: string | null;
  readonly submittedAt: string;
  readonly stepSince: string;
  /** By when the step should be decided; null without a limit. */
  readonly dueAt: string | null;
  readonly publishAt: string | null;
  readonly problem: string | null;
  /** For whom the person would decide, when it is not for themselves. */
  readonly onBehalfOfName: string | null;
}

/** A review as whoever submitted it sees it in a list: with why it has stopped. */
export interface OwnReviewEntry extends ReviewEntry {
  readonly lastOpinion: string;
  readonly changedFields: readonly string[];
}

/** A decision not to publish that is to be looked at again. */
export interface WithheldEntry {
  readonly id: string;
  readonly item: string;
  readonly type: ItemType;
  readonly title: string;
  readonly reviewAgainOn: string;
  /** The step that answers for it. */
  readonly stepName: string;
  readonly mayLookAgain: boolean;
  /** For whom the person would look at it, when it is not for themselves. */
  readonly onBehalfOfName: string | null;
}

export interface DecisionEntry {
  readonly stepName: string;
  readonly stepKind: StepKind;
  readonly verdict: Verdict;
  readonly opinion: string;
  readonly comments: readonly ReviewComment[];
  readonly confidentiality: ConfidentialityRecord | null;
  readonly personName: string | null;
  readonly onBehalfOfName: string | null;
  readonly at: string;
}

export interface ReviewReport extends ReviewEntry {
  readonly note: string;
  readonly contentHash: string;
  readonly withdrawal: PlannedWithdrawal | null;
  readonly changedFields: readonly string[];
  readonly endedAt: string | null;
  readonly reviewAgainOn: string | null;
  readonly mayLookAgain: boolean;
  /** documentId of the item that tells the public of a decision not to publish. */
  readonly notice: string | null;
  readonly decisions: readonly DecisionEntry[];
  readonly mayDecide: boolean;
  readonly refusal: DecisionRefusal | null;
  readonly mayCancel: boolean;
  /** Whether the person has decided a step: then somebody else publishes. */
  readonly hasDecided: boolean;
}

interface Parts {
  readonly book: ReviewBook;
  readonly drafts: Drafts;
  readonly reviews: Reviews;
  readonly withholding: WithholdingService;
  readonly watch: ReviewWatch;
}

/** What reviews look like to one person: what waits for them, what is theirs, and everything about one item. */
export const createReviewDesk = ({ book, drafts, reviews, withholding, watch }: Parts) => {
  async function decisionsByReview(rows: readonly ReviewRow[]): Promise<ReadonlyMap<string, ReviewDecisionRow[]>> {
    const byReview = new Map<string, ReviewDecisionRow[]>();
    for (const decision of await book.decisionsOf(rows.map(({ documentId }) => documentId))) {
      byReview.set(decision.review, [...(byReview.get(decision.review) ?? []), decision]);
    }
    return byReview;
  }

  return {
    /** The reviews whose turn is this person's, or that of somebody they stand in for; the longest waiting first. */
    async waitingFor(person: Person): Promise<ReviewEntry[]> {
      const open = await book.open();
      const decisions = await decisionsByReview(open);
      const represented = await reviews.representedBy(person);
      const waiting: ReviewEntry[] = [];
      for (const review of open) {
        const { as } = standingOf(person, represented, review, decisions.get(review.documentId) ?? []);
        if (as !== null) waiting.push({ ...entryOf(review), onBehalfOfName: otherThan(person, as) });
      }
      return waiting.sort((one, other) => (one.stepSince < other.stepSince ? -1 : 1));
    },

    /**
     * Decisions not to publish whose day has come or comes soon, the longest overdue first: those that this person may look
     * at, or all of them.
     */
    async toLookAgain(person: Person, { all }: { all: boolean }): Promise<WithheldEntry[]> {
      const represented = await reviews.representedBy(person);
      const entries: WithheldEntry[] = [];
      for (const review of await book.againBy(dayInChina(new Date(Date.now() + AHEAD_MS).toISOString()))) {
        const { as } = await withholding.standingAgain(review, person, represented);
        if (as === null && !all) continue;
        const { documentId: id, item, type, title, reviewAgainOn, step, steps } = review;
        entries.push({
          id,
          item,
          type: type ?? 'item',
          title,
          reviewAgainOn: reviewAgainOn ?? '',
          stepName: steps[step]?.name ?? '',
          mayLookAgain: as !== null,
          onBehalfOfName: otherThan(person, as),
        });
      }
      return entries;
    },

    /** What this person submitted, the newest of each item. */
    async ownedBy(person: Person): Promise<OwnReviewEntry[]> {
      const rows = await book.submittedBy(person.id, MOST_OWN);
      const newest = new Map<string, ReviewRow>();
      for (const row of rows) if (!newest.has(row.item)) newest.set(row.item, row);
      const decisions = await decisionsByReview([...newest.values()]);
      return [...newest.values()].map((review) => ({
        ...entryOf(review),
        lastOpinion: decisions.get(review.documentId)?.at(-1)?.opinion ?? '',
        changedFields: review.changedFields ?? [],
      }));
    },

    /** All reviews of an item, the newest first. */
    async reportsOf(item: string, person: Person | null): Promise<ReviewReport[]> {
      // What was just saved has ended the review before it is shown.
      await watch.idle();
      const rows = await book.ofItem(item);
      const decisions = await decisionsByReview(rows);
      const represented = person === null ? [] : await reviews.representedBy(person);
      const reports: ReviewReport[] = [];
      for (const review of rows) {
        const made = decisions.get(review.documentId) ?? [];
        const standing = person === null ? null : standingOf(person, represented, review, made);
        const again = person === null ? null : (await withholding.standingAgain(review, person, represented)).as;
        const hasNotice = review.notice !== null && (await drafts.rowOf(review.notice, 'draft')) !== null;
        const isRunning = review.state === 'open' || review.state === 'approved';
        reports.push({
          ...entryOf(review),
          onBehalfOfName: otherThan(person, standing?.as ?? again),
          note: review.note ?? '',
          contentHash: review.contentHash,
          withdrawal: review.withdrawal,
          changedFields: review.changedFields ?? [],
          endedAt: toInstantOrNull(review.endedAt),
          reviewAgainOn: review.reviewAgainOn,
          mayLookAgain: again !== null,
          notice: hasNotice ? review.notice : null,
          decisions: made.map(decisionEntry),
          mayDecide: standing !== null && standing.as !== null,
          refusal: standing?.refusal ?? null,
          mayCancel: isRunning && review.submittedBy === person?.id && review.kind !== 'ratification',
          hasDecided: person !== null && decidersIn(made).includes(person.id),
        });
      }
      return reports;
    },
  };
};

/** For whom somebody would act, when it is not for themselves. */
function otherThan(person: Person | null, as: Person | null): string | null {
  return as === null || as.id === person?.id ? null : as.name;
}

function entryOf(review: ReviewRow): ReviewEntry {
  const current: ReviewStep | undefined = review.steps[review.step];
  const since = toInstant(review.stepSince);
  const isOpen = review.state === 'open';
  return {
    id: review.documentId,
    item: review.item,
    type: review.type ?? 'item',
    title: review.title,
    kind: review.kind,
    round: review.round,
    state: review.state,
    step: review.step,
    stepName: current?.name ?? '',
    stepKind: current?.kind ?? 'check',
    steps: review.steps.map(({ name }) => name),
    submittedByName: review.submittedByName,
    submittedAt: toInstant(review.submittedAt),
    stepSince: since,
    dueAt: isOpen && current?.days ? new Date(Date.parse(since) + current.days * DAY_MS).toISOString() : null,
    publishAt: toInstantOrNull(review.publishAt),
    problem: review.problem,
    onBehalfOfName: null,
  };
}

function decisionEntry(row: ReviewDecisionRow): DecisionEntry {
  const { stepName, stepKind, verdict, opinion, comments, confidentiality, personName, onBehalfOfName, at } = row;
  return {
    stepName,
    stepKind,
    verdict,
    opinion: opinion ?? '',
    comments,
    confidentiality,
    personName,
    onBehalfOfName,
    at: toInstant(at),
  };
}

export type ReviewDesk = ReturnType<typeof createReviewDesk>;

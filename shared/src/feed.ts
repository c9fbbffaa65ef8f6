import { z } from 'zod';
import { categorySchema } from './category.ts';
import { isoInstantSchema } from './dates.ts';
import { inspectionReportSchema } from './inspection/finding.ts';
import { itemSchema, tombstoneSchema } from './item.ts';
import { organSchema } from './organ.ts';

/** The approval that a version was published on. */
export const approvalSchema = z.object({
  id: z.string().min(1).max(100),
  /** SHA-256 of what was approved. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Approval = z.infer<typeof approvalSchema>;

const base = {
  /** Position in the feed: 1, 2, 3 … in the order of commits, without gaps. */
  seq: z.int().min(1),
  at: isoInstantSchema,
  /** Null where nobody had to approve, or where the version is from before approvals were kept. */
  approval: approvalSchema.nullable().default(null),
};

/** One thing that happened, complete in itself: a node needs nothing but the attachments' bytes to apply it. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('item_published'), payload: itemSchema }),
  z.object({ ...base, kind: z.literal('item_withdrawn'), payload: tombstoneSchema }),
  /** The item no longer travels to this node's audience; no reason is given away. */
  z.object({ ...base, kind: z.literal('item_removed'), payload: z.object({ documentId: z.string() }) }),
  z.object({ ...base, kind: z.literal('category_saved'), payload: categorySchema }),
  z.object({ ...base, kind: z.literal('category_removed'), payload: z.object({ documentId: z.string() }) }),
  z.object({ ...base, kind: z.literal('organ_saved'), payload: organSchema }),
  z.object({ ...base, kind: z.literal('organ_removed'), payload: z.object({ documentId: z.string() }) }),
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeKind = Change['kind'];

/**
 * Answer of `GET /api/disclosure/changes?after=N` and of `GET /api/disclosure/snapshot?after=N`. The snapshot leaves out
 * what a later change has overtaken: reading it from 0 to the end gives a new node its start.
 */
export const feedPageSchema = z.object({
  data: z.array(changeSchema),
  meta: z.object({
    /** Which CMS database this feed is of. Another one means: start over. */
    feedId: z.string(),
    /** Everything up to here has been looked at; ask on from here. */
    through: z.int().min(0),
    /** The newest position there is. */
    last: z.int().min(0),
  }),
});
export type FeedPage = z.infer<typeof feedPageSchema>;

/** What a node reports after it applied a change. */
export const receiptSchema = z.object({
  seq: z.int().min(1),
  /** Pages rendered anew or removed. */
  pages: z.int().min(0),
  /** From the start of applying to the last page being in place, milliseconds. */
  durationMs: z.number().min(0),
  /** When the item's own page was in place, or gone. */
  visibleAt: isoInstantSchema,
  /** Why a page could not be made: a code, never a text from the content. */
  problem: z.string().max(200).nullable(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** How a public file was found to be tampered with. */
export const TAMPERINGS = ['altered', 'added', 'missing'] as const;
export type Tampering = (typeof TAMPERINGS)[number];

/** A public file that was not what the node had put there. */
export const incidentSchema = z.object({
  /** Given by the node: an incident that is reported twice is one. */
  id: z.uuid(),
  /** Its address, or where it stood below the public folder. Whoever added a file chose its name. */
  path: z.string().min(1).max(600),
  kind: z.enum(TAMPERINGS),
  at: isoInstantSchema,
  /** Whether the right file is back, or what was added is gone. */
  isRepaired: z.boolean(),
});
export type Incident = z.infer<typeof incidentSchema>;

/** Body of `POST /api/disclosure/receipts`. */
export const receiptsSchema = z.object({
  /** The node has applied everything up to here. */
  position: z.int().min(0),
  receipts: z.array(receiptSchema).max(500),
  incidents: z.array(incidentSchema).max(100).default([]),
  /** Of an inspection since the last report. */
  inspection: inspectionReportSchema.nullable().default(null),
});
export type Receipts = z.infer<typeof receiptsSchema>;

/** Body of a nudge: "the feed has reached `last`". Safe to lose, repeat or reorder. */
export const nudgeSchema = z.object({
  id: z.string().min(8).max(64),
  last: z.int().min(0),
  /** The site is to be inspected now, and not only at night. */
  inspect: z.boolean().default(false),
});
export type Nudge = z.infer<typeof nudgeSchema>;

/** Headers of a signed nudge. The signature is `v1=` and the hex HMAC-SHA256 of {@link nudgeSignedText}. */
export const NUDGE_HEADERS = { timestamp: 'x-disclosure-timestamp', signature: 'x-disclosure-signature' } as const;

/** A nudge is refused when its timestamp is further away than this. */
export const NUDGE_TOLERANCE_SECONDS = 300;

export function nudgeSignedText(timestamp: string, body: string): string {
  return `${timestamp}.${body}`;
}

/**
 * The node's key for nudges is derived from its token, so that one secret is enough to set up a node: the key is the
 * 32 bytes of the SHA-256 of this text.
 */
export function nudgeKeyText(token: string): string {
  return `disclosure-nudge:${token}`;
}

import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { itemSchema } from './item.ts';

/** Longest body of a preview request, bytes. */
export const LONGEST_PREVIEW_REQUEST = 2 * 1024 * 1024;

/**
 * Body of `POST <node>/_disclosure/preview`, signed as a nudge is: "render this item as if it were published now, and
 * keep nothing". Its files are only named: their bytes stay in the CMS.
 */
export const previewRequestSchema = z.object({
  /** A request is answered once. */
  id: z.string().min(8).max(64),
  item: itemSchema,
  /** Until when the CMS shows the preview; the page says so. */
  expiresAt: isoInstantSchema,
});
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

/** Which pages of a node a change would rewrite, remove or add, counted. */
export const previewEffectSchema = z.object({
  /** Pages that people read, the item's own and lists among them. */
  pages: z.int().min(0),
  /** Of these, lists of the catalogue and of organs. */
  lists: z.int().min(0),
  feeds: z.int().min(0),
  sitemaps: z.int().min(0),
  /** The site does not have the item yet. */
  isNew: z.boolean(),
});
export type PreviewEffect = z.infer<typeof previewEffectSchema>;

/** Answer to a preview request. */
export const previewAnswerSchema = z.object({
  /** The item's page, complete. */
  html: z.string(),
  /** Public address of the site: where links of the page lead. */
  siteUrl: z.url({ protocol: /^https?$/ }),
  /** If this version were published. */
  effect: previewEffectSchema,
  /** If what is public of the item were withdrawn; null where nothing is. */
  withdrawalEffect: previewEffectSchema.nullable(),
});
export type PreviewAnswer = z.infer<typeof previewAnswerSchema>;

/** Answer to a preview request that could not be met: a code and nothing else. */
export const previewRefusalSchema = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) });

import { join } from 'node:path';
import { DisclosureError } from 'disclosure-contract';
import { readFreshnessLimits, type FreshnessLimits } from 'disclosure-contract/inspection';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

/** Environment variables of a node. The README of the theme lists every key; a test compares the two. */
export const settingsSchema = z.object({
  /** Folder of everything the node writes; `site/` is made inside it. */
  DATA_DIR: z.string().min(1).default('.data'),
  SITE_PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  /** Address to listen on. `::` listens on IPv6 and IPv4. */
  HOST: z.string().default('127.0.0.1'),
  /** The site's public address: what links in pages, feeds and sitemaps begin with. */
  SITE_URL: url.optional(),
  /** Where the feed is. */
  CMS_URL: url.default('http://127.0.0.1:1337'),
  /** This node's token, from the CMS. Without it the node serves what it has and follows nothing. */
  NODE_TOKEN: z.string().min(16).optional(),
  /** Accepted as `Authorization: Bearer …` on the nudge address, for Strapi's own webhooks. */
  NUDGE_SECRET: z.string().min(16).optional(),
  /** `1` lets the CMS have drafts rendered here. For a node of the office network: a draft is in its memory meanwhile. */
  PREVIEW: z.enum(['0', '1']).default('0'),
  /** Limits of columns that differ from the usual ones: `xinwen-dongtai=7d,guihua-jihua=6m,annual-reports=yearly:01-31`. */
  INSPECTION_FRESHNESS: z
    .string()
    .default('')
    .refine(
      (text) => readFreshnessLimits(text) !== null,
      'not limits of columns, such as "xinwen-dongtai=7d,guide=none"',
    ),
  /** How often the feed is read without a nudge, milliseconds. */
  POLL_INTERVAL_MS: z.coerce.number().int().min(200).default(10_000),
});

export interface NodeSettings {
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  readonly siteUrl: string;
  readonly cmsUrl: string;
  readonly token: string | null;
  readonly nudgeSecret: string | null;
  readonly rendersPreviews: boolean;
  /** Limits of columns, by code, where a department has its own. */
  readonly freshnessLimits: FreshnessLimits;
  readonly pollIntervalMs: number;
}

/** Reads the settings from environment variables. Throws `config_invalid` with one line for every wrong one. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): NodeSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const { data, error } = settingsSchema.safeParse(given);
  if (error) {
    const problems = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new DisclosureError(
      'config_invalid',
      ['Cannot start the site node: its environment is invalid', ...problems].join('\n'),
    );
  }
  return {
    folder: join(data.DATA_DIR, 'site'),
    port: data.SITE_PORT,
    host: data.HOST,
    siteUrl: data.SITE_URL ?? `http://localhost:${data.SITE_PORT}`,
    cmsUrl: data.CMS_URL,
    token: data.NODE_TOKEN ?? null,
    nudgeSecret: data.NUDGE_SECRET ?? null,
    rendersPreviews: data.PREVIEW === '1',
    freshnessLimits: readFreshnessLimits(data.INSPECTION_FRESHNESS) ?? new Map(),
    pollIntervalMs: data.POLL_INTERVAL_MS,
  };
}

import { DisclosureError } from 'disclosure-contract';
import { z } from 'zod';

const configSchema = z.strictObject({
  /** Public address of the site, such as "https://www.example.gov.cn". Empty: panels show paths only. */
  siteUrl: z
    .string()
    .refine(isSiteUrl, 'not an http(s) address without a path, such as "https://www.example.gov.cn"')
    .default(''),
  /** Folder for the bytes of published files; relative to the application. Never inside a folder that is served. */
  filesDir: z.string().min(1, 'must name a folder').default('.data/published-files'),
  /** How many saved versions of an item are kept once it is published. What was published is kept for ever. */
  draftVersionsKept: z.int('must be a whole number').min(1, 'must be at least 1').default(50),
  /** What an index number counts within: a month (`/202611-00001`) or a year (`/2026-00001`). */
  indexNumberPeriod: z.enum(['month', 'year'], 'must be "month" or "year"').default('month'),
});

function isSiteUrl(text: string): boolean {
  return (
    text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text)
  );
}

export type PluginConfig = z.output<typeof configSchema>;

export const config = {
  default: configSchema.parse({}),
  // Strapi ignores what a validator returns, so the defaults come from `default` and this only throws.
  validator(merged: unknown): void {
    const { error } = configSchema.safeParse(merged);
    if (!error) return;

    const problems = error.issues.map((issue) => `  ${issue.path.join('.') || '(top level)'}: ${issue.message}`);
    throw new DisclosureError(
      'config_invalid',
      ['Cannot start the disclosure plugin: its entry in config/plugins is invalid', ...problems].join('\n'),
    );
  },
};

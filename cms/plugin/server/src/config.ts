import { CODE_SCHEMES, DisclosureError, type CodeSchemeName } from 'disclosure-contract';
import { z } from 'zod';

const signInSchema = z.strictObject({
  /** Codes of an authenticator app: `off`, `optional` for each administrator, or `required` of everyone (level three). */
  secondFactor: z.enum(['off', 'optional', 'required'], 'must be "off", "optional" or "required"').default('optional'),
  /** Failures in a row after which an account is locked. */
  lockAfter: z.int().min(3).max(20).default(5),
  lockMinutes: z.int().min(1).max(1440).default(30),
  /** Minutes without any activity after which somebody is signed out. */
  idleMinutes: z.int().min(2).max(480).default(15),
  /** Hours after which everybody has to sign in again, active or not. */
  sessionHours: z.int().min(1).max(24).default(12),
  /** Days after which a password has to be changed; 0 for never. */
  passwordDays: z.int().min(0).max(365).default(90),
  /** Characters that a new password has at least. */
  passwordLength: z.int().min(8).max(64).default(10),
  /** Lower-case letters, upper-case letters and digits, or these and symbols. */
  passwordKinds: z.union([z.literal(3), z.literal(4)], 'must be 3 or 4').default(3),
  /** As many of the last passwords must not be taken again. */
  formerPasswords: z.int().min(0).max(24).default(5),
});

export type SignInConfig = z.output<typeof signInSchema>;

const configSchema = z.strictObject({
  /** Public address of the site, such as "https://www.example.gov.cn". Empty: panels show paths only. */
  siteUrl: z
    .string()
    .refine(isSiteUrl, 'not an http(s) address without a path, such as "https://www.example.gov.cn"')
    .default(''),
  /** Folder for the bytes of published files; relative to the application. Never inside a folder that is served. */
  filesDir: z.string().min(1, 'must name a folder').default('.data/published-files'),
  /** In which scheme the codes of powers are written: see `CODE_SCHEMES` of the contract. */
  powerCodeScheme: z.enum(Object.keys(CODE_SCHEMES) as [CodeSchemeName, ...CodeSchemeName[]]).default('free'),
  /** Whether reviews are told of by mail; needs a provider for Strapi's email plugin. */
  mailNotices: z.boolean('must be true or false').default(false),
  /** How many saved versions of an item are kept once it is published. What was published is kept for ever. */
  draftVersionsKept: z.int('must be a whole number').min(1, 'must be at least 1').default(50),
  /** What an index number counts within: a month (`/202611-00001`) or a year (`/2026-00001`). */
  indexNumberPeriod: z.enum(['month', 'year'], 'must be "month" or "year"').default('month'),
  /**
   * Where ClamAV's `clamd` listens: `{ socket: '/run/clamav/clamd.ctl' }` or `{ host, port }`. Null: files are not scanned
   * for viruses, and editors are told so. While a configured scanner does not answer, no file is uploaded or published.
   */
  clamav: z
    .union(
      [
        z.strictObject({ socket: z.string().min(1) }),
        z.strictObject({ host: z.string().min(1), port: z.int().min(1).max(65_535) }),
      ],
      'must be { socket } or { host, port }',
    )
    .nullable()
    .default(null),
  /** How administrators sign in. The defaults are those of graded protection (GB/T 22239-2019, 8.1.4.1), level three. */
  signIn: signInSchema.prefault({}),
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

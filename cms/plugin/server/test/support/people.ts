import type { Core } from '@strapi/strapi';
import type { ConfidentialityRecord } from 'disclosure-contract';
import { CONFIDENTIALITY_CHECKS } from 'disclosure-contract';

/** The five of the default chain, and the office. */
export const POSTS = {
  officer: 'disclosure-officer',
  sectionHead: 'disclosure-section-head',
  confidentialityReviewer: 'disclosure-confidentiality-reviewer',
  deputyHead: 'disclosure-deputy-head',
  head: 'disclosure-head',
  office: 'disclosure-office',
} as const;
export type Post = keyof typeof POSTS;

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly sections: readonly string[];
  readonly email: string;
}

export const PASSWORD = 'Password-1';

/** A new account in a post, belonging to these sections. */
export async function colleague(
  strapi: Core.Strapi,
  post: Post,
  { name = post, sections = [] }: { name?: string; sections?: readonly string[] } = {},
): Promise<Colleague> {
  const code = POSTS[post];
  const role = await strapi.db.query('admin::role').findOne({ where: { code } });
  const users = strapi.service('admin::user') as unknown as { create(user: object): Promise<{ id: number }> };
  const email = `${name.toLowerCase()}-${Math.random().toString(36).slice(2, 8)}@example.test`;
  const account = { firstname: '', lastname: name, email, password: PASSWORD, isActive: true, roles: [role.id] };
  const { id } = await users.create({ ...account, registrationToken: null });
  const people = strapi.plugin('disclosure').service('people') as unknown as {
    assign(id: string, sections: readonly string[]): Promise<void>;
  };
  await people.assign(String(id), sections);
  return { id: String(id), name, roles: [code], sections, email };
}

/** Nothing in it that would keep it from being public. */
export const HARMLESS: ConfidentialityRecord = {
  carrier: 'document',
  checks: Object.fromEntries(
    Object.keys(CONFIDENTIALITY_CHECKS).map((check) => [check, { applies: false, note: '' }]),
  ) as ConfidentialityRecord['checks'],
  conclusion: 'publish',
  ground: null,
  basis: '政府信息公开条例第十七条',
  reason: '',
  redactions: [],
  referredTo: '',
  reviewAgainOn: null,
};

/** A decision not to publish. */
export const WITHHELD: ConfidentialityRecord = {
  ...HARMLESS,
  conclusion: 'withhold',
  ground: 'process_info',
  basis: '政府信息公开条例第十六条',
  reason: '讨论稿',
  reviewAgainOn: '2099-01-01',
};

interface ReviewRow {
  readonly documentId: string;
  readonly state: string;
  readonly step: number;
  readonly steps: readonly { readonly kind: string; readonly role: string }[];
  readonly contentHash: string;
}

export interface Reviewing {
  submit(submission: { documentId: string; publishAt?: string | null }, person: Colleague): Promise<ReviewRow>;
  submitWithdrawal(request: object, person: Colleague): Promise<ReviewRow>;
  decide(reviewId: string, person: Colleague, decision: object): Promise<ReviewRow>;
}

export type Staff = Readonly<Record<Post, Colleague>>;

/** One person in each post, all of one section. */
export async function staffOf(strapi: Core.Strapi, section: string): Promise<Staff> {
  const made: Partial<Record<Post, Colleague>> = {};
  for (const post of Object.keys(POSTS) as Post[]) made[post] = await colleague(strapi, post, { sections: [section] });
  return made as Staff;
}

/** Lets everyone agree whose turn it is, to the end. */
export async function agreeToAll(reviews: Reviewing, review: ReviewRow, staff: Staff): Promise<ReviewRow> {
  let at = review;
  while (at.state === 'open') {
    const step = at.steps[at.step];
    const person = Object.values(staff).find(({ roles }) => roles.includes(step?.role ?? ''));
    if (person === undefined) throw new Error(`Nobody is there for the step of "${step?.role ?? ''}"`);
    const confidentiality = step?.kind === 'confidentiality' ? HARMLESS : null;
    at = await reviews.decide(at.documentId, person, {
      verdict: 'agree',
      confidentiality,
      contentHash: at.contentHash,
    });
  }
  return at;
}

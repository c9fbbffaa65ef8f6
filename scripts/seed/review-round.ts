import { CONFIDENTIALITY_CHECKS, type ConfidentialityRecord } from 'disclosure-contract';
import { POSTS } from './posts.ts';

/** Somebody who is signed in, at the API of the admin panel. */
export interface Colleague {
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

interface Report {
  readonly id: string;
  readonly state: string;
  readonly stepName: string;
  readonly stepKind: string;
  readonly contentHash: string;
}

/** Nothing in it that would keep it from being public. */
export const HARMLESS: ConfidentialityRecord = {
  carrier: 'document',
  checks: Object.fromEntries(
    Object.keys(CONFIDENTIALITY_CHECKS).map((check) => [check, { applies: false, note: '' }]),
  ) as ConfidentialityRecord['checks'],
  conclusion: 'publish',
  ground: null,
  basis: '《中华人民共和国政府信息公开条例》第十七条',
  reason: '',
  redactions: [],
  referredTo: '',
  reviewAgainOn: null,
};

const ROLE_OF_STEP = new Map<string | null, string>(Object.values(POSTS).map(({ step, role }) => [step, role]));

/**
 * Takes the draft of an item through the default chain, or a part of it: the author submits, and everyone agrees whose turn
 * it is. `colleagueIn` gives the person in a role, by the role's name.
 */
export async function approve(
  documentId: string,
  author: Colleague,
  colleagueIn: (role: string) => Colleague | Promise<Colleague>,
): Promise<void> {
  const submit = `/disclosure/items/${documentId}/reviews`;
  let review = newest(await author.call<{ data: Report[] }>('POST', submit, { note: '' }));
  while (review.state === 'open') {
    const { stepName } = review;
    review = await agree(review, await colleagueIn(ROLE_OF_STEP.get(stepName) ?? stepName));
  }
  if (review.state !== 'approved') throw new Error(`The review of ${documentId} ended as "${review.state}"`);
}

/** The newest review of an item, as whoever may read it sees it. */
export async function reviewOf(documentId: string, reader: Colleague): Promise<Report> {
  return newest(await reader.call<{ data: Report[] }>('GET', `/disclosure/items/${documentId}/reviews`));
}

/** Somebody says that they agree, and gives the review as it then stands. */
export async function agree({ id, stepKind, contentHash }: Report, colleague: Colleague): Promise<Report> {
  const confidentiality = stepKind === 'confidentiality' ? HARMLESS : null;
  const decision = { verdict: 'agree', contentHash, confidentiality };
  return newest(await colleague.call<{ data: Report[] }>('POST', `/disclosure/reviews/${id}/decisions`, decision));
}

function newest({ data: [review] }: { readonly data: readonly Report[] }): Report {
  if (review === undefined) throw new Error('There is no review');
  return review;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Answer, type Caller } from './support/http.ts';
import { HARMLESS, WITHHELD } from './support/people.ts';
import { signedIn } from './support/roles.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

/** Who may do what with an item in which state: the whole table, through the API that the admin uses. */

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';

const ROLES = [
  'author',
  'officerOfSection',
  'officerElsewhere',
  'sectionHead',
  'sectionHeadElsewhere',
  'confidentialityReviewer',
  'deputyHead',
  'head',
  'office',
  'superAdmin',
] as const;
type Role = (typeof ROLES)[number];

const STATES = ['draft', 'step 1', 'step 2', 'step 3', 'step 4', 'returned', 'withheld', 'approved', 'live'] as const;
type State = (typeof STATES)[number];

const ACTIONS = [
  'read',
  'save',
  'submit',
  'decide',
  'lookAgain',
  'publish',
  'askToWithdraw',
  'withdrawAtOnce',
] as const;
type Action = (typeof ACTIONS)[number];

const WRITERS: readonly Role[] = ['author', 'officerOfSection', 'office', 'superAdmin'];
const ELSEWHERE: readonly Role[] = ['officerElsewhere', 'sectionHeadElsewhere'];
const UNDER_WAY: readonly State[] = ['step 1', 'step 2', 'step 3', 'step 4', 'approved'];
const DECIDES: Partial<Record<State, Role>> = {
  'step 1': 'sectionHead',
  'step 2': 'confidentialityReviewer',
  'step 3': 'deputyHead',
  'step 4': 'head',
};
const MAY_REVIEW: readonly Role[] = [
  'sectionHead',
  'sectionHeadElsewhere',
  'confidentialityReviewer',
  'deputyHead',
  'head',
  'office',
  'superAdmin',
];

/** `ok`, or the status and code of the refusal. */
function expected(action: Action, role: Role, state: State): string {
  switch (action) {
    case 'read':
      return ELSEWHERE.includes(role) ? '403' : 'ok';
    case 'save':
      return WRITERS.includes(role) ? 'ok' : '403';
    case 'submit':
      if (!WRITERS.includes(role)) return '403';
      if (state === 'withheld') return '400 item_withheld';
      return UNDER_WAY.includes(state) ? '400 review_under_way' : 'ok';
    case 'decide':
      if (!MAY_REVIEW.includes(role)) return '403';
      if (state === 'draft') return '404 review_unknown';
      if (DECIDES[state] === undefined) return '400 review_closed';
      return DECIDES[state] === role ? 'ok' : '400 not_your_step';
    case 'lookAgain':
      if (!MAY_REVIEW.includes(role)) return '403';
      if (state === 'draft') return '404 review_unknown';
      if (state !== 'withheld') return '400 review_closed';
      return role === 'confidentialityReviewer' ? 'ok' : '400 not_your_step';
    case 'publish':
      if (!WRITERS.includes(role)) return '403';
      if (state === 'approved' || state === 'live') return 'ok';
      return DECIDES[state] === undefined ? '400 approval_missing' : '400 approval_pending';
    case 'askToWithdraw':
      if (!WRITERS.includes(role)) return '403';
      if (UNDER_WAY.includes(state)) return '400 review_under_way';
      return state === 'live' ? 'ok' : '404 item_unknown';
    case 'withdrawAtOnce':
      if (role !== 'office' && role !== 'superAdmin') return '403';
      return state === 'live' ? 'ok' : '404 item_unknown';
  }
}

let cms: RunningCms;
let department: Department;
const callers = {} as Record<Role, Caller>;

beforeAll(async () => {
  // Everyone signs in once, and the whole table takes minutes.
  process.env['SIGN_IN_IDLE_MINUTES'] = '240';
  cms = await startCms();
  department = await createDepartment(cms.strapi, { chain: 'default' });
  const { section, organ } = department;
  const elsewhere = (
    await department.organs.create({ data: { code: 'planning', kind: 'section', name: '规划科', parent: organ } })
  ).documentId;
  callers.author = (await signedIn(cms, 'officer', [section])).call;
  callers.officerOfSection = (await signedIn(cms, 'officer', [section])).call;
  callers.officerElsewhere = (await signedIn(cms, 'officer', [elsewhere])).call;
  callers.sectionHead = (await signedIn(cms, 'sectionHead', [section])).call;
  callers.sectionHeadElsewhere = (await signedIn(cms, 'sectionHead', [elsewhere])).call;
  callers.confidentialityReviewer = (await signedIn(cms, 'confidentialityReviewer', [elsewhere])).call;
  // A deputy head belongs to the department as a whole.
  callers.deputyHead = (await signedIn(cms, 'deputyHead', [organ])).call;
  callers.head = (await signedIn(cms, 'head', [])).call;
  callers.office = (await signedIn(cms, 'office', [])).call;
  callers.superAdmin = callerFor(cms, await signIn(cms));
}, 180_000);
afterAll(() => cms.stop());

/** How many agreed before it came to the state. */
const AGREED: Partial<Record<State, number>> = { returned: 0, withheld: 1 };

/** Written through the admin, so that its author is on record; its review is that of the staff of the tests. */
async function itemIn(state: State): Promise<string> {
  const { category, organ, section, staff, reviews, items } = department;
  const draft = {
    title: '关于年度计划的通知',
    body: '<p>正文</p>',
    categories: { connect: [{ documentId: category }] },
    publisher: { connect: [{ documentId: organ }] },
    responsible: { connect: [{ documentId: section }] },
    subject: 'other',
    genre: 'notice',
  };
  const created = await callers.author('POST', ITEMS, draft);
  expect([created.status, created.body.error]).toEqual([201, undefined]);
  const { documentId } = created.body.data as { documentId: string };
  if (state === 'draft') return documentId;
  const agreed = state.startsWith('step') ? Number(state.slice(-1)) - 1 : (AGREED[state] ?? 4);
  const { contentHash, documentId: id } = await reviews.submit({ documentId }, staff.officer);
  const inTurn = [staff.sectionHead, staff.confidentialityReviewer, staff.deputyHead, staff.head];
  for (const [at, person] of inTurn.slice(0, agreed).entries()) {
    await reviews.decide(id, person, {
      verdict: 'agree',
      contentHash,
      confidentiality: at === 1 ? HARMLESS : null,
    });
  }
  if (state === 'returned')
    await reviews.decide(id, staff.sectionHead, { verdict: 'return', opinion: '改', contentHash });
  if (state === 'withheld')
    await reviews.decide(id, staff.confidentialityReviewer, { contentHash, confidentiality: WITHHELD });
  if (state === 'live') await items.publish({ documentId });
  return documentId;
}

async function perform(action: Action, call: Caller, documentId: string): Promise<Answer> {
  const path = `/disclosure/items/${documentId}`;
  switch (action) {
    case 'read':
      return call('GET', `${path}/reviews`);
    case 'save':
      return call('PUT', `${ITEMS}/${documentId}`, { keywords: ['计划'] });
    case 'submit':
      return call('POST', `${path}/reviews`, { note: '请审' });
    case 'decide': {
      const [review] = (await callers.office('GET', `${path}/reviews`)).body.data;
      const decision = { verdict: 'agree', contentHash: review?.contentHash ?? '' };
      const confidentiality = review?.stepKind === 'confidentiality' ? HARMLESS : null;
      return call('POST', `/disclosure/reviews/${review?.id ?? 'none'}/decisions`, { ...decision, confidentiality });
    }
    case 'lookAgain': {
      const [review] = (await callers.office('GET', `${path}/reviews`)).body.data;
      return call('POST', `/disclosure/reviews/${review?.id ?? 'none'}/second-looks`, {
        outcome: 'keep',
        reason: '仍在讨论',
        reviewAgainOn: '2099-02-01',
      });
    }
    case 'publish':
      return call('POST', `${ITEMS}/${documentId}/actions/publish`, {});
    case 'askToWithdraw':
      return call('POST', `${path}/withdrawals`, { reason: 'duplicate' });
    case 'withdrawAtOnce':
      return call('POST', `${path}/withdraw`, { reason: 'duplicate' });
  }
}

function said({ status, body }: Answer): string {
  if (status < 300) return 'ok';
  const code: unknown = body.error?.details?.code;
  return status === 403 || typeof code !== 'string' ? String(status) : `${status} ${code}`;
}

describe.each(STATES)('an item that is %s', (state) => {
  test.each(ACTIONS)(
    '%s',
    async (action) => {
      // What is refused changes nothing, so one item serves until somebody was let.
      let documentId = await itemIn(state);
      for (const role of ROLES) {
        const answer = said(await perform(action, callers[role], documentId));
        expect(`${role}: ${answer}`).toBe(`${role}: ${expected(action, role, state)}`);
        if (answer === 'ok' && action !== 'read') documentId = await itemIn(state);
      }
    },
    120_000,
  );
});

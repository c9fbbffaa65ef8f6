import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addresses } from 'disclosure-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/demo/settings.mjs';
import { until } from '../support/department.ts';
import { draftOf } from '../support/drafts.ts';
import { EditorError, type Editor } from '../support/editor.ts';
import { differences } from '../support/equality.ts';
import { Kills, middleOf, momentsOf, type Moment } from './support/kills.ts';
import { openOffice, type Office } from './support/own-office.ts';
import { contradictions, ReviewRecords, type Records } from './support/review-records.ts';

/** One thing that somebody does in a review. */
interface Step {
  readonly name: string;
  act(item: string): Promise<void>;
  isDone(records: Records): boolean;
  /** Whether doing it once more is refused. What is public may be published again as it is. */
  readonly isOnce: boolean;
}

/** Each kill costs a start of the CMS, which takes four seconds, or many on a busy machine. */
const PATIENCE_MS = 10 * 60_000;

const POSTS_OF_CHAIN = ['sectionHead', 'confidentialityReviewer', 'deputyHead', 'head'] as const;

let office: Office;
let editor: Editor;
let kills: Kills;
let records: ReviewRecords;

beforeAll(async () => {
  office = await openOffice((dataDir) => (kills = new Kills(dataDir)).env);
  editor = office.editor;
  records = new ReviewRecords(office.dataDir);
});

afterAll(async () => {
  records.close();
  await office.close();
});

const newestReview = ({ reviews }: Records) => reviews.at(-1);
const latestVersion = ({ versions }: Records) => versions.at(-1);

const SUBMIT: Step = {
  name: 'submit',
  act: (item) => editor.submit(item),
  isDone: (known) => newestReview(known)?.['kind'] === 'publication',
  isOnce: true,
};

const AGREE = POSTS_OF_CHAIN.map((post, step): Step => ({
  name: `agree as ${post}`,
  act: (item) => editor.agree(item, post),
  isDone: (known) =>
    known.decisions.filter(({ review }) => review === newestReview(known)?.['document_id']).length > step,
  isOnce: true,
}));

const PUBLISH: Step = {
  name: 'publish',
  act: (item) => editor.publishApproved(item),
  isDone: (known) => latestVersion(known)?.['kind'] === 'item_published',
  isOnce: false,
};

const REQUEST_WITHDRAWAL: Step = {
  name: 'ask for withdrawal',
  act: (item) => editor.requestWithdrawal(item, 'inaccurate'),
  isDone: (known) => newestReview(known)?.['kind'] === 'withdrawal',
  isOnce: true,
};

const WITHDRAW_AT_ONCE: Step = {
  name: 'withdraw at once',
  act: (item) => editor.withdraw(item, 'inaccurate'),
  isDone: (known) => latestVersion(known)?.['kind'] === 'item_withdrawn',
  isOnce: true,
};

const write = (title: string) => editor.write(draftOf(title, office.places));

async function published(title: string): Promise<string> {
  const item = await write(title);
  await editor.publish(item);
  return item;
}

/**
 * Does a step with two items. The first takes it undisturbed, and so stands between two steps whenever the CMS is killed;
 * in the second's, the CMS is killed at each moment that matters, and the step tried again until it is done.
 */
async function sweep(step: Step, between: string, inside: string, midway = false): Promise<void> {
  kills.order(null);
  await step.act(between);
  const trace = kills.revoke();
  expect(trace, step.name).toContain('commit');

  const moments = [...(midway ? [middleOf(trace)] : []), ...momentsOf(trace)];
  for (const moment of moments) {
    const known = { between: records.of(between), inside: records.of(inside) };
    await killedAt(moment, () => step.act(inside));

    const where = `${step.name}, killed ${moment.when} ${moment.what} ${moment.nth} of: ${trace.join(', ')}`;
    const found = records.of(inside);
    expect(records.of(between), where).toEqual(known.between);
    expect([...contradictions(found), ...contradictions(known.between), ...records.ledgerProblems()], where).toEqual(
      [],
    );
    expect(await records.verifyAudit(), where).toMatchObject({ kind: 'intact' });
    if (moment.when === 'before') expect(found, where).toEqual(known.inside);
    else if (moment === moments.at(-1)) expect(step.isDone(found), where).toBe(true);
    else if (!step.isDone(found)) expect(found, where).toEqual(known.inside);
  }

  if (!step.isOnce) return;
  const done = records.of(inside);
  const again = await step.act(inside).catch((error: unknown) => error);
  expect(again, `${step.name}, once more`).toBeInstanceOf(EditorError);
  expect((again as EditorError).status).toBeLessThan(500);
  expect(records.of(inside)).toEqual(done);
}

/** Does something in which the CMS ends at a moment, and starts it again. */
async function killedAt(moment: Moment, act: () => Promise<unknown>): Promise<void> {
  kills.order(moment);
  const answer = await act().catch((error: unknown) => error);
  if (answer === undefined || answer instanceof EditorError)
    throw new Error('The CMS answered, and did not end', { cause: answer });
  await office.cms.kill();
  kills.revoke();
  await office.cms.start();
}

/** Fails when the CMS has ended by itself. */
async function untilEnded(): Promise<never> {
  for (;;) {
    await fetch(`${office.cms.url}/_health`);
    await sleep(50);
  }
}

/** Waits until the site has made public, or taken down, what was decided last of an item, and says what its page answers. */
async function statusOf(item: string): Promise<number> {
  await until('the site has told that it is done', async () => {
    const { versions } = records.of(item);
    return records.receivedOf(item).at(-1) === versions.at(-1)?.['seq'];
  });
  const slug = String(records.of(item).addresses[0]?.['slug']);
  const answer = await fetch(office.site.url + addresses.item(slug));
  await answer.body?.cancel();
  return answer.status;
}

test(
  'killed between any two steps of a publication, and inside each, an item is published once',
  async () => {
    const between = await write('关于停在两步之间的通知');
    const inside = await write('关于停在一步之中的通知');
    for (const step of [SUBMIT, ...AGREE]) await sweep(step, between, inside);
    await sweep(PUBLISH, between, inside, true);
    for (const item of [between, inside]) {
      expect(records.of(item).versions).toHaveLength(1);
      expect(await statusOf(item)).toBe(200);
    }
  },
  PATIENCE_MS,
);

test(
  'killed when a withdrawal is asked for, between its steps, and when the last agrees, an item is taken down once',
  async () => {
    const between = await published('关于停在撤下两步之间的通知');
    const inside = await published('关于停在撤下之中的通知');
    await sweep(REQUEST_WITHDRAWAL, between, inside);
    for (const { act } of AGREE.slice(0, -1)) await Promise.all([act(between), act(inside)]);
    for (const last of AGREE.slice(-1)) await sweep(last, between, inside, true);
    for (const item of [between, inside]) {
      expect(records.of(item).versions).toHaveLength(2);
      expect(await statusOf(item)).toBe(410);
    }
  },
  PATIENCE_MS,
);

test(
  'killed while it is taken down at once, an item is public or asks to be ratified, and is ratified once',
  async () => {
    const between = await published('关于已经紧急撤下的通知');
    const inside = await published('关于正在紧急撤下的通知');
    await sweep(WITHDRAW_AT_ONCE, between, inside);
    for (const item of [between, inside]) expect(await statusOf(item)).toBe(410);
    for (const { act } of AGREE.slice(0, -1)) await Promise.all([act(between), act(inside)]);
    for (const last of AGREE.slice(-1)) await sweep(last, between, inside);
    for (const item of [between, inside])
      expect(newestReview(records.of(item))).toMatchObject({ kind: 'ratification', state: 'done' });
  },
  PATIENCE_MS,
);

test(
  'of what was planned for a time at which the CMS was off, only what is still approved is published',
  async () => {
    const kept = await write('关于停机期间到时发布的通知');
    const changed = await write('关于停机之前改过的通知');
    const open = await write('关于停机期间还没审完的通知');
    for (const item of [kept, changed]) await editor.approve(item);
    await editor.submit(open);
    const at = Date.now() + 3_000;
    for (const item of [kept, changed, open]) await editor.plan(item, new Date(at).toISOString());
    // Its change is stored, and nobody has looked at its approval since.
    const change = () => editor.change(changed, { title: '关于停机之前改过题目的通知' });
    kills.order({ when: 'after', what: 'commit', nth: 1 });
    await expect(change()).rejects.not.toBeInstanceOf(EditorError);
    await office.cms.kill();
    kills.revoke();
    await sleep(at - Date.now());
    await office.cms.start();

    await until('what is approved is public', async () => records.of(kept).versions.length > 0);
    expect(await statusOf(kept)).toBe(200);
    await until('what was changed is refused', async () => newestReview(records.of(changed))?.['problem'] !== null);
    expect(newestReview(records.of(changed))).toMatchObject({
      state: 'void',
      problem: 'approval_void',
      changed_fields: '["title"]',
    });
    expect(newestReview(records.of(open))).toMatchObject({ state: 'open', problem: null });
    for (const item of [changed, open]) expect(records.of(item).versions).toEqual([]);
    for (const item of [kept, changed, open]) expect(contradictions(records.of(item))).toEqual([]);
  },
  PATIENCE_MS,
);

test.each<{ moment: Moment }>([
  { moment: { when: 'before', what: 'commit', nth: 1 } },
  { moment: { when: 'after', what: 'commit', nth: 1 } },
])(
  'killed $moment.when the commit of a planned publication, the CMS publishes it once',
  async ({ moment }) => {
    const item = await write(`关于定时发布时断电的通知（${moment.when}）`);
    await editor.approve(item);
    await editor.plan(item, new Date(Date.now() + 1_000).toISOString());
    await killedAt(moment, untilEnded);
    await until('it is public', async () => records.of(item).versions.length > 0);
    expect(await statusOf(item)).toBe(200);
    expect(records.of(item).versions).toHaveLength(1);
    expect(contradictions(records.of(item))).toEqual([]);
  },
  PATIENCE_MS,
);

test('after all that, audit:verify finds nothing, and the site equals the CMS', async () => {
  expect(records.ledgerProblems()).toEqual([]);
  expect(await differences(office)).toEqual([]);
  await office.cms.stop();
  const verify = [join(root, 'scripts/audit-verify.ts')];
  const said = execFileSync(process.execPath, verify, {
    cwd: root,
    env: { ...process.env, DATA_DIR: office.dataDir },
    encoding: 'utf8',
  });
  expect(said).toContain('The audit log is intact');
});

import { dayInChina } from 'disclosure-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, type Answer, type Caller } from './support/http.ts';
import { agreeToAll, colleague, HARMLESS, WITHHELD } from './support/people.ts';
import { signedIn, type SignedIn } from './support/roles.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';
const DAY_MS = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => dayInChina(new Date(Date.now() + days * DAY_MS).toISOString());

const SECRET = '关于某人免职的讨论记录';
const RECORD = { ...WITHHELD, reason: '讨论中的意见', reviewAgainOn: dayIn(20) };
const WORDING = { title: '关于一项信息不予公开的说明', explanation: '依法不予公开。', showsReviewDate: true };

let cms: RunningCms;
let department: Department;
let reviewer: SignedIn;
let officer: SignedIn;
let office: SignedIn;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  const sections = [department.section];
  reviewer = await signedIn(cms, 'confidentialityReviewer', sections);
  officer = await signedIn(cms, 'officer', sections);
  office = await signedIn(cms, 'office', sections);
}, 120_000);
afterAll(() => cms.stop());

const resultOf = ({ status, body }: Answer) =>
  status < 300 ? 'ok' : `${status} ${body.error?.details?.code ?? ''}`.trim();
const reviewOf = async (item: string) => (await department.rows('review', { item, kind: 'publication' })).at(-1)!;
const setDay = (item: string, reviewAgainOn: string) =>
  cms.strapi.db
    .query('plugin::disclosure.review' as never)
    .updateMany({ where: { item }, data: { reviewAgainOn } } as never);
const deskOf = async ({ call }: SignedIn) => (await call('GET', '/disclosure/reviews')).body.data;
const eventsOf = async (item: string) =>
  (await department.rows('audit-entry', { subject: `item:${item}` })).map(({ event }) => event);

/** An item that the reviewer decided not to publish, with a notice where one is asked for. */
async function withheld(changes: { record?: object; notice?: object | null; item?: object } = {}) {
  const documentId = await department.draft({ title: SECRET, body: '<p>绝密的正文</p>', ...changes.item });
  expect(resultOf(await officer.call('POST', `/disclosure/items/${documentId}/reviews`, { note: '' }))).toBe('ok');
  const { documentId: review, contentHash } = await reviewOf(documentId);
  const confidentiality = { ...RECORD, ...changes.record };
  const decision = { confidentiality, notice: changes.notice ?? null, contentHash };
  expect(resultOf(await reviewer.call('POST', `/disclosure/reviews/${String(review)}/decisions`, decision))).toBe('ok');
  return { documentId, review: String(review) };
}

const lookAgain = (call: Caller, review: string, said: object) =>
  call('POST', `/disclosure/reviews/${review}/second-looks`, { reason: '情况没有变化', ...said });

describe('a decision not to publish', () => {
  test('stands among those to look at again before its day, for who answers for it and for the office', async () => {
    const { documentId, review } = await withheld();
    const entry = { id: review, item: documentId, reviewAgainOn: dayIn(20), stepName: '保密审查' };
    expect((await deskOf(reviewer)).again).toContainEqual(expect.objectContaining({ ...entry, mayLookAgain: true }));
    expect((await deskOf(office)).again).toContainEqual(expect.objectContaining({ ...entry, mayLookAgain: false }));
    expect((await deskOf(officer)).again).toEqual([]);
    await setDay(documentId, dayIn(90));
    expect((await deskOf(reviewer)).again.map(({ id }: { id: string }) => id)).not.toContain(review);
  });

  test('is overdue until somebody deals with it, and the longest overdue stands first', async () => {
    const [one, other] = [await withheld(), await withheld()];
    await setDay(one.documentId, dayIn(-3));
    await setDay(other.documentId, dayIn(-400));
    const ids = (await deskOf(reviewer)).again.map(({ id }: { id: string }) => id);
    expect(ids.slice(0, 2)).toEqual([other.review, one.review]);
    for (const { review } of [one, other]) {
      expect(resultOf(await lookAgain(reviewer.call, review, { outcome: 'reopen' }))).toBe('ok');
    }
  });

  test.each([
    ['today', { reviewAgainOn: dayIn(0) }],
    ['no day', { reviewAgainOn: null }],
  ])('is not taken down with %s to look at it again', async (_what, record) => {
    const documentId = await department.draft();
    await officer.call('POST', `/disclosure/items/${documentId}/reviews`, { note: '' });
    const { documentId: review, contentHash } = await reviewOf(documentId);
    const decision = { confidentiality: { ...RECORD, ...record }, contentHash };
    const answer = await reviewer.call('POST', `/disclosure/reviews/${String(review)}/decisions`, decision);
    expect(resultOf(answer)).toBe('400 decision_incomplete');
  });

  test('keeps the item from being submitted again until it is reopened, whatever was changed', async () => {
    const { documentId, review } = await withheld();
    const submit = () => officer.call('POST', `/disclosure/items/${documentId}/reviews`, { note: '' });
    await department.items.update({ documentId, data: { title: '改了一个字' } });
    expect(resultOf(await submit())).toBe('400 item_withheld');
    expect(resultOf(await lookAgain(reviewer.call, review, { outcome: 'reopen', reason: '情况变化' }))).toBe('ok');
    expect(await reviewOf(documentId)).toMatchObject({ state: 'reopened', reviewAgainOn: null });
    expect(resultOf(await lookAgain(reviewer.call, review, { outcome: 'reopen' }))).toBe('400 review_closed');
    expect(resultOf(await submit())).toBe('ok');
    await agreeToAll(department.reviews, (await reviewOf(documentId)) as never, department.staff);
    await department.items.publish({ documentId });
    expect(await eventsOf(documentId)).toContain('withholding_reopened');
  });

  test('may be kept until another day, with a reason, and that is on record', async () => {
    const { documentId, review } = await withheld();
    const keep = (said: object) => lookAgain(reviewer.call, review, { outcome: 'keep', ...said });
    for (const incomplete of [{}, { reviewAgainOn: dayIn(0) }, { reviewAgainOn: dayIn(9), reason: ' ' }]) {
      expect(resultOf(await keep(incomplete))).toBe('400 decision_incomplete');
    }
    expect(resultOf(await keep({ reviewAgainOn: '2027-02-30' }))).toBe('400 parameter_invalid');
    expect(resultOf(await keep({ reviewAgainOn: dayIn(365) }))).toBe('ok');
    expect(await reviewOf(documentId)).toMatchObject({ state: 'withheld', reviewAgainOn: dayIn(365) });
    expect((await department.rows('review-decision', { review })).at(-1)).toMatchObject({
      verdict: 'withhold',
      person: reviewer.id,
      confidentiality: { ground: 'process_info', reason: '情况没有变化', reviewAgainOn: dayIn(365) },
    });
    expect(await eventsOf(documentId)).toContain('withholding_kept');
  });

  test('is looked at again by nobody else, and by nobody who wrote the item', async () => {
    const { documentId, review } = await withheld();
    const keep = { outcome: 'keep', reviewAgainOn: dayIn(30) };
    expect(resultOf(await lookAgain(callerFor(cms), review, keep))).toBe('401');
    expect(resultOf(await lookAgain(officer.call, review, keep))).toBe('403');
    expect(resultOf(await lookAgain(office.call, review, keep))).toBe('400 not_your_step');
    const author = await signedIn(cms, 'confidentialityReviewer', []);
    await cms.strapi.db
      .query('plugin::disclosure.review' as never)
      .updateMany({ where: { item: documentId }, data: { authors: [author.id] } } as never);
    expect(resultOf(await lookAgain(author.call, review, keep))).toBe('400 own_work');
    const standIn = await colleague(cms.strapi, 'officer', { name: '代理人' });
    const days = { person: author.id, standIn: standIn.id, from: dayIn(-1), to: dayIn(1), reason: '' };
    await department.service('people')['addStandIn']!(days);
    await expect(department.service('withholding')['lookAgain']!(review, standIn, keep)).rejects.toMatchObject({
      code: 'not_your_step',
    });
    expect((await department.rows('review-decision', { review })).length).toBe(1);
  });

  test('from before it had a column for its day gets it at the next start', async () => {
    const { documentId } = await withheld();
    await setDay(documentId, null as never);
    await department.service('withholding')['noteFormerDays']!();
    expect(await reviewOf(documentId)).toMatchObject({ reviewAgainOn: dayIn(20) });
  });

  test('of an item that is deleted is not looked at again', async () => {
    const { documentId, review } = await withheld();
    await department.items.delete({ documentId });
    await department.service('withholding')['noteFormerDays']!();
    expect((await deskOf(reviewer)).again.map(({ id }: { id: string }) => id)).not.toContain(review);
  });
});

describe('a notice of information that is withheld', () => {
  const noticeOf = async (item: string) => String((await reviewOf(item))['notice']);
  const latestOf = async (subject: string) => (await department.rows('change', { subject, isLatest: true }))[0];

  /** Files it, has it reviewed by others than its author, and publishes it. */
  async function publishNotice(notice: string): Promise<void> {
    const saved = await officer.call('PUT', `${ITEMS}/${notice}`, {
      categories: { set: [{ documentId: department.category }] },
    });
    expect(resultOf(saved)).toBe('ok');
    expect(resultOf(await officer.call('POST', `/disclosure/items/${notice}/reviews`, { note: '' }))).toBe('ok');
    await agreeToAll(department.reviews, (await reviewOf(notice)) as never, department.staff);
    expect(resultOf(await officer.call('POST', `${ITEMS}/${notice}/actions/publish`, {}))).toBe('ok');
  }

  test('asks for words of its own', async () => {
    const documentId = await department.draft();
    await officer.call('POST', `/disclosure/items/${documentId}/reviews`, { note: '' });
    const { documentId: review, contentHash } = await reviewOf(documentId);
    const decision = { confidentiality: RECORD, contentHash, notice: { ...WORDING, title: ' ' } };
    const answer = await reviewer.call('POST', `/disclosure/reviews/${String(review)}/decisions`, decision);
    expect(resultOf(answer)).toBe('400 decision_incomplete');
    expect(answer.body.error.message).toBe('请填写网站上说明的标题。');
  });

  test('is a draft with what was decided and the organs, and nothing else of the item', async () => {
    const { documentId, review } = await withheld({ notice: { ...WORDING, explanation: '第一段\n<b>第二段</b>' } });
    const notice = await noticeOf(documentId);
    const draft = await cms.strapi.documents('plugin::disclosure.item' as never).findOne({
      documentId: notice,
      populate: ['publisher', 'responsible', 'categories'],
    } as never);
    expect(draft).toMatchObject({
      title: WORDING.title,
      body: '<p>第一段</p><p>&lt;b&gt;第二段&lt;/b&gt;</p>',
      publisher: { documentId: department.organ },
      responsible: { documentId: department.section },
      categories: [],
      publishedAt: null,
      contributors: [reviewer.id],
      withholding: {
        mode: 'withheld',
        ground: 'process_info',
        basis: RECORD.basis,
        decidedOn: dayIn(0),
        reviewAgainOn: dayIn(20),
      },
    });
    for (const said of [SECRET, '绝密', '讨论中的意见', documentId, review])
      expect(JSON.stringify(draft)).not.toContain(said);
    const decided = (
      await department.rows('audit-entry', { event: 'review_decided', subject: `item:${documentId}` })
    ).at(-1);
    expect(JSON.parse(String(decided?.['detail']))).toMatchObject({ notice });
    expect(await eventsOf(notice)).toEqual(['item_created']);
    expect((await officer.call('GET', `/disclosure/items/${documentId}/reviews`)).body.data[0].notice).toBe(notice);
  });

  test('cannot be made, altered or approved by who has no part in that', async () => {
    const { documentId } = await withheld({ notice: WORDING });
    const notice = await noticeOf(documentId);
    const withholding = { ...RECORD, mode: 'withheld' };
    const other = await officer.call('POST', ITEMS, { title: '自己写的说明', withholding });
    expect(resultOf(other)).toBe('400 field_immutable');
    await officer.call('PUT', `${ITEMS}/${notice}`, { withholding: { ...withholding, ground: 'state_secret' } });
    expect((await department.rows('item', { documentId: notice }))[0]?.['withholding']).toMatchObject({
      ground: 'process_info',
    });
    expect(resultOf(await officer.call('POST', `${ITEMS}/${notice}/actions/publish`, {}))).toBe(
      '400 publish_incomplete',
    );
    await officer.call('PUT', `${ITEMS}/${notice}`, { categories: { set: [{ documentId: department.category }] } });
    expect(resultOf(await officer.call('POST', `${ITEMS}/${notice}/actions/publish`, {}))).toBe('400 approval_missing');
    await officer.call('POST', `/disclosure/items/${notice}/reviews`, { note: '' });
    const { documentId: review, contentHash } = await reviewOf(notice);
    const agreed = { confidentiality: HARMLESS, contentHash };
    const own = await reviewer.call('POST', `/disclosure/reviews/${String(review)}/decisions`, agreed);
    expect(resultOf(own)).toBe('400 own_work');
    const copy = await officer.call('POST', `${ITEMS}/clone/${notice}`, { title: '抄来的说明' });
    expect((await department.rows('item', { documentId: copy.body.data.documentId }))[0]?.['withholding']).toBeNull();
  });

  test('becomes public like any item, with number and address, and no trace of what is withheld', async () => {
    const { documentId, review } = await withheld({
      item: { title: '只此一份的机密标题', body: '<p>只此一份的机密正文</p>' },
      notice: { ...WORDING, showsReviewDate: false },
    });
    const notice = await noticeOf(documentId);
    await publishNotice(notice);
    const { token } = await department.service('site-nodes')['create']!({ name: '网站', audience: 'public' });
    for (const path of ['changes', 'snapshot']) {
      const { body } = await callerFor(cms, String(token))('GET', `/api/disclosure/${path}?after=0&limit=1000`);
      const told = JSON.stringify(body);
      for (const secret of ['只此一份', documentId, review, '讨论中的意见']) expect(told).not.toContain(secret);
      const { payload } = body.data.find(
        (change: { payload: { documentId?: string } }) => change.payload.documentId === notice,
      );
      expect(payload).toMatchObject({
        title: WORDING.title,
        indexNo: expect.stringMatching(/\d{4}/),
        disclosureMode: 'proactive',
        withholding: { mode: 'withheld', ground: 'process_info', reviewAgainOn: null },
      });
    }
  });

  test('says the new day once that has passed the chain as well', async () => {
    const { documentId, review } = await withheld({ notice: WORDING });
    const notice = await noticeOf(documentId);
    await publishNotice(notice);
    const answer = await lookAgain(reviewer.call, review, { outcome: 'keep', reviewAgainOn: dayIn(200) });
    expect(resultOf(answer)).toBe('ok');
    expect(String((await latestOf(notice))?.['payload'])).toContain(dayIn(20));
    expect(resultOf(await officer.call('POST', `${ITEMS}/${notice}/actions/publish`, {}))).toBe('400 approval_missing');
    await publishNotice(notice);
    expect(String((await latestOf(notice))?.['payload'])).toContain(dayIn(200));
  });

  test('may be asked for when the decision is looked at again', async () => {
    const { documentId, review } = await withheld({ record: { conclusion: 'on_request' } });
    expect((await reviewOf(documentId))['notice']).toBeNull();
    const said = { outcome: 'keep', reviewAgainOn: dayIn(50), notice: WORDING };
    expect(resultOf(await lookAgain(reviewer.call, review, said))).toBe('ok');
    const notice = await noticeOf(documentId);
    expect((await department.rows('item', { documentId: notice }))[0]).toMatchObject({
      withholding: { mode: 'on_request', reviewAgainOn: dayIn(50) },
    });
    expect(resultOf(await lookAgain(reviewer.call, review, said))).toBe('ok');
    expect(await noticeOf(documentId)).toBe(notice);
  });

  test('is asked to come down when the information is public after all', async () => {
    const { documentId, review } = await withheld({ notice: WORDING });
    const notice = await noticeOf(documentId);
    await publishNotice(notice);
    await lookAgain(reviewer.call, review, { outcome: 'reopen', reason: '已经批准公开' });
    await department.publish(documentId);
    const [request] = await department.rows('review', { item: notice, kind: 'withdrawal' });
    expect(request).toMatchObject({ state: 'open', withdrawal: { reason: 'replaced', replacedBy: documentId } });
    expect(await latestOf(notice)).toMatchObject({ kind: 'item_published' });
    await department.items.update({ documentId, data: { title: '公开后的标题' } });
    await department.publish(documentId);
    expect(await department.rows('review', { item: notice, kind: 'withdrawal' })).toHaveLength(1);
    await agreeToAll(department.reviews, request as never, department.staff);
    expect(await latestOf(notice)).toMatchObject({ kind: 'item_withdrawn' });
  });

  test('that was on its way ends there when the information is public after all', async () => {
    const { documentId, review } = await withheld({ notice: WORDING });
    const notice = await noticeOf(documentId);
    await officer.call('PUT', `${ITEMS}/${notice}`, { categories: { set: [{ documentId: department.category }] } });
    await officer.call('POST', `/disclosure/items/${notice}/reviews`, { note: '' });
    await lookAgain(reviewer.call, review, { outcome: 'reopen', reason: '已经批准公开' });
    await department.publish(documentId);
    expect(await reviewOf(notice)).toMatchObject({ state: 'void' });
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepartment, refusalOf, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { agreeToAll, colleague, HARMLESS, WITHHELD, type Colleague } from './support/people.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';

let cms: RunningCms;
let department: Department;
let admin: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi, { chain: 'default' });
  admin = callerFor(cms, await signIn(cms));
}, 120_000);
afterAll(() => cms.stop());

const latestOf = async (subject: string) => (await department.rows('change', { subject, isLatest: true }))[0];
const reviewsOf = (item: string) => department.rows('review', { item });
const newestReviewOf = async (item: string) => (await reviewsOf(item)).at(-1);
const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;
const codeIn = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (error) {
    const { code, details } = error as { code?: string; details?: { code?: string } };
    return code ?? details?.code;
  }
  return 'done';
};
const edit = (documentId: string, data: Record<string, unknown>) => department.items.update({ documentId, data });

describe('without an approval nothing becomes public', () => {
  const ways: Record<string, (documentId: string) => Promise<unknown>> = {
    publish: (documentId) => department.items.publish({ documentId }),
    'publish with new fields': (documentId) => department.items.publish({ documentId, data: { title: '新' } }),
    'publish of every locale': (documentId) => department.items.publish({ documentId, locale: '*' } as never),
    'update as published': (documentId) =>
      department.items.update({ documentId, data: { title: '新' }, status: 'published' }),
    'create as published': () => department.items.create({ data: { title: '新' }, status: 'published' }),
    'clone as published': (documentId) =>
      department.items.clone({ documentId, data: { title: '新' }, status: 'published' } as never),
    'the button': (documentId) => orThrow(admin('POST', `${ITEMS}/${documentId}/actions/publish`, { title: '新' })),
    'the button on a new form': () => orThrow(admin('POST', `${ITEMS}/actions/publish`, { title: '新' })),
    bulk: (documentId) => orThrow(admin('POST', `${ITEMS}/actions/bulkPublish`, { documentIds: [documentId] })),
    'an import': (documentId) =>
      department.service('importer')['importDocument']!({ ...IMPORTED, importKey: documentId }),
    'an import under a batch of others': async (documentId) => {
      const entries = [{ importKey: 'other', importHash: '1' }];
      const batch = await department.service('import-batches')['approve']!({ ...BATCH, entries });
      await department.service('importer')['importDocument']!({ ...IMPORTED, importKey: documentId }, batch);
    },
    'a planned time': async (documentId) => {
      const publishAt = new Date(Date.now() + 60_000).toISOString();
      const review = await department.reviews.submit({ documentId, publishAt }, department.staff.officer);
      await tamper('review', { documentId: review.documentId }, { publishAt: new Date(0).toISOString() });
      await department.service('review-watch')['publishDue']!();
      expect((await newestReviewOf(documentId))?.['state']).toBe('open');
      throw Object.assign(new Error(review.state), { details: { code: 'still open' } });
    },
  };

  test.each(Object.keys(ways))('%s', async (way) => {
    const documentId = await department.draft();
    const before = (await department.rows('change')).length;
    const code = await codeIn(ways[way]!(documentId));
    expect([
      'approval_missing',
      'publish_separately',
      'batch_missing',
      'batch_unknown',
      'publish_incomplete',
      'still open',
    ]).toContain(code);
    expect((await department.rows('change')).length).toBe(before);
    expect(
      await department.rows('item', { publishedAt: { $ne: null }, title: { $in: ['新', IMPORTED.title] } }),
    ).toEqual([]);
    expect(await department.items.findOne({ documentId, status: 'published' })).toBeNull();
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s of the public API, with a token that may do everything', async (method) => {
    const documentId = await department.draft();
    const tokens = cms.strapi.service('admin::api-token-content-api' as never) as never as {
      create(token: object): Promise<{ accessKey: string }>;
    };
    const { accessKey } = await tokens.create({
      name: `all ${method}`,
      type: 'full-access',
      lifespan: null,
      description: '',
    });
    const call = callerFor(cms, accessKey);
    const path = method === 'POST' ? '/api/disclosure/items' : `/api/disclosure/items/${documentId}`;
    expect([404, 405]).toContain((await call(method, `${path}?status=published`, { data: { title: '新' } })).status);
    expect((await call('POST', `${ITEMS}/${documentId}/actions/publish`, {})).status).toBe(401);
    expect((await call('POST', `/disclosure/items/${documentId}/reviews`, {})).status).toBe(401);
  });

  test('a restored backup: an approval of then does not hold for the content of now, nor a row nobody published', async () => {
    const documentId = await department.approved({ title: '备份前' });
    const approved = await newestReviewOf(documentId);
    await edit(documentId, { title: '备份后' });
    await settled();
    await tamper('review', { id: approved?.['id'] }, { state: 'approved', changedFields: null, endedAt: null });
    expect(await codeOf(department.items.publish({ documentId }))).toBe('approval_void');

    const [draft] = await department.rows('item', { documentId });
    await cms.strapi.db.query('plugin::disclosure.item' as never).create({
      data: { documentId, title: '直接写入', publishedAt: new Date(), locale: draft?.['locale'] } as never,
    } as never);
    expect(await latestOf(documentId)).toBeUndefined();
    const { token } = await department.service('site-nodes')['create']!({ name: '备份', audience: 'public' });
    const { body } = await callerFor(cms, String(token))('GET', '/api/disclosure/changes?after=0');
    expect(JSON.stringify(body)).not.toMatch(/直接写入|备份后/);
  });
});

describe('an approval', () => {
  test('stands with the change that it let through, and is used up', async () => {
    const documentId = await department.approved();
    const review = await newestReviewOf(documentId);
    expect(review?.['state']).toBe('approved');
    await department.items.publish({ documentId });
    const change = await latestOf(documentId);
    expect(change).toMatchObject({
      approval: `review:${String(review?.['documentId'])}`,
      contentHash: review?.['contentHash'],
    });
    expect((await newestReviewOf(documentId))?.['state']).toBe('done');
    // Once more the same: nothing new becomes public.
    await department.items.publish({ documentId });
    await department.service('withdrawal')['withdraw']!({ documentId, reason: 'duplicate' });
    expect(await codeOf(department.items.publish({ documentId }))).toBe('approval_missing');
  });

  test.each([
    ['title', { title: '改一个字' }],
    ['body', { body: '<p>正文。</p>' }],
    ['keywords', { keywords: ['新词'] }],
    ['scope', { scope: 'internal' }],
    ['address', { slug: 'xin-di-zhi' }],
    ['writtenOn', { writtenOn: '2026-01-01' }],
  ])('is void once %s was changed, and says so', async (field, data) => {
    const documentId = await department.approved();
    await edit(documentId, data);
    await settled();
    expect(await newestReviewOf(documentId)).toMatchObject({ state: 'void', changedFields: [field] });
    expect(await codeOf(department.items.publish({ documentId }))).toBe('approval_missing');
  });

  test('is void when the text is changed with the publication itself, which names the field and keeps the draft', async () => {
    const documentId = await department.approved({ title: '已批准' });
    const { status, body } = await admin('POST', `${ITEMS}/${documentId}/actions/publish`, { title: '偷偷改' });
    expect([status, body.error.details.code]).toEqual([400, 'approval_void']);
    expect(body.error.details.errors).toMatchObject([{ path: ['title'] }]);
    expect(await latestOf(documentId)).toBeUndefined();
    expect(await department.items.findOne({ documentId, status: 'draft' })).toMatchObject({ title: '已批准' });
    await department.items.publish({ documentId });
  });

  test('is void once one byte of a file has changed, whatever its name and row say', async () => {
    const file = await upload('名单.txt', 'abc');
    const documentId = await department.approved({ attachments: [file.id] });
    writeFileSync(join(cms.dataDir, 'cms/public', file.url), 'abd');
    const { code, problems } = await refusalOf(department.items.publish({ documentId }));
    expect([code, problems]).toEqual(['approval_void', ['attachments: approval_void']]);
  });

  test('of a new version leaves the live one as it is until it is published', async () => {
    const documentId = await department.published({ title: '第一版' });
    await edit(documentId, { title: '第二版' });
    await department.approve(documentId);
    expect(await department.items.findOne({ documentId, status: 'published' })).toMatchObject({ title: '第一版' });
    expect(await latestOf(documentId)).toMatchObject({ title: '第一版' });
    await department.items.publish({ documentId });
    expect(await latestOf(documentId)).toMatchObject({ title: '第二版' });
  });

  test('is not published by somebody who gave it', async () => {
    const documentId = await department.draft();
    const both = await colleague(cms.strapi, 'office', { name: '兼职' });
    const roles = await cms.strapi.db
      .query('admin::role')
      .findMany({ where: { code: { $in: ['disclosure-office', 'disclosure-head'] } } });
    await cms.strapi.db
      .query('admin::user')
      .update({ where: { id: both.id }, data: { roles: roles.map(({ id }: { id: number }) => id) } });
    const head: Colleague = { ...both, roles: ['disclosure-head'] };
    const review = await department.reviews.submit({ documentId }, department.staff.officer);
    const { head: _, ...others } = department.staff;
    await agreeToAll(department.reviews, review, { ...others, head });
    const { body } = await callerFor(cms)('POST', '/admin/login', { email: both.email, password: 'Password-1' });
    const call = callerFor(cms, body.data.token);
    const refused = await call('POST', `${ITEMS}/${documentId}/actions/publish`, {});
    expect(refused.body.error.details.code).toBe('publisher_decided');
    const { body: reports } = await call('GET', `/disclosure/items/${documentId}/reviews`);
    expect(reports.data[0].hasDecided).toBe(true);
    // Nor by way of a time that is a moment away.
    const publishAt = new Date(Date.now() + 60_000).toISOString();
    const planned = await call('PUT', `/disclosure/reviews/${review.documentId}/plan`, { publishAt });
    expect(planned.body.error.details.code).toBe('publisher_decided');
    await department.items.publish({ documentId });
  });
});

describe('a review', () => {
  test('keeps its steps when the chain is changed, and the next one takes the new ones', async () => {
    const documentId = await department.draft();
    const review = await department.reviews.submit({ documentId }, department.staff.officer);
    const chains = cms.strapi.documents('plugin::disclosure.review-chain' as never) as never as Department['items'];
    const short = { kind: 'confidentiality', name: '保密审查', role: 'disclosure-confidentiality-reviewer' };
    const last = { kind: 'approval', name: '领导审批', role: 'disclosure-head' };
    const quick = await chains.create({ data: { name: '两步流程', steps: [short, last] } });
    await department.categories.update({ documentId: department.category, data: { reviewChain: quick.documentId } });
    expect((await agreeToAll(department.reviews, review, department.staff)).steps).toHaveLength(4);
    await department.items.publish({ documentId });

    const next = await department.draft();
    expect((await department.reviews.submit({ documentId: next }, department.staff.officer)).steps).toHaveLength(2);
    expect(await codeOf(chains.delete({ documentId: quick.documentId }))).toBe('chain_in_use');
    await department.categories.update({ documentId: department.category, data: { reviewChain: null } });
    expect(
      (await refusalOf(chains.update({ documentId: quick.documentId, data: { steps: [last] } }))).problems,
    ).toEqual(['steps: chain_invalid']);
    const nobody = { ...last, role: 'nobody' };
    expect(
      (await refusalOf(chains.update({ documentId: quick.documentId, data: { steps: [short, nobody] } }))).problems,
    ).toEqual(['steps: chain_invalid']);
    await chains.delete({ documentId: quick.documentId });
  });

  test('is refused to whoever wrote in the version, whoever submitted it', async () => {
    const { staff, reviews } = department;
    const created = await admin('POST', ITEMS, { title: '处长自己写的' });
    const documentId = String(created.body.data.documentId);
    const author = (await department.rows('item', { documentId }))[0]?.['contributors'] as string[];
    expect(author).toHaveLength(1);
    await edit(documentId, {
      ...COMPLETE,
      categories: [department.category],
      publisher: department.organ,
      responsible: department.section,
    });
    const { documentId: id, contentHash } = await reviews.submit({ documentId }, staff.officer);
    const writer: Colleague = { ...staff.sectionHead, id: String(author[0]) };
    const decision = { verdict: 'agree', contentHash };
    expect(await codeIn(reviews.decide(id, writer, decision))).toBe('own_work');
    expect(await codeIn(reviews.decide(id, { ...staff.officer, roles: staff.sectionHead.roles }, decision))).toBe(
      'own_work',
    );
    expect(await codeIn(reviews.decide(id, staff.head, decision))).toBe('not_your_step');
    await reviews.decide(id, staff.sectionHead, decision);
    const again: Colleague = { ...staff.sectionHead, roles: staff.confidentialityReviewer.roles };
    expect(await codeIn(reviews.decide(id, again, { ...decision, confidentiality: HARMLESS }))).toBe('decided_before');
  });

  test('asks for the record of the confidentiality review, and for words with a return', async () => {
    const { staff, reviews } = department;
    const documentId = await department.draft();
    const { documentId: id, contentHash } = await reviews.submit({ documentId }, staff.officer);
    expect(await codeOf(reviews.decide(id, staff.sectionHead, { verdict: 'return', contentHash }))).toBe(
      'decision_incomplete',
    );
    await reviews.decide(id, staff.sectionHead, { verdict: 'agree', contentHash });
    expect(await codeOf(reviews.decide(id, staff.confidentialityReviewer, { verdict: 'agree', contentHash }))).toBe(
      'decision_incomplete',
    );
    expect(
      await codeOf(
        reviews.decide(id, staff.confidentialityReviewer, {
          contentHash,
          confidentiality: { ...WITHHELD, ground: null },
        }),
      ),
    ).toBe('decision_incomplete');
    const ended = await reviews.decide(id, staff.confidentialityReviewer, { contentHash, confidentiality: WITHHELD });
    expect(ended.state).toBe('withheld');
    expect(await codeOf(department.items.publish({ documentId }))).toBe('approval_missing');
  });

  test('referred elsewhere, waits for the same step', async () => {
    const { staff, reviews } = department;
    const documentId = await department.draft();
    const { documentId: id, contentHash } = await reviews.submit({ documentId }, staff.officer);
    await reviews.decide(id, staff.sectionHead, { verdict: 'agree', contentHash });
    const referred = { ...HARMLESS, conclusion: 'refer', reason: '不能确定', referredTo: '市保密局' };
    expect(
      await reviews.decide(id, staff.confidentialityReviewer, { contentHash, confidentiality: referred }),
    ).toMatchObject({
      state: 'open',
      step: 1,
    });
  });

  test('is decided by a stand-in on the days that were set, on record for whom', async () => {
    const { staff, reviews } = department;
    const people = department.service('people');
    const standIn = await colleague(cms.strapi, 'officer', { name: '代理人' });
    const documentId = await department.draft();
    const { documentId: id, contentHash } = await reviews.submit({ documentId }, staff.officer);
    const decision = { verdict: 'agree', contentHash };
    const days = { person: staff.sectionHead.id, standIn: standIn.id, reason: '出差' };
    await people['addStandIn']!({ ...days, from: '2020-01-01', to: '2020-01-31' });
    expect(await codeIn(reviews.decide(id, standIn, decision))).toBe('not_your_step');
    await people['addStandIn']!({ ...days, from: '2020-01-01', to: '2099-12-31' });
    await reviews.decide(id, standIn, decision);
    expect(await department.rows('review-decision', { review: id })).toMatchObject([
      { person: standIn.id, onBehalfOf: staff.sectionHead.id, onBehalfOfName: 'sectionHead' },
    ]);
    expect(await codeIn(people['addStandIn']!({ ...days, from: '2026-02-02', to: '2026-02-01' }))).toBe(
      'parameter_invalid',
    );
  });

  test('decided by many at once is decided once', async () => {
    const { staff, reviews } = department;
    const documentId = await department.draft();
    const { documentId: id, contentHash } = await reviews.submit({ documentId }, staff.officer);
    const others = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((name) =>
        colleague(cms.strapi, 'sectionHead', { name, sections: [department.section] }),
      ),
    );
    const outcomes = await Promise.all(
      [...others, ...others].map((person) => codeIn(reviews.decide(id, person, { verdict: 'agree', contentHash }))),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await department.rows('review-decision', { review: id })).toHaveLength(1);
    expect(await newestReviewOf(documentId)).toMatchObject({ state: 'open', step: 1 });
  }, 60_000);

  test('of another content than was looked at is refused', async () => {
    const { staff, reviews } = department;
    const documentId = await department.draft();
    const { documentId: id } = await reviews.submit({ documentId }, staff.officer);
    expect(await codeIn(reviews.decide(id, staff.sectionHead, { verdict: 'agree', contentHash: 'x' }))).toBe(
      'content_changed',
    );
    await edit(documentId, { title: '审核中改了' });
    expect(await codeIn(reviews.decide(id, staff.sectionHead, { verdict: 'agree', contentHash: 'x' }))).toBe(
      'review_closed',
    );
  });
});

describe('a withdrawal', () => {
  test('passes the chain, and is carried out with the last agreement', async () => {
    const documentId = await department.published({ title: '要撤下的' });
    const review = await department.reviews.submitWithdrawal(
      { documentId, reason: 'duplicate' },
      department.staff.officer,
    );
    expect(await latestOf(documentId)).toMatchObject({ kind: 'item_published' });
    const done = await agreeToAll(department.reviews, review, department.staff);
    expect(done.state).toBe('done');
    expect(await latestOf(documentId)).toMatchObject({
      kind: 'item_withdrawn',
      approval: `review:${review.documentId}`,
    });
  });

  test('of a version that was replaced meanwhile is void', async () => {
    const documentId = await department.published({ title: '将被替换' });
    const review = await department.reviews.submitWithdrawal(
      { documentId, reason: 'inaccurate' },
      department.staff.officer,
    );
    await tamper('change', { subject: documentId, isLatest: true }, { isLatest: false });
    expect(await codeIn(agreeToAll(department.reviews, review, department.staff))).toBe('review_closed');
  });

  test('in an emergency is done at once, ends what was under way, and is ratified afterwards', async () => {
    const documentId = await department.published({ title: '紧急撤下' });
    await edit(documentId, { title: '紧急撤下二' });
    await department.approve(documentId);
    const answer = await admin('POST', `/disclosure/items/${documentId}/withdraw`, { reason: 'inaccurate' });
    expect(answer.status).toBe(200);
    expect(await latestOf(documentId)).toMatchObject({ kind: 'item_withdrawn', approval: null });
    expect(await codeOf(department.items.publish({ documentId }))).toBe('approval_missing');
    const [, voided, ratification] = await reviewsOf(documentId);
    expect([voided?.['state'], ratification?.['kind'], ratification?.['state']]).toEqual([
      'void',
      'ratification',
      'open',
    ]);
    expect(await codeIn(department.reviews.submit({ documentId }, department.staff.officer))).toBe('ratification_open');
    const done = await agreeToAll(department.reviews, ratification as never, department.staff);
    expect(done.state).toBe('done');
  });

  test('asks the confidentiality reviewer for no record, and a refusal for its reason', async () => {
    const documentId = await department.published({ title: '撤下不作保密审查' });
    const { sectionHead, confidentialityReviewer, officer } = department.staff;
    const review = await department.reviews.submitWithdrawal({ documentId, reason: 'duplicate' }, officer);
    const said = { contentHash: review.contentHash };
    await department.reviews.decide(review.documentId, sectionHead, { ...said, verdict: 'agree' });
    const decide = (decision: object) =>
      department.reviews.decide(review.documentId, confidentialityReviewer, { ...said, ...decision });
    expect(await codeIn(decide({ verdict: 'return' }))).toBe('decision_incomplete');
    expect((await decide({ verdict: 'agree' })).step).toBe(2);
  });

  test('that is not ratified stays, and the item becomes public again through a review of its own', async () => {
    const documentId = await department.published({ title: '不予追认' });
    await admin('POST', `/disclosure/items/${documentId}/withdraw`, { reason: 'duplicate' });
    const ratification = (await newestReviewOf(documentId)) as { documentId: string; contentHash: string };
    const { contentHash } = ratification;
    const refusal = { verdict: 'return', opinion: '不是重复发布。', contentHash };
    const { state } = await department.reviews.decide(ratification.documentId, department.staff.sectionHead, refusal);
    expect(state).toBe('returned');
    expect(await latestOf(documentId)).toMatchObject({ kind: 'item_withdrawn' });
    expect(await codeOf(department.items.publish({ documentId }))).toBe('approval_missing');
    await department.approve(documentId);
    await department.items.publish({ documentId });
    expect(await latestOf(documentId)).toMatchObject({ kind: 'item_published' });
  });
});

describe('a planned publication', () => {
  const inAMoment = () => new Date(Date.now() + 1500).toISOString();

  test('is not published before its time, and then is', async () => {
    const documentId = await department.draft({ title: '定时发布' });
    const publishAt = inAMoment();
    const review = await department.reviews.submit({ documentId, publishAt }, department.staff.officer);
    await agreeToAll(department.reviews, review, department.staff);
    expect(await codeOf(department.items.publish({ documentId }))).toBe('publication_planned');
    for (let waited = 0; (await latestOf(documentId)) === undefined && waited < 100; waited += 1) await sleep(100);
    const change = await latestOf(documentId);
    expect(new Date(change?.['at'] as string).toISOString() >= publishAt).toBe(true);
    expect(await newestReviewOf(documentId)).toMatchObject({ state: 'done' });
  });

  test('publishes nothing that is no longer what was approved, and says so', async () => {
    const file = await upload('定时.txt', 'abc');
    const documentId = await department.draft({ title: '定时失效', attachments: [file.id] });
    const review = await department.reviews.submit({ documentId, publishAt: inAMoment() }, department.staff.officer);
    await agreeToAll(department.reviews, review, department.staff);
    writeFileSync(join(cms.dataDir, 'cms/public', file.url), 'abd');
    for (let waited = 0; (await newestReviewOf(documentId))?.['problem'] === null && waited < 100; waited += 1)
      await sleep(100);
    expect(await newestReviewOf(documentId)).toMatchObject({
      state: 'void',
      changedFields: ['attachments'],
      problem: 'approval_void',
    });
    expect(await latestOf(documentId)).toBeUndefined();
  });

  test('is refused in the past', async () => {
    const documentId = await department.draft();
    const past = { documentId, publishAt: '2020-01-01T00:00:00.000Z' };
    expect(await codeIn(department.reviews.submit(past, department.staff.officer))).toBe('plan_in_past');
  });
});

describe('an imported batch', () => {
  test('is on record with a name, and holds for what was in it and nothing else', async () => {
    const entries = [{ importKey: 'batch-1', importHash: '1' }];
    const batch = await department.service('import-batches')['approve']!({ ...BATCH, entries });
    const take = (document: object) =>
      department.service('importer')['importDocument']!({ ...IMPORTED, importKey: 'batch-1', ...document }, batch);
    const { documentId } = await take({});
    expect(await latestOf(String(documentId))).toMatchObject({ approval: `batch:${String(batch)}` });
    expect(await codeIn(take({ importHash: '2', title: '改过' }))).toBe('batch_unknown');
    expect(await department.rows('import-batch', { documentId: batch })).toMatchObject([
      { name: BATCH.name, approvedBy: BATCH.approvedBy, documents: 1 },
    ]);
    expect(await department.rows('audit-entry', { subject: `batch:${String(batch)}` })).toMatchObject([
      { event: 'batch_approved' },
    ]);
  });
});

test('a department starts with its six roles and one chain that goes through them', async () => {
  const roles = await cms.strapi.db.query('admin::role').findMany({ where: { code: { $startsWith: 'disclosure-' } } });
  expect(roles.map(({ name }: { name: string }) => name).sort()).toEqual(
    ['信息员', '科室负责人', '保密审查员', '分管领导', '主要领导', '政务公开办管理员'].sort(),
  );
  const [chain] = await department.rows('review-chain', { isDefault: true });
  expect((chain?.['steps'] as { name: string }[]).map(({ name }) => name)).toEqual([
    '科室负责人',
    '保密审查',
    '分管领导',
    '主要领导',
  ]);
});

const COMPLETE = { body: '<p>正文</p>', subject: 'other', genre: 'notice' };

const BATCH = { name: '2026 年旧站迁移', approvedBy: '局长 王某', basis: '局务会议纪要第 3 号' };

const IMPORTED = {
  importKey: 'k',
  importHash: '1',
  title: '导入的通知',
  body: '<p>x</p>',
  subject: 'other',
  genre: 'notice',
  publisher: 'zjj',
  responsible: 'office',
  categories: ['plans'],
  publish: true,
};

async function orThrow(call: ReturnType<Caller>): Promise<void> {
  const { status, body } = await call;
  if (status >= 300) throw Object.assign(new Error(String(status)), { details: body.error?.details });
}

async function tamper(type: string, where: object, data: object): Promise<void> {
  await cms.strapi.db.query(`plugin::disclosure.${type}` as never).updateMany({ where, data } as never);
}

/** What the watch was told has been done. */
async function settled(): Promise<void> {
  await sleep(20);
  const watch = cms.strapi.plugin('disclosure').service('review-watch') as never as { idle(): Promise<void> };
  await watch.idle();
}

async function upload(name: string, text: string): Promise<{ id: number; url: string }> {
  const path = join(cms.dataDir, name);
  writeFileSync(path, text);
  const [file] = await (
    cms.strapi.plugin('upload').service('upload') as never as {
      upload(request: object): Promise<{ id: number; url: string }[]>;
    }
  ).upload({
    data: { fileInfo: { name, alternativeText: null } },
    files: { filepath: path, originalFilename: name, mimetype: 'text/plain', size: text.length },
  });
  if (file === undefined) throw new Error('Cannot upload');
  return file;
}

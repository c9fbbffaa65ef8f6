import { itemSchema, type Item } from 'disclosure-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleFlow } from '../../../../tests/support/sample-flow.ts';
import { createDepartment, refusalOf, type Department } from './support/demo-department.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let department: Department;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
}, 120_000);
afterAll(() => cms.stop());

/** A payment asks for no steps of its own. */
const FLOW = sampleFlow(
  {
    s: 'start',
    a: { kind: 'step', title: '申请', limit: null },
    b: { kind: 'step', title: '审核', limit: { amount: 5, unit: 'working_days', countsTowardsTotal: true } },
    c: { kind: 'decision', title: '是否符合条件' },
    d: { kind: 'end', title: '发放' },
    e: { kind: 'end', title: '书面告知理由和救济途径', rights: [{ kind: 'reconsideration', note: '' }] },
  },
  ['s>a', 'a>b', 'b>c', 'c>d 符合', 'c>e 不符合'],
);

const POWER = {
  title: '公租房租赁补贴发放',
  body: '',
  genre: 'other',
  code: 'JF-001',
  kind: 'payment',
  level: 'city',
  organNature: 'statutory',
  bases: [{ rank: 'rule', name: '公共租赁住房管理办法', article: '第十九条' }],
  duties: [{ stage: '审核', text: '自受理之日起五个工作日内审核。' }],
  statutoryLimitAmount: 20,
  promisedLimitAmount: 10,
  feesCharged: false,
  supervisionPhone: '0558-5550000',
  flows: [{ name: '一般程序', flow: FLOW }],
};

async function payloads(subject: string): Promise<Record<string, unknown>[]> {
  const rows = await department.rows('change', { subject });
  return rows.map(({ kind, payload }) => ({ kind, ...(JSON.parse(String(payload)) as object) }));
}

async function publishedPower(changes: Record<string, unknown> = {}): Promise<string> {
  const documentId = await department.draft({ ...POWER, ...changes }, 'power');
  await department.approve(documentId);
  await department.documents('power').publish({ documentId });
  return documentId;
}

test('a power passes review and gate, and what becomes public is the contract’s', async () => {
  const documentId = await department.draft(POWER, 'power');
  const powers = department.documents('power');
  expect(await refusalOf(powers.publish({ documentId }))).toMatchObject({ code: 'approval_missing', problems: [] });

  await department.approve(documentId);
  await powers.publish({ documentId });
  const [published] = await payloads(documentId);
  const { kind: _kind, ...payload } = published ?? {};
  const item: Item = itemSchema.parse(payload);
  expect(payload).toEqual(item);
  expect(item.record).toMatchObject({
    type: 'power',
    code: 'JF-001',
    statutoryLimit: { amount: 20, unit: 'working_days' },
    promisedLimit: { amount: 10, unit: 'working_days' },
    fees: { charged: false, basis: '', standard: '' },
    flows: [
      {
        name: '一般程序',
        flow: { nodes: [{ id: 's' }, { id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'e' }] },
      },
    ],
  });
});

test('a flow for staff is not in what everyone may read', async () => {
  const flows = [...POWER.flows, { name: '内部审核', flow: { ...FLOW, scope: 'internal' } }];
  const open = await publishedPower({ title: '面向社会的权力', flows });
  expect((await payloads(open))[0]).toMatchObject({ record: { flows: [{ name: '一般程序' }] } });
  expect(JSON.stringify(await payloads(open))).not.toContain('内部审核');
  const closed = await publishedPower({ title: '内部的权力', flows, scope: 'internal' });
  expect((await payloads(closed))[0]).toMatchObject({
    record: { flows: [{ name: '一般程序' }, { name: '内部审核' }] },
  });
});

test('an approval is void when one limit of one step changes, and names the flows', async () => {
  const documentId = await department.draft({ ...POWER, title: '住房补贴' }, 'power');
  await department.approve(documentId);
  const powers = department.documents('power');
  const nodes = FLOW.nodes.map((node) => (node.id === 'b' ? { ...node, limit: { ...node.limit, amount: 6 } } : node));
  await powers.update({ documentId, data: { flows: [{ name: '一般程序', flow: { ...FLOW, nodes } }] } });
  const { code } = await refusalOf(powers.publish({ documentId }));
  expect(['approval_missing', 'approval_void']).toContain(code);
  await department.service('review-watch')['idle']!();
  const [review] = await department.rows('review', { item: documentId });
  expect(review).toMatchObject({ state: 'void', changedFields: ['flows'] });
});

test('withdrawn, a power leaves a tombstone that says what it was', async () => {
  const documentId = await publishedPower({ title: '住房困难家庭补贴' });
  await department.service('withdrawal')['withdraw']!({ documentId, reason: 'inaccurate' });
  expect((await payloads(documentId)).at(-1)).toMatchObject({
    kind: 'item_withdrawn',
    type: 'power',
    reason: 'inaccurate',
  });
  expect(await department.documents('power').findOne({ documentId, status: 'published' })).toBeNull();
});

test('only a power takes the place of a power', async () => {
  const [documentId, other] = [
    await publishedPower({ title: '旧的权力' }),
    await publishedPower({ title: '新的权力' }),
  ];
  const item = await department.published({ title: '关于权力调整的通知' });
  const withdraw = (replacedBy: string) =>
    department.service('withdrawal')['withdraw']!({ documentId, reason: 'replaced', replacedBy });
  await expect(withdraw(item)).rejects.toMatchObject({ code: 'successor_unlike' });
  await withdraw(other);
  expect((await payloads(documentId)).at(-1)).toMatchObject({ reason: 'replaced', replacedBy: 'xin-de-quan-li' });
});

test('a guide and a risk point say which power they are of', async () => {
  const power = await publishedPower({ title: '危房改造补助' });
  const guide = await department.draft(
    {
      title: '危房改造补助办事指南',
      body: '',
      power,
      targets: ['person'],
      conditions: ['本市户籍'],
      materials: [{ name: '身份证明', form: 'paper', necessity: 'required' }],
    },
    'guide',
  );
  const point = await department.draft(
    {
      title: '虚假申报',
      body: '',
      power,
      step: 'b',
      category: 'process',
      level: 'high',
      manifestations: '审核不严。',
      measures: ['双人入户', '公示'],
      headPost: '住房保障科科长',
      leaderPost: '分管副局长',
    },
    'risk-point',
  );
  for (const [type, documentId] of [
    ['guide', guide],
    ['risk-point', point],
  ] as const) {
    await department.approve(documentId);
    await department.documents(type).publish({ documentId });
  }
  expect((await payloads(guide))[0]).toMatchObject({ record: { type: 'guide', power, materials: [{ copies: 1 }] } });
  expect((await payloads(point))[0]).toMatchObject({ record: { type: 'risk_point', power, step: 'b' } });
});

describe('is not published', () => {
  test.each([
    ['without a flow', { flows: [] }, 'flows: flow_missing'],
    [
      'with a flow that has a dead end',
      { flows: [{ name: '一般程序', flow: { ...FLOW, edges: FLOW.edges.slice(0, 3) } }] },
      'flows.0: flow_invalid',
    ],
    ['with a promise over the law', { promisedLimitAmount: 21 }, 'flows.0: flow_invalid'],
    ['with a fee without its basis', { feesCharged: true }, 'feesCharged: fees_without_basis'],
    [
      'with bases out of order',
      { bases: [...POWER.bases, { rank: 'law', name: '中华人民共和国行政许可法' }] },
      'bases.1: bases_disordered',
    ],
    ['with a basis without its name', { bases: [{ rank: 'law', name: '' }] }, 'bases.0.name: record_incomplete'],
    ['without a kind', { kind: null }, 'kind: record_incomplete'],
    ['without an office telephone', { supervisionPhone: '' }, 'supervisionPhone: supervision_phone_missing'],
  ])('a power %s', async (_what, changes, problem) => {
    const documentId = await department.draft({ ...POWER, ...changes }, 'power');
    const { code, problems } = await refusalOf(department.approve(documentId));
    expect([code, problems]).toEqual(['publish_incomplete', expect.arrayContaining([problem])]);
  });

  test('a guide that asks for whatever else', async () => {
    const power = await publishedPower({ title: '购房补贴' });
    const documentId = await department.draft(
      {
        title: '指南',
        body: '',
        power,
        targets: ['person'],
        materials: [{ name: '其他相关材料', form: 'paper', necessity: 'required' }],
      },
      'guide',
    );
    expect((await refusalOf(department.approve(documentId))).problems).toContain('materials.0: catch_all_material');
  });
});

test('what a draft cannot hold is refused where it stands, and the draft stays', async () => {
  const documentId = await department.draft(POWER, 'power');
  const powers = department.documents('power');
  const refused = await refusalOf(
    powers.update({ documentId, data: { flows: [{ name: '一般程序', flow: { nodes: 1 } }] } }),
  );
  expect([refused.code, refused.problems]).toEqual(['field_invalid', ['flows: field_invalid']]);
  const rows = await refusalOf(powers.update({ documentId, data: { duties: [{ stage: {} }] } }));
  expect(rows.problems).toEqual(['duties: field_invalid']);
  expect(await powers.findOne({ documentId })).toMatchObject({ duties: POWER.duties });
});

test('an import brings powers, and guides that name them by key', async () => {
  const common = {
    importHash: '1',
    categories: ['plans'],
    publisher: 'zjj',
    responsible: 'office',
    subject: 'other',
    genre: 'other',
    publish: true,
  };
  const { documentId: power } = await department.importDocument({
    ...common,
    importKey: 'power/1',
    type: 'power',
    title: '租赁备案',
    record: {
      ...POWER,
      type: 'power',
      title: undefined,
      statutoryLimit: { amount: 20, unit: 'working_days' },
      promisedLimit: null,
      fees: { charged: false, basis: '', standard: '' },
    },
  });
  const { documentId: guide } = await department.importDocument({
    ...common,
    importKey: 'guide/1',
    type: 'guide',
    title: '租赁备案办事指南',
    record: {
      type: 'guide',
      power: 'power/1',
      targets: ['person'],
      handling: 'promised',
      onlineDepth: 'none',
      visits: 1,
      paysOnline: false,
      deliversByPost: false,
      takesAppointments: false,
      isInServiceHall: true,
    },
  });
  expect((await payloads(String(guide)))[0]).toMatchObject({ kind: 'item_published', record: { power } });
  const again = await department.importDocument({ ...common, importKey: 'power/1', type: 'power', title: '租赁备案' });
  expect(again).toMatchObject({ outcome: 'unchanged', documentId: power });
});

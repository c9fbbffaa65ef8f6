import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkTexts, openWordingModel, textsOfItem } from '../../shared/src/checks/index.ts';
import { WORDING_MODEL } from '../../shared/src/checks/data/wording-model.ts';
import { checkFlow, POWER_KINDS, RISK_LEVELS } from '../../shared/src/flow/index.ts';
import { checkItemRecord, type Power } from '../../shared/src/index.ts';
import { readDemoContent } from './demo-content.ts';
import { readFlow, readLimit, writtenFlowSchema } from './demo-flow.ts';
import { readDemoPowers } from './demo-powers.ts';

const folder = fileURLToPath(new URL('../../cms/demo', import.meta.url));
const entries = readDemoPowers(folder);
const powers = entries.flatMap((entry) => (entry.record.type === 'power' ? [{ ...entry, record: entry.record }] : []));
const guides = entries.flatMap(({ record }) => (record.type === 'guide' ? [record] : []));
const risks = entries.flatMap(({ record }) => (record.type === 'risk_point' ? [record] : []));
const flows = powers.flatMap(({ record }) => record.flows.map(({ flow }) => flow));

describe('the powers of the demo', () => {
  test('there are at least thirty, of every kind and of at least five sections', () => {
    expect(powers.length).toBeGreaterThanOrEqual(30);
    expect(new Set(powers.map(({ record }) => record.kind))).toEqual(new Set(Object.keys(POWER_KINDS)));
    expect(new Set(powers.map(({ responsible }) => responsible)).size).toBeGreaterThanOrEqual(5);
  });

  test('several flows are long, some have variants, and some are for staff', () => {
    expect(flows.filter(({ nodes }) => nodes.length > 20).length).toBeGreaterThanOrEqual(5);
    expect(powers.filter(({ record }) => record.flows.length > 1).length).toBeGreaterThanOrEqual(3);
    expect(flows.filter(({ scope }) => scope === 'internal').length).toBeGreaterThanOrEqual(1);
  });

  test('every kind of adjustment occurs', () => {
    const kinds = new Set(powers.flatMap(({ record }) => record.adjustments.map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(['added', 'cancelled', 'delegated', 'received', 'changed']));
  });

  test('no two have one code', () => {
    const codes = powers.map(({ record }) => record.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('no flow for the public has a problem, and no flow for staff an error', () => {
    const problems = powers.flatMap(({ title, record }) =>
      record.flows.flatMap(({ name, flow }) =>
        checkFlow(flow, limitsOf(record))
          .filter(({ severity }) => flow.scope === 'external' || severity === 'error')
          .map(({ code, message }) => `${title}（${name}） ${code} ${message.zh}`),
      ),
    );
    expect(problems).toEqual([]);
  });
});

test('there are guides and at least a dozen risk points of every level', () => {
  expect(guides.length).toBeGreaterThanOrEqual(15);
  expect(risks.length).toBeGreaterThanOrEqual(12);
  expect(new Set(risks.map(({ level }) => level))).toEqual(new Set(Object.keys(RISK_LEVELS)));
});

test('every application for a licence, a payment or a confirmation, and every public service has a guide', () => {
  const guided = new Set(guides.map(({ power }) => power));
  const onApplication = ['license', 'payment', 'confirmation', 'public_service'];
  const without = powers.filter(
    ({ importKey, record }) => onApplication.includes(record.kind) && !guided.has(importKey),
  );
  expect(without.map(({ title }) => title)).toEqual([]);
});

test('every import key is one entry, and what is named is there', () => {
  const { items, organs, categories } = readDemoContent(folder);
  const keys = items.map(({ importKey }) => importKey);
  expect(new Set(keys).size).toBe(keys.length);

  const known = new Set(keys);
  const named = [...powers.flatMap(({ record }) => record.related), ...[...guides, ...risks].map(({ power }) => power)];
  expect(named.filter((key) => key === null || !known.has(key))).toEqual([]);

  const codes = new Set([...organs, ...categories].map((row) => (row as { code: string }).code));
  expect(
    entries.flatMap((entry) => [entry.responsible, ...entry.categories]).filter((code) => !codes.has(code)),
  ).toEqual([]);
});

test('every risk point lies on a step of its power, which shows it', () => {
  const stepsOf = new Map(
    powers.map(({ importKey, record }) => [importKey, record.flows.flatMap(({ flow }) => flow.nodes)]),
  );
  const lost = risks.filter(({ power, step }) => {
    const node = stepsOf.get(power ?? '')?.find(({ id }) => id === step);
    return node === undefined || node.risks.length === 0;
  });
  expect(lost).toEqual([]);
});

test('nothing keeps a record from being published', () => {
  const problems = entries.flatMap(({ title, record, attachments }) =>
    checkItemRecord(record, { codeScheme: 'free', fileNames: new Set(attachments.map(({ name }) => name)) }).map(
      ({ path, message }) => `${title} ${path} ${message.zh}`,
    ),
  );
  expect(problems).toEqual([]);
});

test('the checks of texts find nothing', () => {
  const context = { model: openWordingModel(WORDING_MODEL) };
  const found = entries.flatMap((entry) =>
    checkTexts(textsOfItem(entry), context).map(
      ({ place, found, message }) => `${entry.title} ${place} ${found} ${message.zh}`,
    ),
  );
  expect(found).toEqual([]);
});

describe('a flow as it is written', () => {
  test('ways are chains, and a condition stands behind the node that it leads to', () => {
    const { flow } = readFlow(
      writtenFlowSchema.parse({
        name: '一般程序',
        nodes: {
          start: { kind: 'start' },
          check: { kind: 'decision', title: '是否齐全', by: '审批科 受理岗' },
          done: { kind: 'end' },
        },
        edges: ['start > check > done 齐全'],
        returns: ['check > start 不齐'],
      }),
      [],
    );
    expect(flow.edges.map(({ from, to, condition, isReturn }) => [from, to, condition, isReturn])).toEqual([
      ['start', 'check', '', false],
      ['check', 'done', '齐全', false],
      ['check', 'start', '不齐', true],
    ]);
    expect(flow.nodes[1]?.actor).toEqual({ section: '审批科', post: '受理岗' });
  });

  test('limits are read as the law writes them, and nothing else is', () => {
    expect(readLimit('20个工作日')).toEqual({ amount: 20, unit: 'working_days', isLeftOut: false });
    expect(readLimit('15日（不计入）')).toEqual({ amount: 15, unit: 'calendar_days', isLeftOut: true });
    for (const written of ['20', '20天', '个工作日', '15日(不计入)']) expect(() => readLimit(written)).toThrow(written);
  });
});

function limitsOf({ kind, statutoryLimit, promisedLimit }: Power) {
  return { kind, statutory: statutoryLimit, promised: promisedLimit };
}

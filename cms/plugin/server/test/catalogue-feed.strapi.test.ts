import { feedPageSchema, type Category, type Organ } from 'disclosure-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CategoryRow, OrganRow } from '../src/content-types/rows.ts';
import { categoryPayload, organPayload } from '../src/domain/payloads.ts';
import { createDepartment, type Department } from './support/demo-department.ts';
import { callerFor, signIn, type Caller } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

const WRITES = 60;
const TYPES = ['category', 'organ'] as const;
type Type = (typeof TYPES)[number];

let cms: RunningCms;
let department: Department;
let admin: Caller;
let node: Caller;

beforeAll(async () => {
  cms = await startCms();
  department = await createDepartment(cms.strapi);
  admin = callerFor(cms, await signIn(cms));
  const { token } = await department.service('site-nodes')['create']!({ name: 'node', audience: 'public' });
  node = callerFor(cms, String(token));
}, 120_000);
afterAll(() => cms.stop());

/** The same numbers in every run (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

async function inFeed(): Promise<Record<Type, (Category | Organ)[]>> {
  const { body } = await node('GET', '/api/disclosure/snapshot');
  const { data } = feedPageSchema.parse(body);
  return {
    category: data.flatMap((change) => (change.kind === 'category_saved' ? [change.payload] : [])),
    organ: data.flatMap((change) => (change.kind === 'organ_saved' ? [change.payload] : [])),
  };
}

async function inTables(): Promise<Record<Type, (Category | Organ)[]>> {
  const read = async <Row>(type: Type): Promise<Row[]> =>
    cms.strapi.db
      .query(`plugin::disclosure.${type}` as never)
      .findMany({ populate: type === 'organ' ? ['parent'] : ['parent', 'responsible'] } as never) as Promise<Row[]>;
  return {
    category: (await read<CategoryRow>('category')).map(categoryPayload),
    organ: (await read<OrganRow>('organ')).map(organPayload),
  };
}

const byId = (list: (Category | Organ)[]) => [...list].sort((a, b) => a.documentId.localeCompare(b.documentId));

test('what the snapshot tells of the catalogue is what the tables hold, whatever was written', async () => {
  const roll = dice(20261127);
  const known: Record<Type, { documentId: string; id: number }[]> = { category: [], organ: [] };
  const outcomes = new Map<number, number>();

  for (let write = 0; write < WRITES; write += 1) {
    const type = TYPES[roll(2)]!;
    const rows = await department.rows(type);
    known[type] = rows.map((row) => ({ documentId: String(row['documentId']), id: Number(row['id']) }));
    const one = known[type][roll(known[type].length)]!;
    const other = known[type][roll(known[type].length)]!;
    const parents = [
      { connect: [other], disconnect: [] },
      { set: [{ documentId: other.documentId }] },
      other.documentId,
      null,
    ];
    const inverses = [{ connect: [other], disconnect: [] }, { set: [other.documentId] }, [other.documentId]];
    const bodies = [
      { parent: parents[roll(parents.length)] },
      { children: inverses[roll(inverses.length)], name: `名称${write}` },
      { documentId: `forged${write}`, name: `名称${write}` },
      { name: `名称${write}`, order: roll(9), createdAt: '2001-01-01T00:00:00.000Z', id: other.id },
    ];
    const path = `/content-manager/collection-types/plugin::disclosure.${type}`;
    const body = bodies[roll(bodies.length)]!;
    const action = roll(8);
    const fresh = {
      ...body,
      code: `code-${write}`,
      name: `条目${write}`,
      ...(type === 'organ' ? { kind: 'section' } : {}),
    };
    const answer =
      action < 2
        ? await admin('POST', path, fresh)
        : action === 2
          ? await admin('DELETE', `${path}/${one.documentId}`)
          : action === 3
            ? await admin('POST', `${path}/clone/${one.documentId}`, fresh)
            : await admin('PUT', `${path}/${one.documentId}`, body);
    outcomes.set(answer.status, (outcomes.get(answer.status) ?? 0) + 1);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);

    const [told, held] = [await inFeed(), await inTables()];
    for (const each of TYPES) expect(byId(told[each])).toEqual(byId(held[each]));
  }
  expect((outcomes.get(200) ?? 0) + (outcomes.get(201) ?? 0)).toBeGreaterThan(WRITES / 3);
}, 120_000);

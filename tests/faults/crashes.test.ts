import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/department.ts';
import { draftOf, type Places } from '../support/drafts.ts';
import { EditorError, type Editor } from '../support/editor.ts';
import { differences, publishedState } from '../support/equality.ts';
import { randomFrom } from '../support/random.ts';
import { openOffice, type Office } from './support/own-office.ts';

const CHANGES = 300;
const KILLS = 12;

let office: Office;
let editor: Editor;
let places: Places;

beforeAll(async () => {
  office = await openOffice();
  ({ editor, places } = office);
});

afterAll(() => office.close());

test('the site equals the CMS after either or both were killed at random moments during 300 changes', async () => {
  const random = randomFrom(20_261_123);
  const killAt = new Set(Array.from({ length: KILLS }, () => Math.floor(random() * CHANGES)));
  const live: string[] = [];

  for (let change = 0; change < CHANGES; change += 1) {
    const killing = killAt.has(change) ? killSome(random) : null;
    try {
      await changeSomething(change, live, random);
    } catch (error) {
      // A request that met the kill: what became of it is for the comparison at the end to judge.
      if (error instanceof EditorError && error.status < 500) throw error;
    }
    await killing;
  }

  const state = await publishedState(office);
  const last = Math.max(...state.map(({ seq }) => seq));
  await until('the site has caught up', async () => {
    const { position } = (await (await fetch(`${office.site.url}/health`)).json()) as { position: number };
    return position >= last;
  });
  expect(await differences(office)).toEqual([]);

  const numbers = state.flatMap((each) => ('indexNo' in each.payload ? [each.payload.indexNo] : []));
  expect(new Set(numbers).size, 'no index number is given twice').toBe(numbers.length);
}, 400_000);

async function changeSomething(change: number, live: string[], random: () => number): Promise<void> {
  if (live.length > 5 && random() < 0.35) {
    const [documentId = ''] = live.splice(Math.floor(random() * live.length), 1);
    return editor.withdraw(documentId, 'inaccurate');
  }
  const documentId = await editor.write(draftOf(`关于第${change}次变更的通知`, places));
  await editor.publish(documentId);
  live.push(documentId);
}

/** Kills the CMS, the site or both a moment from now, and starts them again. */
async function killSome(random: () => number): Promise<void> {
  const victims = [[office.cms], [office.site], [office.cms, office.site]][Math.floor(random() * 3)] ?? [];
  await sleep(random() * 120);
  await Promise.all(victims.map((victim) => victim.kill()));
  await Promise.all(victims.map((victim) => victim.start()));
}

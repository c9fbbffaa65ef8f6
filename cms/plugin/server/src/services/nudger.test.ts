import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SiteNodeRow } from '../content-types/rows.ts';
import { Nudger } from './nudger.ts';

const node = { documentId: 'n1', nudgeUrl: 'https://node.test/_disclosure/nudge', nudgeKey: 'ab' } as SiteNodeRow;

/** A node that answers as it is told and keeps what it was sent. */
class FakeNode {
  readonly received: number[] = [];
  readonly asked: unknown[] = [];
  status = 204;
  readonly fetch: typeof globalThis.fetch = async (_url, init) => {
    const { last, inspect } = JSON.parse(String(init?.body)) as { last: number; inspect?: boolean };
    this.received.push(last);
    this.asked.push(inspect);
    if (this.status === 0) throw new TypeError('fetch failed');
    return new Response(null, { status: this.status });
  };
}

let fake: FakeNode;
let nudger: Nudger;

beforeEach(() => {
  vi.useFakeTimers();
  fake = new FakeNode();
  nudger = new Nudger({ loadNodes: async () => [node], warn: () => {}, fetch: fake.fetch });
});
afterEach(() => {
  nudger.stop();
  vi.useRealTimers();
});

test('a nudge is given again until the node has reported the position', async () => {
  nudger.notify(7);
  await vi.advanceTimersByTimeAsync(600);
  expect(fake.received).toEqual([7, 7]);
  nudger.reached('n1', 7);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(fake.received).toEqual([7, 7]);
  expect(nudger.stateOf('n1')).toEqual({ kind: 'idle' });
});

test('what happens during a nudge goes with the next one', async () => {
  nudger.notify(1);
  for (const last of [2, 3, 4]) nudger.notify(last);
  await vi.advanceTimersByTimeAsync(0);
  expect(fake.received.at(-1)).toBe(4);
  expect(fake.received.length).toBeLessThanOrEqual(2);
});

test('a node that does not answer is given up after ten tries, and tried again when something new happens', async () => {
  fake.status = 0;
  nudger.notify(1);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(fake.received).toHaveLength(10);
  expect(nudger.stateOf('n1')).toEqual({ kind: 'given_up', problem: 'TypeError' });
  fake.status = 204;
  nudger.notify(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(fake.received.at(-1)).toBe(2);
});

test('a refusal is shown to administrators', async () => {
  fake.status = 401;
  nudger.notify(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(nudger.stateOf('n1')).toEqual({ kind: 'waiting', tries: 1, problem: 'HTTP 401' });
});

test('nothing is sent after the end', async () => {
  nudger.notify(1);
  nudger.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(fake.received).toEqual([]);
});

test('a database that cannot be read stops no publication', async () => {
  const broken = new Nudger({ loadNodes: () => Promise.reject(new Error('down')), warn: () => {} });
  expect(() => broken.notify(1)).not.toThrow();
  await vi.advanceTimersByTimeAsync(0);
});

test('an inspection is asked for until a nudge has brought it, and once', async () => {
  const asked = () => fake.asked.filter((inspect) => inspect === true).length;
  nudger.reached('n1', 7);
  fake.status = 0;
  nudger.askForInspection('n1', 7);
  await vi.advanceTimersByTimeAsync(600);
  nudger.reached('n1', 7);
  expect(asked()).toBe(2);
  fake.status = 204;
  await vi.advanceTimersByTimeAsync(10_000);
  nudger.reached('n1', 7);
  const before = asked();
  nudger.notify(8);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked()).toBe(before);
  expect(fake.asked.at(-1)).toBeUndefined();
});

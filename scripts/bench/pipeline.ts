import { setTimeout as sleep } from 'node:timers/promises';
import { addresses } from 'disclosure-contract';
import { approve } from '../seed/review-round.ts';
import type { AdminClient } from './admin-client.ts';
import { AIMS } from './aims.ts';
import { makeItem, makeSentence, type MadeItem } from './dataset.ts';
import { documentIdOf } from './fill-items.ts';
import { spreadOf } from './measure.ts';
import type { Portal } from './portal.ts';
import type { Row } from './report.ts';
import { Visitor, type Seen } from './visitor.ts';

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';

interface Draft {
  readonly documentId: string;
  readonly path: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly title: string;
}

/** Milliseconds from sending the request, and from the CMS's answer, until the public sees it. */
interface Timing {
  readonly fromRequest: number;
  readonly fromAnswer: number;
  readonly answer: number;
}

interface Settled {
  readonly pages: number;
  readonly durationMs: number;
}

/** From the editor's click to the public page, on a CMS and a node that hold all items. */
export async function measurePipeline(portal: Portal): Promise<Row[]> {
  const { bench } = portal;
  const { changes } = bench.options;
  const fillSeconds = await portal.fill();
  const admin = await portal.startCms();
  const syncSeconds = await portal.startSite({ isFresh: true });
  const { peakMB: syncMemory, cpuSeconds: syncCpu } = portal.site.usage;
  const pages = (await portal.health())?.pages ?? 0;
  bench.say(`empty node ready after ${syncSeconds.toFixed(1)} s with ${pages} pages, ${syncMemory.toFixed(0)} MB`);

  const visitor = new Visitor(portal.siteUrl);
  try {
    const drafts = await makeDrafts(admin, changes, bench.options.items);
    const approveAll = (those: readonly Draft[]) =>
      each(those, ({ documentId }) => approve(documentId, admin, (role) => portal.colleague(role)));
    bench.say(`having ${changes} items approved`);
    await approveAll(drafts);
    bench.say(`publishing ${changes} items one after the other`);
    const settled: Settled[] = [];
    const published = await each(drafts, async (draft) => {
      const timing = await publish(
        admin,
        visitor,
        draft,
        ({ status, body }) => status === 200 && body.includes(draft.title),
      );
      settled.push(await receiptOf(admin, draft.documentId));
      return timing;
    });
    bench.say(`withdrawing ${changes} items one after the other`);
    const withdrawn = await each(drafts, async (draft) => {
      const act = () => admin.post(`/disclosure/items/${draft.documentId}/withdraw`, { reason: 'inaccurate' });
      const timing = await measured(act, visitor, draft.path, ({ status }) => status === 410);
      await receiptOf(admin, draft.documentId);
      return timing;
    });
    const updates = Math.max(1, Math.floor(changes / 4));
    const versions = updatesOf(updates, bench.options.items);
    await each(versions, ({ documentId, form }) => admin.call('PUT', `${ITEMS}/${documentId}`, form));
    await approveAll(versions);
    bench.say(`publishing new versions of ${updates} items`);
    const updated = await each(versions, async (draft) => {
      const timing = await publish(
        admin,
        visitor,
        draft,
        ({ status, body }) => status === 200 && body.includes(draft.title),
      );
      settled.push(await receiptOf(admin, draft.documentId));
      return timing;
    });

    const nudges = await nudgeProblem(admin);
    return [
      { metric: 'filling the CMS (generated items)', unit: 's', ours: fillSeconds, aim: AIMS.fillSeconds },
      { metric: 'an empty node until everything is shown', unit: 's', ours: syncSeconds, aim: AIMS.syncSeconds },
      { metric: '… processor time of the node', unit: 's', ours: syncCpu },
      { metric: '… pages made', unit: 'pages', ours: pages },
      { metric: '… peak memory of the node', unit: 'MB', ours: syncMemory },
      ...timingRows('publish until visible', published, AIMS.visibleP95Ms, nudges),
      ...timingRows('withdraw until 410', withdrawn, AIMS.goneP95Ms),
      ...timingRows('publish a new version until visible', updated, AIMS.visibleP95Ms),
      {
        metric: 'pages touched by a publication, p50',
        unit: 'pages',
        ours: spreadOf(settled.map((each) => each.pages)).p50,
      },
      { metric: '… all of them in place, p95', unit: 'ms', ours: spreadOf(settled.map((each) => each.durationMs)).p95 },
      { metric: 'memory of the node after all changes', unit: 'MB', ours: portal.site.usage.peakMB },
    ];
  } finally {
    visitor.close();
  }
}

/** Without nudges a node sees changes when it asks by itself, and the figures say how often it asks. */
async function nudgeProblem(admin: AdminClient): Promise<string | null> {
  const { data } = await admin.get<{ data: { nodes: { nudge: { problem?: string | null } }[] } }>('/disclosure/status');
  const problem = data.nodes.find((node) => node.nudge.problem)?.nudge.problem;
  return problem ? `the last nudge failed (${problem}): the node saw changes when it asked by itself` : null;
}

function timingRows(name: string, timings: readonly Timing[], aim: number, note: string | null = null): Row[] {
  const whole = spreadOf(timings.map((timing) => timing.fromRequest));
  const after = spreadOf(timings.map((timing) => timing.fromAnswer));
  const answer = spreadOf(timings.map((timing) => timing.answer));
  return [
    { metric: `${name}, p50`, unit: 'ms', ours: whole.p50, ...(note === null ? {} : { note }) },
    { metric: `${name}, p95`, unit: 'ms', ours: whole.p95, aim },
    { metric: `${name}, p99`, unit: 'ms', ours: whole.p99 },
    { metric: `… of that until the CMS answered, p50`, unit: 'ms', ours: answer.p50 },
    { metric: `… and after its answer, p50`, unit: 'ms', ours: after.p50 },
    { metric: `… and after its answer, p95`, unit: 'ms', ours: after.p95 },
  ];
}

async function each<Value, Result>(
  values: readonly Value[],
  act: (value: Value) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const value of values) results.push(await act(value));
  return results;
}

/** Publishes as the panel does: the form comes along with the request. */
function publish(
  admin: AdminClient,
  visitor: Visitor,
  draft: Draft,
  isThere: (seen: Seen) => boolean,
): Promise<Timing> {
  return measured(
    () => admin.post(`${ITEMS}/${draft.documentId}/actions/publish`, draft.form),
    visitor,
    draft.path,
    isThere,
  );
}

async function measured(
  act: () => Promise<unknown>,
  visitor: Visitor,
  path: string,
  isThere: (seen: Seen) => boolean,
): Promise<Timing> {
  const sentAt = performance.now();
  const answered = act().then(() => performance.now());
  const [answeredAt, seenAt] = await Promise.all([answered, visitor.waitFor(path, isThere)]);
  return { fromRequest: seenAt - sentAt, fromAnswer: Math.max(0, seenAt - answeredAt), answer: answeredAt - sentAt };
}

/** Waits until the node has brought everything in line and said so; the next change meets a node at rest. */
async function receiptOf(admin: AdminClient, documentId: string): Promise<Settled> {
  for (;;) {
    const { data } = await admin.get<{
      data: { receipts: { pages: number | null; durationMs: number | null; problem: string | null }[] };
    }>(`/disclosure/items/${documentId}/publication`);
    const [receipt] = data.receipts;
    if (receipt?.problem) throw new Error(`The node could not settle a change: ${receipt.problem}`);
    if (typeof receipt?.pages === 'number') return { pages: receipt.pages, durationMs: receipt.durationMs ?? 0 };
    await sleep(20);
  }
}

async function makeDrafts(admin: AdminClient, count: number, items: number): Promise<Draft[]> {
  const codes = new Map<string, string>();
  for (const type of ['category', 'organ']) {
    const { results } = await admin.get<{ results: { code: string; documentId: string }[] }>(
      `/content-manager/collection-types/plugin::disclosure.${type}?page=1&pageSize=100`,
    );
    for (const { code, documentId } of results) codes.set(code, documentId);
  }
  const connect = (list: readonly string[]) => ({
    connect: list.map((code) => ({ documentId: codes.get(code) })),
    disconnect: [],
  });
  const run = Date.now().toString(36);
  const drafts: Draft[] = [];
  for (let at = 0; at < count; at += 1) {
    const made = makeItem(items + at, items + count);
    const slug = `bench-${run}-${at}`;
    const title = `${made.title}（${run}-${at}）`;
    const form = { ...formOf(made), title, slug };
    const { data } = await admin.post<{ data: { documentId: string } }>(ITEMS, {
      ...form,
      categories: connect(made.categories),
      publisher: connect([made.publisher]),
      responsible: connect([made.responsible]),
    });
    drafts.push({ documentId: data.documentId, path: addresses.item(slug), form, title });
  }
  return drafts;
}

/** Filled items, spread over all years, each with a sentence more than before. */
function updatesOf(count: number, items: number): Draft[] {
  const run = Date.now();
  return Array.from({ length: count }, (_, at) => {
    const made = makeItem(Math.floor(((at + 0.5) * items) / count), items);
    const sentence = `${makeSentence(run + at)}（补充说明${run}-${at}）`;
    const form = { ...formOf(made), slug: made.slug, body: `${made.body}<p>${sentence}</p>` };
    return { documentId: documentIdOf(made.index), path: addresses.item(made.slug), form, title: sentence };
  });
}

function formOf(made: MadeItem): Record<string, unknown> {
  const { title, body, abstract, keywords, docNo, subject, genre, legalBases, writtenOn } = made;
  return {
    ...{ title, body, abstract, keywords, docNo, subject, genre, legalBases, writtenOn },
    disclosureMode: 'proactive',
    scope: 'public',
    channels: ['website'],
    language: 'zh-CN',
  };
}

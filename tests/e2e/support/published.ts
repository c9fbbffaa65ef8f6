import { feedPageSchema, type Change, type Item } from 'disclosure-contract';
import { until } from '../../support/department.ts';
import type { SharedDemo } from './shared-demo.ts';

/** Everything that is public, read the way a new node reads it. */
export async function publishedChanges({ cmsUrl, secrets }: SharedDemo): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after = 0; ;) {
    const answer = await fetch(`${cmsUrl}/api/disclosure/snapshot?after=${after}&limit=500`, {
      headers: { authorization: `Bearer ${secrets.NODE_TOKEN}` },
    });
    const { data, meta } = feedPageSchema.parse(await answer.json());
    changes.push(...data);
    after = meta.through;
    if (meta.through >= meta.last) return changes;
  }
}

export function itemsIn(changes: readonly Change[]): Item[] {
  return changes.flatMap((change) => (change.kind === 'item_published' ? [change.payload] : []));
}

/** Waits until an address answers as it should; fails with what it answered last. */
export async function untilStatus(url: string, status: number, patienceMs = 30_000): Promise<number> {
  let last = 0;
  try {
    return await until(
      `${url} answers ${status}`,
      async () => {
        last = (await fetch(url, { redirect: 'manual' })).status;
        return last === status;
      },
      patienceMs,
    );
  } catch (cause) {
    throw new Error(`${url} still answers ${last} and not ${status}`, { cause });
  }
}

interface Health {
  readonly state: string;
  readonly position: number;
  readonly last: number;
}

/** Waits until a node shows everything that it knows of. */
export async function untilReady(siteUrl: string): Promise<void> {
  await until(
    `${siteUrl} is ready`,
    async () => {
      const health = (await (await fetch(`${siteUrl}/health`)).json()) as Health;
      return health.state === 'ready' && health.position > 0 && health.position >= health.last;
    },
    120_000,
  );
}

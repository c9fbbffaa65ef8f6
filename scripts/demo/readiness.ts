import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';
import type { Settings } from './settings.mjs';

const PATIENCE_MS = 180_000;
const ASK_EVERY_MS = 250;

/** Waits until the CMS answers. */
export async function cmsReady(settings: Settings): Promise<void> {
  await until('CMS', async () => {
    const answer = await fetch(`${settings.cmsUrl}/_health`, { signal: AbortSignal.timeout(2000) });
    return answer.status === 204 ? null : `HTTP ${answer.status}`;
  });
}

/** Waits until the site shows everything that the CMS has published. */
export async function siteReady(settings: Settings, nodeToken: string): Promise<void> {
  await until('site', async () => {
    const answer = await fetch(`http://127.0.0.1:${settings.sitePort}/health`, { signal: AbortSignal.timeout(2000) });
    if (!answer.headers.get('content-type')?.includes('json')) return `HTTP ${answer.status}`;
    const { state, position } = (await answer.json()) as { state: string; position: number };
    const last = await lastOfFeed(settings, nodeToken);
    return state === 'ready' && position === last ? null : `${state}, ${position} of ${last} changes`;
  });
}

async function lastOfFeed(settings: Settings, nodeToken: string): Promise<number> {
  const answer = await fetch(`${settings.cmsUrl}/api/disclosure/changes?after=0&limit=1`, {
    headers: { authorization: `Bearer ${nodeToken}` },
    signal: AbortSignal.timeout(5000),
  });
  if (!answer.ok) throw new Error(`the feed answers HTTP ${answer.status}`);
  const { meta } = (await answer.json()) as { meta: { last: number } };
  return meta.last;
}

/** Asks again and again; `ask` gives null when all is well, else what is missing. */
async function until(name: string, ask: () => Promise<string | null>): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  let missing: string | null = 'no answer';
  for (;;) {
    try {
      missing = await ask();
    } catch (error) {
      missing = error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : 'no answer';
    }
    if (missing === null) return;
    if (Date.now() > giveUpAt) break;
    await sleep(ASK_EVERY_MS);
  }
  throw new Refusal(
    `等了 ${PATIENCE_MS / 1000} 秒，${name} 仍未就绪（${missing}），请查看数据目录下 log/ 中的记录`,
    `The ${name} is not ready after ${PATIENCE_MS / 1000} s (${missing}): see the logs in log/ of the data directory`,
  );
}

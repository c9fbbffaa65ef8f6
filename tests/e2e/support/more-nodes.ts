import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { department } from '../../support/department.ts';
import { freePort } from '../../support/free-port.ts';
import type { AdminApi } from './admin-api.ts';
import { untilReady } from './published.ts';
import type { SharedDemo } from './shared-demo.ts';

export interface FurtherNode {
  readonly url: string;
  readonly port: number;
  /** What it writes is below `site/` in here. */
  readonly dataDir: string;
  stop(): Promise<void>;
  /** Stops it and takes it off the CMS. */
  remove(): Promise<void>;
}

export interface FurtherNodeInput {
  readonly name: string;
  readonly audience: 'public' | 'staff';
  /** Where the CMS nudges it; by default where it listens. */
  readonly nudgeUrl?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Another site node of the demo, registered as an administrator does it, with a token, folder and port of its own. */
export async function startFurtherNode(
  demo: SharedDemo,
  admin: AdminApi,
  input: FurtherNodeInput,
): Promise<FurtherNode> {
  const { name, audience, env = {} } = input;
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-node-'));
  const { data } = await admin.ask<{ data: { id: string; token: string } }>('POST', '/disclosure/nodes', {
    name,
    audience,
    nudgeUrl: input.nudgeUrl ?? `http://127.0.0.1:${port}/_disclosure/nudge`,
  });
  const { site } = await department({
    dataDir: demo.dataDir,
    secrets: { ...demo.secrets, NODE_TOKEN: data.token },
    cmsPort: Number(new URL(demo.cmsUrl).port),
    sitePort: port,
    siteDataDir: dataDir,
    siteEnv: env,
  });
  const remove = async () => {
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
    await admin.ask('DELETE', `/disclosure/nodes/${data.id}`);
  };
  try {
    await site.start();
    await untilReady(site.url);
  } catch (error) {
    await remove();
    throw error;
  }
  return { url: site.url, port, dataDir, stop: () => site.stop(), remove };
}

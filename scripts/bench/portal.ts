import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cmsEnvironment, siteEnvironment } from '../demo/environment.ts';
import { cmsReady } from '../demo/readiness.ts';
import { keptSecrets, type Secrets } from '../demo/secrets.ts';
import { loginOf, readLogins } from '../demo/seed.ts';
import { root, type Settings } from '../demo/settings.mjs';
import { SUPER_ADMIN } from '../seed/posts.ts';
import { AdminClient } from './admin-client.ts';
import { DATASET_VERSION } from './dataset.ts';
import { programOf, type Running, type Workbench } from './workbench.ts';

interface Filled {
  readonly items: number;
  readonly version: number;
  readonly seconds: number;
}

interface Health {
  readonly state: string;
  readonly position: number;
  readonly last: number;
  readonly pages: number;
}

/** The product as it runs: the filled CMS, and a site node that follows it. */
export class Portal {
  readonly bench: Workbench;
  readonly settings: Settings;
  readonly secrets: Secrets;
  admin: AdminClient | null = null;
  #cms: Running | null = null;
  #site: Running | null = null;
  #siteUrl: string;
  readonly #colleagues = new Map<string, AdminClient>();

  constructor(bench: Workbench, settings: Settings) {
    this.bench = bench;
    this.settings = settings;
    this.secrets = keptSecrets(settings.dataDir);
    this.#siteUrl = SITE_URL;
  }

  get siteUrl(): string {
    return `http://127.0.0.1:${this.settings.sitePort}`;
  }

  get siteFolder(): string {
    return join(this.settings.dataDir, 'site');
  }

  get site(): Running {
    if (this.#site === null) throw new Error('The site node is not running');
    return this.#site;
  }

  /** Fills the CMS's database unless a run in the same folder did. Gives the seconds that it took. */
  async fill(): Promise<number> {
    const { bench, settings, secrets } = this;
    const { items } = bench.options;
    const filled = bench.noted<Filled>('filled');
    if (filled?.items === items && filled.version === DATASET_VERSION) return filled.seconds;
    bench.say(`filling the CMS with ${items} items`);
    for (const folder of ['cms', 'site']) rmSync(join(settings.dataDir, folder), { recursive: true, force: true });
    const { seconds } = await bench.runToEnd({
      name: 'fill',
      command: process.execPath,
      args: [join(root, 'scripts/bench/fill-cms.ts')],
      cwd: join(root, 'cms'),
      env: {
        ...cmsEnvironment(process.env, settings, secrets),
        NODE_TOKEN: secrets.NODE_TOKEN,
        BENCH_ITEMS: String(items),
      },
    });
    bench.note<Filled>('filled', { items, version: DATASET_VERSION, seconds });
    bench.say(`filled in ${seconds.toFixed(0)} s; one more item through the gate left the same state`);
    return seconds;
  }

  /** Whoever has a role. Each signs in once: Strapi lets one person do so five times in five minutes. */
  colleague(role: string): AdminClient {
    const { cmsUrl, dataDir } = this.settings;
    const known = this.#colleagues.get(role) ?? new AdminClient(cmsUrl, loginOf(readLogins(dataDir), role));
    this.#colleagues.set(role, known);
    return known;
  }

  async startCms(): Promise<AdminClient> {
    if (this.admin !== null) return this.admin;
    await this.fill();
    const { bench, settings, secrets } = this;
    this.#cms = await bench.start({
      name: 'cms',
      command: process.execPath,
      args: [...bench.profileArgs('cms'), programOf('@strapi/strapi/bin/strapi.js'), 'start'],
      cwd: join(root, 'cms'),
      env: cmsEnvironment(process.env, settings, secrets),
    });
    await Promise.race([cmsReady(settings), this.#cms.death]);
    this.admin = this.colleague(SUPER_ADMIN.role);
    const { data } = await this.admin.get<{ data: { nodes: { id: string }[] } }>('/disclosure/status');
    const nudgeUrl = `${this.siteUrl}/_disclosure/nudge`;
    for (const { id } of data.nodes) await this.admin.call('PUT', `/disclosure/nodes/${id}`, { nudgeUrl });
    return this.admin;
  }

  /** Starts a node on what is in its folder and waits until it shows everything. Gives the seconds that it took. */
  async startSite({
    siteUrl = SITE_URL,
    isFresh = false,
  }: { siteUrl?: string; isFresh?: boolean } = {}): Promise<number> {
    if (this.#site !== null && this.#siteUrl === siteUrl && !isFresh) return 0;
    await this.startCms();
    await this.stopSite();
    if (isFresh) rmSync(this.siteFolder, { recursive: true, force: true });
    const { bench, settings, secrets } = this;
    const isEmpty = !existsSync(this.siteFolder);
    if (isEmpty) bench.say('an empty site node reads the feed and makes its pages');
    const startedAt = performance.now();
    const environment = siteEnvironment(process.env, { ...settings, siteUrl }, secrets);
    this.#siteUrl = siteUrl;
    this.#site = await bench.start({
      name: 'site',
      command: process.execPath,
      args: [...bench.profileArgs('site'), 'server.ts'],
      cwd: join(root, 'site'),
      env: environment,
    });
    await Promise.race([this.#isReady(), this.#site.death]);
    return (performance.now() - startedAt) / 1000;
  }

  async stopSite(): Promise<void> {
    await this.#site?.stop();
    this.#site = null;
  }

  async stop(): Promise<void> {
    await this.stopSite();
    await this.#cms?.stop();
    this.#cms = null;
    this.admin = null;
  }

  async health(): Promise<Health | null> {
    try {
      const answer = await fetch(`${this.siteUrl}/health`, { signal: AbortSignal.timeout(60_000) });
      return (await answer.json()) as Health;
    } catch {
      return null;
    }
  }

  async #isReady(): Promise<void> {
    let shownAt = Date.now();
    for (;;) {
      const health = await this.health();
      if (health?.state === 'ready' && health.position === health.last && health.last > 0) return;
      if (Date.now() - shownAt > 15_000) {
        shownAt = Date.now();
        this.bench.say(
          `  site: ${health === null ? 'no answer yet' : `${health.state}, change ${health.position} of ${health.last}`}`,
        );
      }
      await sleep(100);
    }
  }
}

/** The public address that pages are made for; it does not depend on the ports of a run. */
export const SITE_URL = 'https://zjj.bench.example';

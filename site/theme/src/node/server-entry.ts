import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { createApp } from 'astro/app/entrypoint';
import { DisclosureError } from 'disclosure-contract';
import { checkInThread } from './content-check.ts';
import { siteServer } from './http-server.ts';
import { inspectInThread } from './inspection-thread.ts';
import { consoleLog } from './log.ts';
import { markAsPublishing, tagsOf } from './page-cache.ts';
import { printInThread } from './press-thread.ts';
import type { Rendered } from './publisher.ts';
import { setRunningNode } from './running-node.ts';
import { readSettings } from './settings.ts';
import { SiteNode } from './site-node.ts';
import { sweepInThread } from './sweep-thread.ts';
import type { DisclosureLocals } from './views.ts';

export interface RunningSite {
  /** Where it listens, as an address for a browser on this machine. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The built pages, rendered by address, past the page store. */
function pageRenderer(): (path: string, locals: DisclosureLocals) => Promise<Rendered> {
  const app = createApp({ streaming: false });
  return async (path, locals) => {
    const request = markAsPublishing(new Request(`${locals.siteUrl}${path}`));
    const response = await app.render(request, { locals: { disclosure: locals } });
    const tags = tagsOf(response);
    if (response.status !== 200 || tags.length === 0) return { kind: 'no_page', status: response.status };
    return {
      kind: 'page',
      body: Buffer.from(await response.arrayBuffer()),
      contentType: response.headers.get('content-type') ?? 'text/html',
      tags,
    };
  };
}

/**
 * Starts the site node and its server from environment variables (see the settings in the theme's README). Throws
 * `config_invalid` when a setting is wrong, the port is taken or another process uses the folder.
 */
export async function start(env: Readonly<Record<string, string | undefined>> = process.env): Promise<RunningSite> {
  const settings = readSettings(env);
  const app = createApp({ streaming: false });
  const serverFolder = folderOfBuild();

  const node = new SiteNode({
    settings,
    buildId: hashOfFolder(serverFolder, settings.siteUrl),
    render: pageRenderer(),
    threadModule: pathToFileURL(join(serverFolder, 'entry.mjs')),
    log: consoleLog,
  });
  const server = siteServer({
    node,
    settings,
    clientFolder: join(serverFolder, '..', 'client'),
    respond: (target, shown) =>
      app.render(new Request(`${settings.siteUrl}${target}`), { locals: { disclosure: { ...node.locals, ...shown } } }),
    log: consoleLog,
  });
  setRunningNode(node);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new DisclosureError(
          'config_invalid',
          `Cannot listen on ${settings.host}:${settings.port}: ${error.code ?? error.name}`,
          {},
          { cause: error },
        ),
      );
    });
    server.listen(settings.port, settings.host, resolve);
  });
  node.start();

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      });
      await node.stop();
      setRunningNode(null);
    },
  };
}

/** The folder of the built server: this module is in it or in one of its own folders. */
function folderOfBuild(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!readdirSync(folder).includes('entry.mjs')) folder = dirname(folder);
  return folder;
}

/** Two builds of the same templates for the same address are the same, so a restart makes no page anew. */
function hashOfFolder(folder: string, siteUrl: string): string {
  const hash = createHash('sha256').update(siteUrl);
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

// What takes long loads this module in a thread of its own.
if (!isMainThread) {
  printInThread(pageRenderer);
  checkInThread();
  inspectInThread();
  sweepInThread();
}

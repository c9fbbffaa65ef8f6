import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addresses } from 'disclosure-contract';
import { buildEnvironment } from '../demo/environment.ts';
import { root } from '../demo/settings.mjs';
import { installMissing } from '../test/machine.ts';
import { AIMS } from './aims.ts';
import { makeItem } from './dataset.ts';
import { requestsPerSecond, type Target } from './load.ts';
import type { Portal } from './portal.ts';
import type { Row } from './report.ts';
import { Visitor } from './visitor.ts';
import { freePort, programOf, type Running, type Workbench } from './workbench.ts';

const NODE_ADAPTER = '@astrojs/node@11.1.6';

/** One stored page under load: our server, Astro's own, and nginx in front of either's file. */
export async function measureServer(portal: Portal): Promise<Row[]> {
  const { bench } = portal;
  await installMissing(['nginx', 'load generator']);
  await portal.startSite();
  const path = addresses.item(makeItem(Math.floor(bench.options.items / 2), bench.options.items).slug);
  const visitor = new Visitor(portal.siteUrl);
  const page = await visitor.get(path);
  visitor.close();
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);

  const started: Running[] = [];
  const targets: Target[] = [{ name: 'our server', url: `${portal.siteUrl}${path}` }];
  try {
    const astro = await startAstro(bench, page.body);
    if (astro !== null) {
      started.push(astro.running);
      targets.push({ name: '@astrojs/node', url: astro.url });
    }
    const nginx = await startNginx(portal, path, page.body);
    started.push(nginx.running);
    targets.push({ name: 'nginx before us', url: nginx.ours }, { name: 'nginx, a plain file', url: nginx.plain });
    bench.say('one stored page under load, ten connections');
    const rates = await requestsPerSecond(bench, targets);
    return [
      {
        metric: 'a stored page: our server / @astrojs/node',
        unit: 'requests/s',
        ours: rates.get('our server') ?? null,
        ordinary: rates.get('@astrojs/node') ?? null,
        aim: AIMS.storedPageRequestsPerSecond,
        ...(astro === null
          ? { note: `${NODE_ADAPTER} could not be installed, so there is nothing to compare with` }
          : {}),
      },
      {
        metric: 'nginx on the page store / nginx on a plain file',
        unit: 'requests/s',
        ours: rates.get('nginx before us') ?? null,
        ordinary: rates.get('nginx, a plain file') ?? null,
      },
    ];
  } finally {
    await Promise.all(started.map((running) => running.stop()));
  }
}

/** The same HTML as a prerendered page of @astrojs/node's own server. */
async function startAstro(bench: Workbench, html: string): Promise<{ running: Running; url: string } | null> {
  const folder = bench.path('astro-node');
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  const adapter = await findAdapter(bench, folder);
  if (adapter === null) return null;
  writeFileSync(join(folder, 'src/page.json'), JSON.stringify(html.replace(/^<!doctype html>/i, '')));
  writeFileSync(
    join(folder, 'src/pages/index.astro'),
    `---\nimport html from '../page.json';\nexport const prerender = true;\n---\n<Fragment set:html={html} />\n`,
  );
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    `import node from '@astrojs/node';\nexport default { output: 'server', adapter: node({ mode: 'standalone' }), session: false };\n`,
  );
  await bench.runToEnd({
    name: 'astro-node-build',
    command: process.execPath,
    args: [programOf('astro/bin/astro.mjs'), 'build'],
    cwd: folder,
    env: buildEnvironment(process.env),
  });
  const port = await freePort();
  const running = await bench.start({
    name: 'astro-node',
    command: process.execPath,
    args: ['dist/server/entry.mjs'],
    cwd: folder,
    env: { ...buildEnvironment(process.env), HOST: '127.0.0.1', PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}/`;
  await Promise.race([answers(url), running.death]);
  return { running, url };
}

/** The adapter is no dependency of the product: taken from the project where it is installed, else fetched into the temporary folder. */
async function findAdapter(bench: Workbench, folder: string): Promise<string | null> {
  const own = join(folder, 'node_modules');
  if (existsSync(programOf('@astrojs/node'))) {
    if (!existsSync(own)) symlinkSync(join(root, 'node_modules'), own);
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    return own;
  }
  if (existsSync(join(own, '@astrojs/node'))) return own;
  bench.say(`installing ${NODE_ADAPTER} into the temporary folder`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  try {
    await bench.runToEnd({
      name: 'npm-install',
      command: 'npm',
      args: ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', '--ignore-scripts', NODE_ADAPTER],
      cwd: folder,
      env: buildEnvironment(process.env),
    });
  } catch {
    return null;
  }
  symlinkSync(programOf('astro'), join(own, 'astro'));
  return own;
}

interface Nginx {
  readonly running: Running;
  readonly ours: string;
  readonly plain: string;
}

/** nginx with the file that operators copy, before our node; and the same nginx on one file. */
async function startNginx(portal: Portal, path: string, html: string): Promise<Nginx> {
  const { bench } = portal;
  const folder = bench.path('nginx');
  mkdirSync(join(folder, 'plain'), { recursive: true });
  writeFileSync(join(folder, 'plain/index.html'), html);
  const [ours, plain] = [await freePort(), await freePort()];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${plain};
    root ${folder}/plain;
  }
${asOperatorsSetIt({
  LISTEN: String(ours),
  SERVER_NAME: '127.0.0.1',
  DATA_DIR: portal.settings.dataDir,
  SITE_PORT: String(portal.settings.sitePort),
})}
}
`,
  );
  const running = await bench.start({
    name: 'nginx',
    command: 'nginx',
    args: ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'],
    cwd: folder,
    env: process.env,
  });
  const urls = { ours: `http://127.0.0.1:${ours}${path}`, plain: `http://127.0.0.1:${plain}/index.html` };
  await Promise.race([Promise.all([answers(urls.ours), answers(urls.plain)]), running.death]);
  return { running, ...urls };
}

function asOperatorsSetIt(values: Readonly<Record<string, string>>): string {
  const file = readFileSync(join(root, 'docs/operations/nginx.conf'), 'utf8');
  return file.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? name);
}

async function answers(url: string): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    const status = await fetch(url).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (Date.now() > giveUpAt) throw new Error(`${url} does not answer: HTTP ${status}`);
    await sleep(50);
  }
}

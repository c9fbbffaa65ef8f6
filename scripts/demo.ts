import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStale } from './demo/build.ts';
import { Children, type Child } from './demo/children.ts';
import { buildEnvironment, cmsEnvironment, siteEnvironment } from './demo/environment.ts';
import { tryLock, type Lock } from './demo/lock.ts';
import { preflight } from './demo/preflight.mjs';
import { cmsReady, siteReady } from './demo/readiness.ts';
import { endWith, Refusal } from './demo/refusal.mjs';
import { keptSecrets } from './demo/secrets.ts';
import { loginsPath, readLogins, seedOnce } from './demo/seed.ts';
import { readSettings, root, type Settings } from './demo/settings.mjs';

parseArgs({ options: {} });
const children = new Children();
let isStopping = false;
let exitCode = 1;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    console.log('正在停止 / Stopping');
    void children.stopAll().then(() => process.exit(exitCode));
  });
}

// Whoever read our output may go away: an unhandled error would end this process and leave the two programs running.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.kill(process.pid, 'SIGTERM'));

try {
  await run(readSettings(process.env));
} catch (error) {
  // Stopping cuts off whatever was under way; that it then fails is nothing to report.
  if (isStopping) await new Promise(() => {});
  isStopping = true;
  await children.stopAll();
  endWith(error);
}

async function run(settings: Settings): Promise<never> {
  await preflight(settings);
  const held = claim(settings.dataDir);
  process.once('exit', () => held.release());

  const startedAt = Date.now();
  await buildStale({
    env: buildEnvironment(process.env),
    children,
    onWait: (pid) =>
      console.log(`另一次启动正在构建（进程 ${pid}），等它完成 / Another start is building (process ${pid}), waiting`),
    onStart: ({ label }) => console.log(`构建${label} …`),
    onEnd: ({ label }, seconds) => console.log(`  ${label}：${seconds.toFixed(0)} s`),
  });

  const secrets = keptSecrets(settings.dataDir);
  const cmsEnv = cmsEnvironment(process.env, settings, secrets);
  let isFirst = false;
  await seedOnce({
    dataDir: settings.dataDir,
    sitePort: settings.sitePort,
    env: { ...cmsEnv, NODE_TOKEN: secrets.NODE_TOKEN },
    children,
    onStart: () => console.log('导入演示内容 / Loading the demo content …'),
    onEnd: (seconds) => {
      isFirst = true;
      console.log(`  ${seconds.toFixed(0)} s`);
    },
  });

  const log = (name: string) => join(settings.dataDir, 'log', `${name}.log`);
  const cms = children.start({
    name: 'cms',
    command: process.execPath,
    args: [join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
    cwd: join(root, 'cms'),
    env: cmsEnv,
    logPath: log('cms'),
  });
  const site = children.start({
    name: 'site',
    command: process.execPath,
    args: ['server.ts'],
    cwd: join(root, 'site'),
    env: siteEnvironment(process.env, settings, secrets),
    logPath: log('site'),
  });
  const death = Promise.race([deathOf(cms), deathOf(site)]);
  const ready = cmsReady(settings).then(() => siteReady(settings, secrets.NODE_TOKEN));
  await Promise.race([death, ready]);

  announce(settings, { isFirst, seconds: (Date.now() - startedAt) / 1000 });
  exitCode = 0;
  return death;
}

/** One start for one data directory: two programs that write one database would spoil it. */
function claim(dataDir: string): Lock {
  const taken = tryLock(join(dataDir, 'demo.lock'));
  if ('release' in taken) return taken;
  throw new Refusal(
    `数据目录 ${dataDir} 正被另一次启动使用（进程 ${taken.heldBy}），请先停止它，或用 DATA_DIR=… 指定另一个目录`,
    `The data directory ${dataDir} is used by another start (process ${taken.heldBy}): stop it, or name another with DATA_DIR=…`,
  );
}

async function deathOf(child: Child): Promise<never> {
  const end = await child.ended;
  throw new Refusal(
    `${child.tail()}\n\n${child.name} 意外结束（${end}），完整记录在 ${child.logPath}`,
    `The ${child.name} ended unexpectedly (${end}): the whole log is in ${child.logPath}`,
  );
}

function announce(settings: Settings, { isFirst, seconds }: { isFirst: boolean; seconds: number }): void {
  if (isFirst) {
    console.log('登录账号（只显示这一次）/ Logins (shown this once)：');
    for (const { role, sections, email, password } of readLogins(settings.dataDir)) {
      const post = sections.length > 0 ? `${role}（${sections.join('、')}）` : role;
      console.log(`  ${post}  ${email}  ${password}`);
    }
  }
  console.log(`账号保存在 / logins are kept in ${loginsPath(settings.dataDir)}`);
  console.log(`用时 ${seconds.toFixed(0)} 秒，按 Ctrl-C 停止 / took ${seconds.toFixed(0)} s, Ctrl-C stops`);
  console.log(`ready cms=http://localhost:${settings.cmsPort} site=http://localhost:${settings.sitePort}`);
}

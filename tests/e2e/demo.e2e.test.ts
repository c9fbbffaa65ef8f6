import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { root } from '../../scripts/demo/settings.mjs';
import { startDemo } from '../support/demo.ts';
import { freePort } from '../support/free-port.ts';
import { administrator } from './support/admin-api.ts';
import { copyOfCms } from './support/copied-cms.ts';

const demo = inject('demo');
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'gongkai-demo-'));
  folders.push(made);
  return made;
}

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

/** Runs one of the demo's programs to its end, and gives its exit code and what it printed. */
async function run(script: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(root, script)], { cwd: root, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

async function freeSettings(): Promise<{ DATA_DIR: string; CMS_PORT: string; SITE_PORT: string }> {
  return { DATA_DIR: folder(), CMS_PORT: String(await freePort()), SITE_PORT: String(await freePort()) };
}

/** Programs that were started with this data directory. */
function programsOf(dataDir: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`DATA_DIR=${dataDir}`);
    } catch {
      return false;
    }
  });
}

test('a port in use is refused in both languages, with what to do', async () => {
  const port = new URL(demo.siteUrl).port;
  const { code, output } = await run('scripts/demo/preflight.mjs', { ...(await freeSettings()), SITE_PORT: port });
  expect([code, output]).toEqual([
    1,
    [
      `端口 ${port} 已被占用，请停止占用它的程序，或换一个端口：SITE_PORT=${Number(port) + 1} npm run demo`,
      `Port ${port} is in use: stop the program that uses it, or choose another: SITE_PORT=${Number(port) + 1} npm run demo`,
      '',
    ].join('\n'),
  ]);
});

test('a data directory that cannot be written is refused in both languages', async () => {
  // Nobody can make a folder there, not even root.
  const { code, output } = await run('scripts/demo/preflight.mjs', {
    ...(await freeSettings()),
    DATA_DIR: '/proc/gongkai',
  });
  expect(code).toBe(1);
  expect(output).toMatch(
    /^不能写入数据目录 \/proc\/gongkai（\w+），.*\nCannot write to the data directory \/proc\/gongkai /,
  );
});

test.runIf(process.getuid?.() === 0)('a disk without room is refused in both languages', async () => {
  const small = folder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', small]);
  try {
    const { code, output } = await run('scripts/demo/preflight.mjs', { ...(await freeSettings()), DATA_DIR: small });
    expect(code).toBe(1);
    expect(output).toContain('所在磁盘只剩 16 MB，至少需要 1024 MB');
    expect(output).toContain('Only 16 MB are left');
  } finally {
    execFileSync('umount', [small]);
  }
});

test('a data directory is made for its owner alone', async () => {
  const settings = await freeSettings();
  const dataDir = join(settings.DATA_DIR, 'data');
  expect((await run('scripts/demo/preflight.mjs', { ...settings, DATA_DIR: dataDir })).code).toBe(0);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
});

test('the tokens that Strapi makes at its first start do not survive the seed', async () => {
  const { data } = await administrator(demo).ask<{ data: unknown[] }>('GET', '/admin/api-tokens');
  expect(data).toEqual([]);
});

test(
  'a second demo runs beside the first, keeps its directory to itself, and leaves nothing running',
  {
    timeout: 300_000,
  },
  async () => {
    const dataDir = copyOfCms(demo.dataDir);
    folders.push(dataDir);
    for (const kept of ['secrets.json', 'logins.json', 'seeded.json'])
      cpSync(join(demo.dataDir, kept), join(dataDir, kept));
    const second = await startDemo({ dataDir });
    try {
      for (const { cmsUrl, siteUrl } of [demo, second]) {
        expect((await fetch(`${cmsUrl}/_health`)).status).toBe(204);
        expect((await fetch(`${siteUrl}/health`)).status).toBe(200);
      }
      const { code, output } = await run('scripts/demo.ts', { ...(await freeSettings()), DATA_DIR: dataDir });
      expect(code).toBe(1);
      expect(output).toContain(`数据目录 ${dataDir} 正被另一次启动使用`);
      expect(programsOf(dataDir).length).toBeGreaterThanOrEqual(3);
    } finally {
      await second.stop();
    }
    expect(programsOf(dataDir)).toEqual([]);
    expect((await fetch(`${demo.siteUrl}/health`)).status).toBe(200);
  },
);

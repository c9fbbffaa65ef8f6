import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { Refusal } from '../demo/refusal.mjs';

/** Programs that the machine has to have, besides what npm installs. */
export type Need = 'browser' | 'chinese fonts' | 'java' | 'load generator' | 'nginx' | 'postgres';

const NEEDS: Readonly<Record<Need, { debian: string; isThere: () => boolean }>> = {
  browser: { debian: 'chromium-headless-shell', isThere: () => existsSync('/usr/bin/chromium-headless-shell') },
  'chinese fonts': { debian: 'fonts-noto-cjk', isThere: () => existsSync('/usr/share/fonts/opentype/noto') },
  java: { debian: 'default-jre-headless', isThere: () => existsSync('/usr/bin/java') },
  'load generator': { debian: 'wrk', isThere: () => existsSync('/usr/bin/wrk') },
  nginx: { debian: 'nginx-light', isThere: () => existsSync('/usr/sbin/nginx') },
  postgres: { debian: 'postgresql', isThere: () => postgresFolder() !== null },
};

/** Installs what is missing with apt, and fails with a sentence where that is not possible. */
export async function installMissing(needs: readonly Need[]): Promise<void> {
  const packages = [...new Set(needs)].filter((need) => !NEEDS[need].isThere()).map((need) => NEEDS[need].debian);
  if (packages.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Refusal(
      `还需要：${packages.join('、')}。请以 root 运行 ${command}`,
      `This also needs ${packages.join(', ')}: run ${command} as root`,
    );
  }
  console.log(`Installing ${packages.join(', ')}`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const absent = needs.filter((need) => !NEEDS[need].isThere());
  if (absent.length > 0)
    throw new Refusal(
      `安装后仍找不到：${absent.join('、')}`,
      `Still missing after the installation: ${absent.join(', ')}`,
    );
}

function apt(args: string[]): void {
  // Another apt at work is waited for. In run level 1 packages do not start their services: the tests start their own.
  const { status, stderr } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Refusal(
    `apt-get ${args[0]} 失败：${stderr.trim()}`,
    `apt-get ${args[0]} failed: is a Debian mirror reachable?`,
  );
}

/** Debian's folder of the newest PostgreSQL programs, or null. */
export function postgresFolder(): string | null {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return null;
  const versions = readdirSync(base).filter((version) => existsSync(`${base}/${version}/bin/initdb`));
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : `${base}/${newest}/bin`;
}

import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Children } from './children.ts';
import { lock } from './lock.ts';
import { Refusal } from './refusal.mjs';
import { root } from './settings.mjs';

/** One thing that is built: from which files, by which npm script, and the file that shows that it is there. */
export interface Build {
  readonly name: string;
  readonly label: string;
  /** Workspace folder. */
  readonly folder: string;
  /** Names of builds that this one is made from. */
  readonly after: readonly string[];
  /** Folders, below its own, that are no input: results, dependencies and other builds. */
  readonly without: readonly string[];
  readonly output: string;
}

/** Each after those it is made from; the CMS and the site are made side by side. */
export const BUILDS: readonly Build[] = [
  {
    name: 'shared',
    label: '数据约定 / the contract',
    folder: 'shared',
    after: [],
    without: [],
    output: 'shared/dist/index.js',
  },
  {
    name: 'plugin',
    label: 'Strapi 插件 / the Strapi plugin',
    folder: 'cms/plugin',
    after: ['shared'],
    without: ['server/test'],
    output: 'cms/plugin/dist/server/index.js',
  },
  {
    name: 'cms',
    label: '管理后台 / the admin panel',
    folder: 'cms',
    after: ['plugin'],
    without: ['plugin', 'demo', 'public/uploads'],
    output: 'cms/dist/build/index.html',
  },
  {
    name: 'theme',
    label: 'Astro 主题 / the Astro theme',
    folder: 'site/theme',
    after: ['shared'],
    without: [],
    output: 'site/theme/dist/index.js',
  },
  {
    name: 'site',
    label: '网站 / the site',
    folder: 'site',
    after: ['theme'],
    without: ['theme'],
    output: 'site/dist/server/entry.mjs',
  },
];

/** Never an input, wherever it lies. */
const RESULTS = new Set(['node_modules', 'dist', 'generated']);

export interface BuildInput {
  readonly env: NodeJS.ProcessEnv;
  readonly children: Children;
  /** Another start is building; it is waited for. */
  onWait(pid: number): void;
  onStart(build: Build): void;
  onEnd(build: Build, seconds: number): void;
}

/**
 * Makes what is stale, so that the second start makes nothing. What is made depends on the sources alone and serves every
 * data directory; a lock keeps two starts from making it at once.
 */
export async function buildStale(input: BuildInput): Promise<void> {
  const held = await lock(join(root, '.cache/build.lock'), (pid) => input.onWait(pid));
  try {
    const fingerprints = fingerprintsOf(BUILDS);
    const made = new Map<string, Promise<void>>();
    for (const build of BUILDS) {
      const before = Promise.all(build.after.map((name) => made.get(name) ?? Promise.resolve()));
      made.set(
        build.name,
        before.then(() => makeIfStale(build, fingerprints.get(build.name) ?? '', input)),
      );
    }
    await Promise.all(made.values());
  } finally {
    held.release();
  }
}

async function makeIfStale(build: Build, fingerprint: string, input: BuildInput): Promise<void> {
  if (isFresh(build, fingerprint)) return;
  input.onStart(build);
  const startedAt = Date.now();
  await make(build, input);
  writeFileSync(stampPath(build), `${fingerprint} ${outputMark(build)}`);
  input.onEnd(build, (Date.now() - startedAt) / 1000);
}

/** Each changes with any file its build is made from: its own and those of the builds before it. */
export function fingerprintsOf(builds: readonly Build[]): Map<string, string> {
  const fingerprints = new Map<string, string>();
  for (const build of builds) {
    const hash = createHash('sha256');
    for (const name of build.after) hash.update(fingerprints.get(name) ?? name);
    for (const path of ['package-lock.json', 'tsconfig.base.json']) addFile(hash, join(root, path));
    addFolder(hash, join(root, build.folder), new Set(build.without.map((folder) => join(root, build.folder, folder))));
    fingerprints.set(build.name, hash.digest('hex'));
  }
  return fingerprints;
}

function addFolder(hash: Hash, folder: string, without: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Hidden files are what programs leave behind, such as Strapi when it starts.
    if (entry.name.startsWith('.') || RESULTS.has(entry.name) || without.has(path)) continue;
    if (entry.isDirectory()) addFolder(hash, path, without);
    else if (entry.isFile() && !/\.(?:test\.tsx?|md|log|tsbuildinfo)$/.test(entry.name)) addFile(hash, path);
  }
}

function addFile(hash: Hash, path: string): void {
  const content = readFileSync(path);
  hash.update(`${relative(root, path)} ${content.length}\n`).update(content);
}

function isFresh(build: Build, fingerprint: string): boolean {
  if (!existsSync(join(root, build.output)) || !existsSync(stampPath(build))) return false;
  return readFileSync(stampPath(build), 'utf8') === `${fingerprint} ${outputMark(build)}`;
}

/** Tells the result of this program's build from that of one made by hand, perhaps from other sources. */
function outputMark(build: Build): string {
  return String(statSync(join(root, build.output)).mtimeMs);
}

function stampPath(build: Build): string {
  return join(root, '.cache', `${build.name}.stamp`);
}

function workspaceName(folder: string): string {
  return (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string }).name;
}

async function make(build: Build, { env, children }: BuildInput): Promise<void> {
  const logPath = join(root, '.cache', `build-${build.name}.log`);
  rmSync(logPath, { force: true });
  rmSync(stampPath(build), { force: true });
  rmSync(join(root, build.folder, 'dist'), { recursive: true, force: true });

  // By its name: a folder would also mean the workspaces inside it, and build those a second time.
  const args = ['run', 'build', '--workspace', workspaceName(build.folder)];
  const child = children.start({ name: build.name, command: 'npm', args, cwd: root, env, logPath });
  const end = await child.ended;
  const isDone = end === 'exit code 0' && !children.isStopping;
  if (isDone && existsSync(join(root, build.output))) return;
  const reason = isDone ? `${build.output} is not there` : end;
  throw new Refusal(
    `${child.tail()}\n\n不能构建${build.label}（${reason}），完整记录在 ${logPath}`,
    `Cannot build ${build.label} (${reason}): the whole log is in ${logPath}`,
  );
}

import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { endWith, Refusal } from './refusal.mjs';
import { readSettings } from './settings.mjs';

/** The demo's database, files, pages and logs stay far below it; a full disk in the middle of a seed is no fun. */
const NEEDED_BYTES = 1024 ** 3;

/**
 * Everything that can be known to fail is found here, in a moment, before minutes of installing and building.
 *
 * @param {import('./settings.mjs').Settings} settings
 */
export async function preflight(settings) {
  await checkPort('CMS_PORT', settings.cmsPort);
  await checkPort('SITE_PORT', settings.sitePort);
  checkDataDir(settings.dataDir);
}

/**
 * @param {string} name
 * @param {number} port
 */
async function checkPort(name, port) {
  // A server on either family answers `localhost`, so both have to be free; a machine without IPv6 has one fewer.
  for (const host of ['0.0.0.0', '::']) {
    const code = await listenProblem(host, port);
    if (code === null || code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL') continue;
    if (code === 'EACCES') {
      throw new Refusal(
        `端口 ${port} 需要更高权限，请换一个 1024 以上的端口，例如 ${name}=${port + 8000} npm run demo`,
        `Port ${port} needs more rights than you have: choose one above 1024, such as ${name}=${port + 8000} npm run demo`,
      );
    }
    throw new Refusal(
      `端口 ${port} 已被占用，请停止占用它的程序，或换一个端口：${name}=${port + 1} npm run demo`,
      `Port ${port} is in use: stop the program that uses it, or choose another: ${name}=${port + 1} npm run demo`,
    );
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | null>}
 */
function listenProblem(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message));
    server.listen({ host, port, ipv6Only: host === '::', exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** @param {string} dataDir */
function checkDataDir(dataDir) {
  try {
    makeFolder(dataDir, 0o700);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
    throw new Refusal(
      `不能写入数据目录 ${dataDir}（${code}），请修改它的权限，或用 DATA_DIR=… 指定另一个目录`,
      `Cannot write to the data directory ${dataDir} (${code}): change its permissions, or name another with DATA_DIR=…`,
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize >= NEEDED_BYTES) return;
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  throw new Refusal(
    `数据目录 ${dataDir} 所在磁盘只剩 ${free} MB，至少需要 1024 MB，请清理磁盘，或用 DATA_DIR=… 指定另一个目录`,
    `Only ${free} MB are left where ${dataDir} is, and 1024 MB are needed: free some, or name another with DATA_DIR=…`,
  );
}

/**
 * One folder after the other: `recursive` never returns where a file system answers ENOENT for a new folder, as /proc
 * does (seen on Node 20).
 *
 * @param {string} path
 * @param {number} [mode] of the last folder: a data directory holds drafts, accounts and secrets
 */
function makeFolder(path, mode) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode });
}

if (import.meta.main ?? process.argv[1]?.endsWith('preflight.mjs')) {
  try {
    await preflight(readSettings(process.env));
  } catch (error) {
    endWith(error);
  }
}

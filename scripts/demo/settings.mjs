import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

/** The repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @typedef {object} Settings
 * @property {number} cmsPort
 * @property {number} sitePort
 * @property {string} dataDir absolute
 * @property {string} siteUrl public address of the site, no slash at the end
 * @property {string} cmsUrl where this machine reaches the CMS
 */

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function readSettings(env) {
  const cmsPort = port(env, 'CMS_PORT', 1337);
  const sitePort = port(env, 'SITE_PORT', 4321);
  if (cmsPort === sitePort) {
    throw new Refusal(
      `CMS_PORT 和 SITE_PORT 不能相同：都是 ${cmsPort}，请改其中一个`,
      `CMS_PORT and SITE_PORT must differ: both are ${cmsPort}, change one of them`,
    );
  }
  return {
    cmsPort,
    sitePort,
    dataDir: resolve(root, env['DATA_DIR'] || '.data'),
    siteUrl: address(env['SITE_URL'] || `http://localhost:${sitePort}`),
    cmsUrl: `http://127.0.0.1:${cmsPort}`,
  };
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} name
 * @param {number} fallback
 */
function port(env, name, fallback) {
  const written = env[name] || String(fallback);
  const value = Number(written);
  if (/^\d+$/.test(written) && value >= 1 && value <= 65_535) return value;
  throw new Refusal(
    `${name} 应是 1 到 65535 的端口号，现在是“${written}”`,
    `${name} must be a port between 1 and 65535: found "${written}"`,
  );
}

/** @param {string} written */
function address(written) {
  const url = URL.canParse(written) ? new URL(written) : null;
  const isSite = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (isSite) return url.origin;
  throw new Refusal(
    `SITE_URL 应是网站的公开地址，例如 https://zjj.example.gov.cn，现在是“${written}”`,
    `SITE_URL must be the public address of the site, such as https://zjj.example.gov.cn: found "${written}"`,
  );
}

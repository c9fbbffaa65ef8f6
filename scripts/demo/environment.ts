import { delimiter, join } from 'node:path';
import type { Secrets } from './secrets.ts';
import { root, type Settings } from './settings.mjs';

/** Nothing calls home: neither the programs when they run, nor the pages that their builds make. */
const QUIET = {
  STRAPI_TELEMETRY_DISABLED: 'true',
  STRAPI_DISABLE_EE: 'true',
  STRAPI_DISABLE_LICENSE_PING: 'true',
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
};

/** What a build sees: the surroundings of the caller, less what would make two builds of one source differ. */
export function buildEnvironment(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATA_DIR, CMS_PORT, PORT, SITE_PORT, SITE_URL, CMS_URL, DATABASE_URL, DATABASE_CLIENT, ...rest } = inherited;
  return { ...rest, ...QUIET, NODE_ENV: 'production', PATH: pathWithOwnNode(inherited) };
}

/** Secrets that are not given are those of the caller's surroundings. */
export function cmsEnvironment(
  inherited: NodeJS.ProcessEnv,
  settings: Settings,
  secrets: Partial<Secrets>,
): NodeJS.ProcessEnv {
  const { NODE_TOKEN, NUDGE_SECRET, ...cmsSecrets } = secrets;
  return {
    ...inherited,
    ...QUIET,
    ...cmsSecrets,
    NODE_ENV: 'production',
    PATH: pathWithOwnNode(inherited),
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'zh-Hans',
    DATA_DIR: settings.dataDir,
    CMS_PORT: String(settings.cmsPort),
    SITE_PORT: String(settings.sitePort),
    SITE_URL: settings.siteUrl,
  };
}

export function siteEnvironment(inherited: NodeJS.ProcessEnv, settings: Settings, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    ...inherited,
    ...QUIET,
    NODE_ENV: 'production',
    PATH: pathWithOwnNode(inherited),
    DATA_DIR: settings.dataDir,
    SITE_PORT: String(settings.sitePort),
    SITE_URL: settings.siteUrl,
    CMS_URL: settings.cmsUrl,
    NODE_TOKEN: secrets.NODE_TOKEN,
    NUDGE_SECRET: secrets.NUDGE_SECRET,
    // One machine, and nobody else on it: the demo's site shows drafts to the CMS.
    PREVIEW: '1',
  };
}

/** The machine's own Node may be older than the one this project runs on. */
function pathWithOwnNode(inherited: NodeJS.ProcessEnv): string {
  return `${join(root, 'node_modules/.bin')}${delimiter}${inherited['PATH'] ?? ''}`;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cmsEnvironment } from '../demo/environment.ts';
import { Refusal } from '../demo/refusal.mjs';
import { keptSecrets } from '../demo/secrets.ts';
import { readSettings, root } from '../demo/settings.mjs';
import { loadedCms, type Strapi } from './strapi.ts';

/** Whether there is a CMS whose data a command can get at: built, and started once. */
export function hasCms(env: NodeJS.ProcessEnv): boolean {
  return existsSync(join(root, 'cms/dist')) && (hasOwnSecrets(env) || hasKeptSecrets(env));
}

/**
 * Loads the CMS of `DATA_DIR` inside this process, without its server; it may be running elsewhere meanwhile. Its secrets
 * are those of the environment, as a department sets them, or those that the demo keeps. Refuses when there is none.
 */
export async function keptCms(env: NodeJS.ProcessEnv): Promise<Strapi> {
  if (!hasCms(env)) {
    throw new Refusal(
      '还没有后台的数据，请先运行一次 npm run demo，或者载入后台的环境变量',
      'There is no CMS yet: run npm run demo once, or load the environment of the CMS',
    );
  }
  const settings = readSettings(env);
  const secrets = hasOwnSecrets(env) ? {} : keptSecrets(settings.dataDir);
  Object.assign(process.env, cmsEnvironment(env, settings, secrets));
  return loadedCms({ isQuiet: true });
}

function hasOwnSecrets(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env['APP_KEYS']);
}

function hasKeptSecrets(env: NodeJS.ProcessEnv): boolean {
  return existsSync(join(readSettings(env).dataDir, 'secrets.json'));
}

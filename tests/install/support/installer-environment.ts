import { delimiter, join } from 'node:path';
import { root } from '../../../scripts/demo/settings.mjs';

/** How npm reaches its registry; the rest of what `npm test` sets is about this repository. */
const KEPT = /^npm_config_(?:registry|cache|userconfig|globalconfig|cafile|proxy|https_proxy|noproxy)$/i;
const TEST_RUNNER = /^(?:VITEST|TEST|NODE_ENV|NODE_PATH|MODE|DEV|PROD|SSR|BASE_URL|INIT_CWD)/;
const OWN_SETTINGS = /^(?:DATA_DIR|CMS_PORT|SITE_PORT|PORT|HOST|SITE_URL|CMS_URL|NODE_TOKEN|NUDGE_SECRET|DATABASE_)/;

/** The surroundings of somebody who installs a package elsewhere, on the Node of this project. Nothing calls home. */
export function installerEnvironment(own: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => KEPT.test(name) || !(/^npm_/i.test(name) || TEST_RUNNER.test(name) || OWN_SETTINGS.test(name)),
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_EE: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
    ...own,
  };
}

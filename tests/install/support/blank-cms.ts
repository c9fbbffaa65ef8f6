import { randomBytes } from 'node:crypto';

/** What the generator of Strapi puts into a project, less what calls home and what the plugin does not need. */
export const BLANK_CMS = {
  manifest: {
    strapi: { telemetryDisabled: true },
    dependencies: {
      '@strapi/strapi': '5.54.0',
      'better-sqlite3': '13.2.0',
      react: '18.3.1',
      'react-dom': '18.3.1',
      'react-router-dom': '6.30.3',
      'styled-components': '6.1.19',
    },
  },
  files: {
    'config/server.js': `module.exports = ({ env }) => ({
  host: '127.0.0.1',
  port: env.int('PORT'),
  app: { keys: env.array('APP_KEYS') },
  logger: { updates: { enabled: false } },
});
`,
    'config/admin.js': `module.exports = ({ env }) => ({
  autoOpen: false,
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});
`,
    'config/database.js': `module.exports = () => ({
  connection: { client: 'sqlite', connection: { filename: '.tmp/data.db' }, useNullAsDefault: true },
});
`,
    'config/middlewares.js': `module.exports = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
`,
    'src/index.js': 'module.exports = { register() {}, bootstrap() {} };\n',
    'public/uploads/.gitkeep': '',
    '.tmp/.gitkeep': '',
  },
} as const;

const SECRETS = ['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'];

export function cmsSecrets(): Record<string, string> {
  return Object.fromEntries(SECRETS.map((name) => [name, randomBytes(24).toString('hex')]));
}

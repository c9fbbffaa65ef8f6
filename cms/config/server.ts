import { settings } from '../src/settings';

export default () => ({
  host: settings.host,
  port: settings.port,
  url: settings.url,
  // Behind a reverse proxy, addresses and protocol of the client are in X-Forwarded headers.
  proxy: { koa: process.env['TRUST_PROXY'] === 'true' },
  app: { keys: settings.secret('APP_KEYS').split(',') },
  dirs: { public: settings.publicFolder },
  transfer: { remote: { enabled: false } },
  webhooks: { populateRelations: false },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});

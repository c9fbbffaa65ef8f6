import { settings } from '../src/settings';

export default () => ({
  autoOpen: false,
  auth: {
    secret: settings.secret('ADMIN_JWT_SECRET'),
    cookie: { secure: settings.url.startsWith('https:') },
  },
  apiToken: { salt: settings.secret('API_TOKEN_SALT') },
  transfer: { token: { salt: settings.secret('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: settings.secret('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
  // Strapi's own preview advertises its set-up to editors; the theme's is another one.
  preview: { enabled: false },
});

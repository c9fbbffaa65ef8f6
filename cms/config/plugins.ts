import { settings } from '../src/settings';

/** What may be uploaded: documents and plain images. No HTML and no SVG, which a browser would run. */
const UPLOADED_TYPES = [
  'application/pdf',
  'application/ofd',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.ms-works',
  'application/x-cfb',
  'application/zip',
  'application/vnd.rar',
  'application/x-rar-compressed',
  'text/plain',
  'text/csv',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
];

export default () => ({
  disclosure: {
    enabled: true,
    config: {
      siteUrl: settings.siteUrl,
      filesDir: settings.publishedFiles,
      mailNotices: settings.mail !== null,
      signIn: { idleMinutes: settings.idleMinutes },
    },
  },
  ...(settings.mail === null ? {} : { email: { config: settings.mail } }),
  upload: {
    config: {
      sizeLimit: 50 * 1024 * 1024,
      security: { allowedTypes: UPLOADED_TYPES },
      // One size of an image is enough: the site shows what was uploaded.
      breakpoints: {},
    },
  },
});

const SELF = "'self'";

export default [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'default-src': [SELF],
          'connect-src': [SELF],
          'img-src': [SELF, 'data:', 'blob:'],
          'media-src': [SELF, 'data:', 'blob:'],
          'font-src': [SELF, 'data:'],
          'frame-src': [SELF],
          'object-src': ["'none'"],
          'base-uri': [SELF],
          'form-action': [SELF],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '10mb',
      formLimit: '1mb',
      textLimit: '1mb',
      formidable: { maxFileSize: 50 * 1024 * 1024 },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

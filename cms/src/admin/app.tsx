import type { RBACMiddleware, StrapiApp } from '@strapi/strapi/admin';
import logo from './logo.svg';
import { moveNotifications } from './notifications';

const LANGUAGE_KEY = 'strapi-admin-language';

// Strapi has no setting for the first language: it reads this key, and shows English where it is missing.
if (typeof window !== 'undefined' && window.localStorage.getItem(LANGUAGE_KEY) === null) {
  window.localStorage.setItem(LANGUAGE_KEY, 'zh-Hans');
}

// A banner for Strapi's own blog, which only its dismissal turns off; its key ends in an installation id that we do not have.
if (typeof window !== 'undefined') {
  for (const installation of ['false', 'undefined', 'null']) {
    window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${installation}`, 'true');
  }
}

/** The marketplace is an address outside the department's network, and the menu has no other way to leave it out. */
const withoutMarketplace: RBACMiddleware = () => (next) => (permissions) =>
  next(permissions.filter(({ action }) => action !== 'admin::marketplace.read'));

export default {
  config: {
    auth: { logo },
    menu: { logo },
    head: { favicon: logo },
    locales: ['zh-Hans'],
    tutorials: false,
    notifications: { releases: false },
    translations: {
      'zh-Hans': {
        'Auth.form.welcome.title': '公开平台',
        'Auth.form.welcome.subtitle': '请登录',
        'app.components.LeftMenu.navbrand.title': '公开平台',
        'app.components.LeftMenu.navbrand.workplace': '编辑工作台',
      },
      en: {
        'Auth.form.welcome.title': 'Publication platform',
        'Auth.form.welcome.subtitle': 'Please log in',
        'app.components.LeftMenu.navbrand.title': 'Publication platform',
        'app.components.LeftMenu.navbrand.workplace': 'Editors',
      },
    },
  },
  register(app: StrapiApp) {
    app.addRBACMiddleware(withoutMarketplace);
  },
  bootstrap() {
    moveNotifications();
  },
};

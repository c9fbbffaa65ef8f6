import { CheckCircle, Globe, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { RIGHTS } from './permissions';
import { PLUGIN_ID } from './plugin-id';

const message = (id: string, defaultMessage: string) => ({ id: `${PLUGIN_ID}.${id}`, defaultMessage });

/** The pages of this plugin in the menu. The one at the plugin's own address is for whoever has an old link. */
export function addMenuLinks(app: Pick<StrapiApp, 'addMenuLink' | 'router'>): void {
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}/reviews`,
    icon: CheckCircle,
    intlLabel: message('desk.title', 'Reviews'),
    permissions: RIGHTS.readItems,
    Component: () => import('./review/ReviewPages'),
  });
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}/people`,
    icon: User,
    intlLabel: message('people.title', 'People'),
    permissions: RIGHTS.manageReview,
    Component: () => import('./people/PeoplePage'),
  });
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}/platform`,
    icon: Globe,
    intlLabel: message('platform.title', 'Publication'),
    permissions: RIGHTS.readPipeline,
    Component: () => import('./platform/PlatformPage'),
  });
  app.router.addRoute({
    path: `plugins/${PLUGIN_ID}`,
    lazy: async () => ({ Component: (await import('./platform/PlatformPage')).default }),
  });
}

import { CheckCircle, Globe, PaperPlane } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { ITEM_UIDS } from './item-types';
import { RIGHTS, rightsOn } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { DESK_PATH } from './review/paths';

const message = (id: string, defaultMessage: string) => ({ id: `${PLUGIN_ID}.${id}`, defaultMessage });
const toDesk = { label: message('desk.open', 'All reviews'), href: DESK_PATH };

/** What stands on the home page. What waits for a person comes before what Strapi says of itself. */
export function addWidgets({ widgets }: Pick<StrapiApp, 'widgets'>): void {
  widgets.register((others) => [
    {
      id: 'waiting',
      pluginId: PLUGIN_ID,
      icon: CheckCircle,
      title: message('desk.waiting', 'Waiting for my review'),
      link: toDesk,
      component: async () => (await import('./review/desk/widgets')).WaitingWidget,
      permissions: RIGHTS.review,
    },
    {
      id: 'own-reviews',
      pluginId: PLUGIN_ID,
      icon: PaperPlane,
      title: message('desk.own', 'Submitted by me'),
      link: toDesk,
      component: async () => (await import('./review/desk/widgets')).OwnWidget,
      // The home page wants all of the rights that are named (Strapi 5.54): that on items stands for the other types.
      permissions: rightsOn(ITEM_UIDS.item).update,
    },
    ...others,
    {
      id: 'platform',
      pluginId: PLUGIN_ID,
      icon: Globe,
      title: message('widget.title', 'Publication'),
      link: { label: message('widget.link', 'Open'), href: `/plugins/${PLUGIN_ID}/platform` },
      component: async () => (await import('./platform/PlatformWidget')).PlatformWidget,
      permissions: RIGHTS.readPipeline,
    },
  ]);
}

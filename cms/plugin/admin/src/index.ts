import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { BulletList, CheckCircle, Clock, Feather, Globe, PriceTag } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { asInput } from './custom-field-input';
import { ChecksPanel } from './checks/ChecksPanel';
import { INPUTS } from './choices/inputs';
import { editBases } from './edit-conflict/edit-bases';
import { HistoryPanel } from './history/HistoryPanel';
import { keptEdits } from './kept-edits';
import { registerLayoutHooks } from './labels/layout-hooks';
import { serverTexts } from './labels/server-texts';
import { PLUGIN_ID } from './plugin-id';
import { RIGHTS } from './permissions';
import { PublicationPanel } from './publication/PublicationPanel';
import { withoutBulkUnpublish, withWithdraw } from './publication/WithdrawAction';
import { SignInRoot } from './sign-in/SignInRoot';
import { signInSteps } from './sign-in/under-way';
import { translationsOf } from './translations';

const message = (id: string, defaultMessage: string) => ({ id: `${PLUGIN_ID}.${id}`, defaultMessage });

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addFields(INPUTS);
    app.addMiddlewares([serverTexts, editBases, keptEdits, signInSteps]);
    // Components with this prefix stand on every page of the panel, the login page among them (Strapi 5.54).
    app.addComponents([{ name: `future-global::${PLUGIN_ID}-sign-in`, Component: SignInRoot }]);
    app.addSettingsLink('global', {
      id: `${PLUGIN_ID}-sign-in`,
      to: `${PLUGIN_ID}/sign-in`,
      intlLabel: message('sign-in.title', 'Sign-in safety'),
      permissions: [],
      Component: () => import('./sign-in/SignInPage'),
    });

    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Globe,
      intlLabel: message('platform.title', 'Publication'),
      permissions: RIGHTS.readPipeline,
      Component: () => import('./platform/PlatformPage'),
    });

    app.customFields.register([
      {
        name: 'body',
        pluginId: PLUGIN_ID,
        type: 'richtext',
        icon: Feather,
        intlLabel: message('field.body', 'Body'),
        intlDescription: message('field.body.description', 'Text of a public document'),
        components: { Input: () => import('./body/BodyField').then(asInput) },
      },
      {
        name: 'codes',
        pluginId: PLUGIN_ID,
        type: 'json',
        icon: BulletList,
        intlLabel: message('field.codes', 'Codes'),
        intlDescription: message('field.codes.description', 'Several values of one vocabulary'),
        components: { Input: () => import('./choices/CodesField').then(asInput) },
      },
      {
        name: 'marked',
        pluginId: PLUGIN_ID,
        type: 'json',
        icon: CheckCircle,
        intlLabel: message('field.marked', 'Marked list'),
        intlDescription: message('field.marked.description', 'Entries that are required or optional'),
        components: { Input: () => import('./choices/MarkedField').then(asInput) },
      },
      {
        name: 'words',
        pluginId: PLUGIN_ID,
        type: 'json',
        icon: PriceTag,
        intlLabel: message('field.words', 'Words'),
        intlDescription: message('field.words.description', 'A list of words'),
        components: { Input: () => import('./choices/WordsField').then(asInput) },
      },
      {
        name: 'former-names',
        pluginId: PLUGIN_ID,
        type: 'json',
        icon: Clock,
        intlLabel: message('field.former-names', 'Former names'),
        intlDescription: message('field.former-names.description', 'Names and the days of their use'),
        components: { Input: () => import('./choices/FormerNamesField').then(asInput) },
      },
    ]);

    app.widgets.register({
      id: 'platform',
      pluginId: PLUGIN_ID,
      icon: Globe,
      title: message('widget.title', 'Publication'),
      link: { label: message('widget.link', 'Open'), href: `/plugins/${PLUGIN_ID}` },
      component: async () => (await import('./platform/PlatformWidget')).PlatformWidget,
      permissions: RIGHTS.readPipeline,
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as Pick<ContentManagerPlugin['config'], 'apis'>;
    apis.addEditViewSidePanel([PublicationPanel, ChecksPanel, HistoryPanel]);
    apis.addDocumentAction(withWithdraw);
    apis.addBulkAction(withoutBulkUnpublish);
    registerLayoutHooks(app);
  },

  registerTrads: ({ locales }: { locales: string[] }) => Promise.resolve(locales.map(translationsOf)),
};

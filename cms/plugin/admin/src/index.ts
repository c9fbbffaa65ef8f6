import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { BulletList, CheckCircle, Clock, Feather, GridFour, List, ManyWays, PriceTag } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { asInput } from './custom-field-input';
import { ChecksPanel } from './checks/ChecksPanel';
import { INPUTS } from './choices/inputs';
import { editBases } from './edit-conflict/edit-bases';
import { HistoryPanel } from './history/HistoryPanel';
import { addWidgets } from './home-widgets';
import { keptEdits } from './kept-edits';
import { registerLayoutHooks } from './labels/layout-hooks';
import { serverTexts } from './labels/server-texts';
import { addMenuLinks } from './menu';
import { PLUGIN_ID } from './plugin-id';
import { PublicationPanel } from './publication/PublicationPanel';
import { withoutBulkUnpublish, withWithdraw } from './publication/WithdrawAction';
import { SignInRoot } from './sign-in/SignInRoot';
import { signInSteps } from './sign-in/under-way';
import { withReviews } from './review/form/guarded-actions';
import { ReviewPanel } from './review/form/ReviewPanel';
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

    addMenuLinks(app);
    addWidgets(app);

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
      {
        name: 'flows',
        pluginId: PLUGIN_ID,
        type: 'json',
        icon: ManyWays,
        intlLabel: message('field.flows', 'Flowcharts'),
        intlDescription: message('field.flows.description', 'How a power is exercised, step by step'),
        components: { Input: () => import('./flow/FlowField').then(asInput) },
      },
      {
        name: 'review-steps',
        pluginId: PLUGIN_ID,
        type: 'json',
        icon: List,
        intlLabel: message('field.review-steps', 'Review steps'),
        intlDescription: message('field.review-steps.description', 'Steps that a version goes through'),
        components: { Input: () => import('./review-steps/ReviewStepsField').then(asInput) },
      },
      {
        name: 'rows',
        pluginId: PLUGIN_ID,
        type: 'json',
        icon: GridFour,
        intlLabel: message('field.rows', 'Rows'),
        intlDescription: message('field.rows.description', 'A list that is written row by row'),
        components: { Input: () => import('./rows/RowsField').then(asInput) },
      },
    ]);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as Pick<ContentManagerPlugin['config'], 'apis'>;
    apis.addEditViewSidePanel([ReviewPanel, PublicationPanel, ChecksPanel, HistoryPanel]);
    apis.addDocumentAction((actions) => withReviews(withWithdraw(actions)));
    apis.addBulkAction(withoutBulkUnpublish);
    registerLayoutHooks(app);
  },

  registerTrads: ({ locales }: { locales: string[] }) => Promise.resolve(locales.map(translationsOf)),
};

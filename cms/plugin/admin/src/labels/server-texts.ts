import { adminApi, type StrapiApp } from '@strapi/strapi/admin';
import { travelsTo, type DisclosureMode, type Scope } from 'disclosure-contract';
import { labelIdOf, TYPE_NAMES, uidOf } from './types';
import { PLUGIN_ID } from '../plugin-id';
import { translateRefusal } from '../translations/refusals';
import { translationsOf } from '../translations';

type Middleware = ReturnType<StrapiApp['middlewares'][number]>;

interface Action {
  readonly type: string;
  readonly payload?: unknown;
  readonly meta?: { readonly arg?: { readonly endpointName?: string; readonly originalArgs?: unknown } };
}

interface State {
  readonly admin_app: { readonly language: { readonly locale: string } };
}

/**
 * Puts what the server says in one language into that of the interface: refusals, names of rights, labels of fields
 * where the content manager shows what is stored, and states of an item that Strapi does not know.
 *
 * Answers are changed before anyone has them: whoever made the call gets this very object, not what the store keeps.
 */
export const serverTexts = (): Middleware => (api) => (next) => (action) => {
  const answer = action as Action;
  const locale = (api.getState() as unknown as State).admin_app.language.locale;
  if (answer.type.endsWith('/rejected')) translateRefusal(answer.payload, locale);
  if (answer.type.endsWith('/fulfilled')) translateAnswer(answer, locale);
  const result = next(action);
  if (answer.type === 'admin/setLocale') forgetLabels(api.dispatch);
  return result;
};

function translateAnswer({ payload, meta }: Action, locale: string): void {
  const { endpointName = '', originalArgs } = meta?.arg ?? {};
  switch (endpointName) {
    case 'getContentTypeConfiguration':
      return labelFields(payload as Configuration, originalArgs, locale);
    case 'getRolePermissionLayout':
      return nameRights(payload as RightsLayout, locale);
    case 'getAllDocuments':
      return (payload as { results?: Shown[] }).results?.forEach(markState);
    case 'getDocument':
      return markState((payload as { data?: Shown }).data);
  }
}

interface Configuration {
  readonly contentType: { readonly metadatas: Record<string, { edit: Labelled; list: Labelled }> };
}

interface Labelled {
  readonly label?: string;
}

function labelFields({ contentType }: Configuration, uid: unknown, locale: string): void {
  const type = TYPE_NAMES.find((name) => uidOf(name) === uid);
  if (type === undefined) return;
  const texts = translationsOf(locale).data;
  for (const [field, { edit, list }] of Object.entries(contentType.metadatas)) {
    const label = texts[labelIdOf(type, field)];
    if (label === undefined) continue;
    contentType.metadatas[field] = { edit: { ...edit, label }, list: { ...list, label } };
  }
}

interface RightsLayout {
  readonly sections: { readonly plugins: { readonly action: string; displayName: string }[] };
}

function nameRights({ sections }: RightsLayout, locale: string): void {
  const texts = translationsOf(locale).data;
  for (const right of sections.plugins) {
    const [, name] = right.action.split(`plugin::${PLUGIN_ID}.`);
    if (name !== undefined) right.displayName = texts[`${PLUGIN_ID}.right.${name}`] ?? right.displayName;
  }
}

interface Shown {
  status?: string;
  readonly withdrawnAt?: string | null;
  readonly disclosureMode?: DisclosureMode;
  readonly scope?: Scope;
}

/** Says 已撤下 where Strapi only sees a draft, and what is published without being public. Other types have none of this. */
function markState(shown: Shown | undefined): void {
  if (shown === undefined) return;
  const { status, withdrawnAt, disclosureMode, scope } = shown;
  if (status === 'draft' && typeof withdrawnAt === 'string') shown.status = 'withdrawn';
  if (status !== 'published' || disclosureMode === undefined || scope === undefined) return;
  if (travelsTo({ disclosureMode, scope }, 'public')) return;
  shown.status = travelsTo({ disclosureMode, scope }, 'staff') ? 'staff' : 'unlisted';
}

/** What was fetched in the former language is fetched again. */
function forgetLabels(dispatch: (action: never) => unknown): void {
  const { util } = adminApi.enhanceEndpoints({ addTagTypes: ['ContentTypesConfiguration'] });
  dispatch(
    util.invalidateTags(TYPE_NAMES.map((type) => ({ type: 'ContentTypesConfiguration', id: uidOf(type) }))) as never,
  );
}

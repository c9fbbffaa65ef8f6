import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { createIntl } from 'react-intl';
import zhHans from '../zh-Hans.json' with { type: 'json' };
import admin from './admin.zh-Hans.json' with { type: 'json' };
import contentManager from './content-manager.zh-Hans.json' with { type: 'json' };
import contentTypeBuilder from './content-type-builder.zh-Hans.json' with { type: 'json' };
import email from './email.zh-Hans.json' with { type: 'json' };
import i18n from './i18n.zh-Hans.json' with { type: 'json' };
import unlisted from './unlisted.zh-Hans.json' with { type: 'json' };
import upload from './upload.zh-Hans.json' with { type: 'json' };

type Texts = Readonly<Record<string, string>>;

/** Strapi's packages whose texts the admin loads, by their names, and what we have of each. */
const OURS: Readonly<Record<string, Texts>> = {
  admin,
  'content-manager': contentManager,
  'content-type-builder': contentTypeBuilder,
  email,
  i18n,
  upload,
  'content-releases': {},
  'review-workflows': {},
};

/** What stays in English, by the beginning of its key: nothing of it is shown where no licence is paid for. */
const NEVER_SHOWN: Readonly<Record<string, string>> = {
  'Settings.content-history.': 'history, paid',
  'Settings.page.Purchase': 'advertises paid features',
  'Settings.page.purchase.': 'advertises paid features',
  'Settings.permissions.auditLogs.': 'audit logs, paid',
  'Settings.sso.': 'single sign-on, paid',
  'app.components.FreeTrial': 'trial of a paid plan',
  'app.components.LeftMenu.trialCountdown.': 'trial of a paid plan',
  'app.components.MediaLibraryBanner.': 'advertises Strapi’s blog, dismissed in cms/src/admin/app.tsx',
  'app.components.NpsSurvey.': 'Strapi’s survey, off in cms/config/admin.ts',
  'app.components.UpsellBanner.': 'trial of a paid plan',
  'content-manager.history.': 'history, paid',
  'content-releases.': 'releases, paid',
  'content-type-builder.chat.': 'artificial intelligence, paid',
  'i18n.CMEditViewAITranslation.': 'artificial intelligence, paid',
  'i18n.Settings.aiLocalizations.': 'artificial intelligence, paid',
  'review-workflows.': 'review workflows, paid',
  'tours.': 'guided tour, only shown by `strapi develop`',
  'upload.ai.': 'artificial intelligence, paid',
  'upload.list.bulk-actions.create-metadata': 'artificial intelligence, paid',
  'upload.settings.form.aiMetadata.': 'artificial intelligence, paid',
};

const strapi = createRequire(createRequire(import.meta.url).resolve('@strapi/strapi/package.json'));
const folderOf = (name: string) => dirname(strapi.resolve(`@strapi/${name}/package.json`));

/** A list of texts as a package of Strapi ships it, with the keys under which the admin asks for them. */
async function shipped(name: string, locale: string): Promise<Texts> {
  const path = name === 'admin' ? 'dist/admin/admin/src/translations' : 'dist/admin/translations';
  const file = join(folderOf(name), path, `${locale}.json.mjs`);
  const { default: texts } = (await import(file)) as { default: Texts };
  const prefix = name === 'admin' ? '' : `${name}.`;
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [prefix + id, text]));
}

const PACKAGES = await Promise.all(
  Object.entries(OURS).map(async ([name, ours]) => {
    // Releases are in no Chinese list at all.
    const chinese = name === 'content-releases' ? {} : await shipped(name, 'zh-Hans');
    return { name, ours, english: await shipped(name, 'en'), chinese };
  }),
);

const ours: Texts = Object.assign({}, ...Object.values(OURS)) as Texts;
const english: Texts = Object.assign({}, ...PACKAGES.map((texts) => texts.english)) as Texts;
const all: Texts = { ...ours, ...unlisted, ...zhHans };

/** What a text is put together from: values, tags, and the cases that it tells apart by name. */
function partsOf(text: string): string[] {
  return [...new Set(namesIn(parsed(text)))].sort();
}

function parsed(text: string): MessageFormatElement[] {
  try {
    return parse(text);
  } catch {
    // An address in angle brackets, which Strapi shows as it is because it cannot be parsed.
    return parse(text, { ignoreTag: true });
  }
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
    const cases = element.type === TYPE.select ? Object.keys(element.options) : [];
    return [
      element.value,
      ...cases.map((name) => `${element.value}=${name}`),
      ...Object.values(element.options).flatMap(({ value }) => namesIn(value)),
    ];
  });
}

describe('our Chinese for Strapi', () => {
  test('knows every package that has a part in the admin', () => {
    const entry = readFileSync(join(folderOf('strapi'), 'dist/admin.mjs'), 'utf8');
    const loaded = [...entry.matchAll(/'@strapi\/([\w-]+)\/strapi-admin'/g)].map(([, name]) => name);
    expect([...new Set(loaded)].sort()).toEqual(Object.keys(OURS).sort());
  });

  test.each(PACKAGES)('says all that Strapi leaves in English in $name', ({ ours, english, chinese }) => {
    const missing = Object.keys(english).filter(
      (id) =>
        !(id in chinese || id in ours || id in zhHans) &&
        !Object.keys(NEVER_SHOWN).some((beginning) => id.startsWith(beginning)),
    );
    expect(missing).toEqual([]);
  });

  test.each(PACKAGES)('says nothing that Strapi has no text for in $name', ({ ours, english }) => {
    expect(Object.keys(ours).filter((id) => !(id in english))).toEqual([]);
  });

  test.each(PACKAGES)('says nothing again that Strapi says so already in $name', ({ ours, chinese }) => {
    expect(Object.keys(ours).filter((id) => ours[id] === chinese[id])).toEqual([]);
  });

  test('leaves out nothing that Strapi no longer has', () => {
    const beginnings = Object.keys(NEVER_SHOWN);
    expect(beginnings.filter((beginning) => !Object.keys(english).some((id) => id.startsWith(beginning)))).toEqual([]);
    expect(Object.keys(ours).filter((id) => beginnings.some((beginning) => id.startsWith(beginning)))).toEqual([]);
  });

  test('leaves to the other list what Strapi has no English text for', () => {
    expect(Object.keys(unlisted).filter((id) => id in english)).toEqual([]);
  });

  test('can be put together with the values of the English text', () => {
    const problems: string[] = [];
    const intl = createIntl({
      locale: 'zh-Hans',
      messages: { ...all },
      onError: (error) => problems.push(error.message),
    });
    for (const [id, text] of Object.entries(all)) {
      const values = partsOf(text).map((name) =>
        name.startsWith('<') ? [name.slice(1, -1), (parts: string[]) => parts.join('')] : [name, 1],
      );
      intl.formatMessage({ id }, Object.fromEntries(values) as Record<string, number>);
    }
    expect(problems).toEqual([]);
  });

  test('has the values, the tags and the cases of the English text', () => {
    const differing = Object.entries(ours).filter(
      ([id, text]) => partsOf(text).join() !== partsOf(english[id] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('is set as Chinese is: full-width punctuation, curly quotes, one ellipsis', () => {
    const badlySet = Object.entries(all).filter(([, text]) =>
      /[\p{Script=Han}][,;:?!](?!\S)|[\p{Script=Han}]\.$|\.\.\.|"|[\p{Script=Han}]\(/u.test(text),
    );
    expect(badlySet).toEqual([]);
  });

  test('calls the reader 您 throughout', () => {
    expect(Object.entries(all).filter(([, text]) => text.includes('你'))).toEqual([]);
  });
});

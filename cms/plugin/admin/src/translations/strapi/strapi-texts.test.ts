import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createIntl } from 'react-intl';
import zhHans from '../zh-Hans.json' with { type: 'json' };
import admin from './admin.zh-Hans.json' with { type: 'json' };
import contentManager from './content-manager.zh-Hans.json' with { type: 'json' };
import unlisted from './unlisted.zh-Hans.json' with { type: 'json' };

const require = createRequire(import.meta.url);

/** A list of texts as a package of Strapi ships it. */
async function shipped(name: string, path: string, prefix: string): Promise<Record<string, string>> {
  const file = join(dirname(require.resolve(`${name}/package.json`)), path);
  const { default: texts } = (await import(file)) as { default: Record<string, string> };
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [prefix + id, text]));
}

const CONTENT_MANAGER = 'dist/admin/translations';
const ADMIN = 'dist/admin/admin/src/translations';

/** Sections whose texts an editor meets. */
const SECTIONS = ['content-manager', 'HomePage', 'app', 'components', 'global', 'noPreview', 'notification', 'widget'];

/** Advertisements, surveys and features of the paid editions, and the preview: none of them is ever shown. */
const NEVER_SHOWN = [
  /^content-manager\.(?:history|preview)\./,
  /^app\.components\.(?:FreeTrial\w+|NpsSurvey|MediaLibraryBanner|UpsellBanner|LeftMenu\.trialCountdown)\./,
];

const isCovered = (id: string) =>
  SECTIONS.includes(id.split('.')[0] ?? '') && !NEVER_SHOWN.some((pattern) => pattern.test(id));

const english = {
  ...(await shipped('@strapi/content-manager', `${CONTENT_MANAGER}/en.json.mjs`, 'content-manager.')),
  ...(await shipped('@strapi/admin', `${ADMIN}/en.json.mjs`, '')),
};
const chinese = {
  ...(await shipped('@strapi/content-manager', `${CONTENT_MANAGER}/zh-Hans.json.mjs`, 'content-manager.')),
  ...(await shipped('@strapi/admin', `${ADMIN}/zh-Hans.json.mjs`, '')),
};
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
const ours: Record<string, string> = { ...contentManager, ...admin };
const all: Record<string, string> = { ...ours, ...unlisted, ...zhHans };

describe('our Chinese for Strapi', () => {
  test('says all that Strapi leaves in English where editors work', () => {
    const missing = Object.keys(english).filter(
      (id) => isCovered(id) && !(id in chinese || id in ours || id in zhHans),
    );
    expect(missing).toEqual([]);
  });

  test('says nothing that Strapi has no text for', () => {
    expect(Object.keys(ours).filter((id) => !(id in english))).toEqual([]);
  });

  test('leaves to the other list what Strapi has no English text for', () => {
    expect(Object.keys(unlisted).filter((id) => id in english)).toEqual([]);
  });

  test('can be put together with the values of the English text', () => {
    const problems: string[] = [];
    const intl = createIntl({
      locale: 'zh-Hans',
      messages: all,
      onError: (error) => problems.push(error.message),
    });
    for (const [id, text] of Object.entries(all)) {
      const values = Object.fromEntries(namesIn(text).map((name) => [name, 1]));
      intl.formatMessage({ id }, { ...values, b: (parts) => parts.join('') });
    }
    expect(problems).toEqual([]);
  });

  test('asks for no value that the English text does not have', () => {
    const strange = Object.entries(ours).filter(([id, text]) => {
      const known = new Set(namesIn(english[id as keyof typeof english] ?? ''));
      return namesIn(text).some((name) => !known.has(name));
    });
    expect(strange.map(([id]) => id)).toEqual([]);
  });

  test('is set as Chinese is: full-width punctuation, curly quotes, one ellipsis', () => {
    const badlySet = Object.entries(all).filter(([, text]) =>
      /[\p{Script=Han}][,;:?!](?!\S)|[\p{Script=Han}]\.$|\.\.\.|"|[\p{Script=Han}]\(/u.test(text),
    );
    expect(badlySet).toEqual([]);
  });
});

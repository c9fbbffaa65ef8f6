import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CATEGORY_LIST, makeItem } from './dataset.ts';
import { documentIdOf } from './fill-items.ts';
import { insertInto, insertRows, joinTableOf, withRawDatabase, type FillableStrapi } from './raw-tables.ts';

/** Fills the ordinary CMS with the same items, draft and published. Prints the API token that its site reads with. */
const items = Number(process.env['BENCH_ITEMS']);
const appDir = process.cwd();
const { createStrapi } = createRequire(join(appDir, 'package.json'))('@strapi/strapi') as {
  createStrapi(options: object): FillableStrapi;
};
const strapi = createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false });
strapi.log.level = 'error';
await strapi.load();

await withRawDatabase(strapi, (raw) => {
  raw.pragma('synchronous = OFF');
  const at = new Date().toISOString();
  const times = { createdAt: at, updatedAt: at };
  const category = insertInto(strapi, raw, 'api::category.category', [
    'id',
    'documentId',
    'createdAt',
    'updatedAt',
    'publishedAt',
    'name',
    'code',
  ]);
  const ids = new Map(CATEGORY_LIST.map(({ code }, index) => [code, index + 1]));
  for (const [index, { code, name }] of CATEGORY_LIST.entries()) {
    category({ ...times, id: index + 1, documentId: `k${documentIdOf(index).slice(1)}`, publishedAt: at, name, code });
  }
  const notice = insertInto(strapi, raw, 'api::notice.notice', [
    'id',
    'documentId',
    'createdAt',
    'updatedAt',
    'publishedAt',
    'title',
    'body',
    'date',
  ]);
  const link = joinTableOf(strapi, 'api::notice.notice', 'category');
  const file = insertRows(raw, link.name, [link.joinColumn.name, link.inverseJoinColumn?.name ?? '']);
  for (let from = 0; from < items; from += 5000) {
    raw.exec('BEGIN');
    for (let index = from; index < Math.min(items, from + 5000); index += 1) {
      const { title, body, writtenOn, categories } = makeItem(index, items);
      for (const [id, publishedAt] of [
        [2 * index + 1, null],
        [2 * index + 2, at],
      ] as const) {
        notice({ ...times, id, documentId: documentIdOf(index), publishedAt, title, body, date: writtenOn });
        file(id, ids.get(categories[0] ?? ''));
      }
    }
    raw.exec('COMMIT');
    console.log(`${Math.min(items, from + 5000)} of ${items} items`);
  }
});

const { accessKey } = await strapi
  .service('admin::api-token')
  .create({ name: 'bench', description: '', type: 'full-access', lifespan: null });
console.log(`token ${accessKey}`);
await strapi.destroy();
process.exit(0);

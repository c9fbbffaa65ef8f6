import { join } from 'node:path';
import { createAccounts } from '../seed/accounts.ts';
import { loadedCms } from '../seed/strapi.ts';
import { CATEGORY_LIST, ORGAN_LIST } from './dataset.ts';
import { fillItems } from './fill-items.ts';
import { proveWithGate } from './gate-proof.ts';
import type { FillableStrapi } from './raw-tables.ts';

/** Fills an empty CMS with generated items. Its settings come from the environment, as those of the CMS do. */
const { DATA_DIR, NODE_TOKEN, SITE_PORT, BENCH_ITEMS } = process.env;
if (!DATA_DIR || !NODE_TOKEN || !SITE_PORT || !BENCH_ITEMS) {
  throw new Error('Cannot fill the CMS: DATA_DIR, NODE_TOKEN, SITE_PORT and BENCH_ITEMS are needed');
}
const items = Number(BENCH_ITEMS);
const loaded = await loadedCms();
const strapi = loaded as unknown as FillableStrapi;
strapi.log.level = 'error';

const disclosure = strapi.plugin('disclosure');
await disclosure.service('catalogue').saveOrgans(ORGAN_LIST);
await disclosure.service('catalogue').saveCategories(CATEGORY_LIST);
await fillItems({
  strapi,
  items,
  folder: join(DATA_DIR, 'cms'),
  onProgress: (done) => console.log(`${done} of ${items} items`),
});
await proveWithGate(strapi, items);
console.log('One more item went through the gate: the filled state is what the gate would have left');
const nudgeUrl = `http://127.0.0.1:${SITE_PORT}/_disclosure/nudge`;
await disclosure.service('site-nodes').create({ name: 'bench', audience: 'public', nudgeUrl }, NODE_TOKEN);
await createAccounts(loaded, DATA_DIR);
await strapi.destroy();
process.exit(0);

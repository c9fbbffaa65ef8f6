import { join } from 'node:path';
import { createAccounts } from '../seed/accounts.ts';
import { loadedCms } from '../seed/strapi.ts';
import { CATEGORY_LIST, ORGAN_LIST, POSTINGS } from './dataset.ts';
import { fillItems } from './fill-items.ts';
import { GATE_PROOF, proveWithGate } from './gate-proof.ts';
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
const batch = await disclosure
  .service('import-batches')
  .approve({ name: 'bench', approvedBy: 'bench', basis: 'generated items', entries: [GATE_PROOF] });
await fillItems({
  strapi,
  items,
  batch,
  folder: join(DATA_DIR, 'cms'),
  onProgress: (done) => console.log(`${done} of ${items} items`),
});
await proveWithGate(strapi, items, batch);
console.log('One more item went through the gate: the filled state is what the gate would have left');
const nudgeUrl = `http://127.0.0.1:${SITE_PORT}/_disclosure/nudge`;
await disclosure.service('site-nodes').create({ name: 'bench', audience: 'public', nudgeUrl }, NODE_TOKEN);
await createAccounts(loaded, DATA_DIR, POSTINGS);
await strapi.destroy();
process.exit(0);

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markSeeded } from './demo/seed.ts';
import { root } from './demo/settings.mjs';
import { createAccounts } from './seed/accounts.ts';
import { readDemoContent, type DemoContent } from './seed/demo-content.ts';
import { loadedCms, type Strapi } from './seed/strapi.ts';

/** Fills an empty CMS. Its settings come from the environment, as those of the CMS do. */
const { DATA_DIR, NODE_TOKEN, SITE_PORT } = process.env;
if (!DATA_DIR || !NODE_TOKEN || !SITE_PORT)
  throw new Error('Cannot seed: DATA_DIR, NODE_TOKEN and SITE_PORT are needed');

const { values } = parseArgs({ options: { 'site-moved': { type: 'boolean', default: false } } });
const nudgeUrl = `http://127.0.0.1:${SITE_PORT}/_disclosure/nudge`;

if (values['site-moved']) {
  const strapi = await loadedCms();
  await moveSite(strapi);
  markSeeded(DATA_DIR, Number(SITE_PORT));
  await strapi.destroy();
} else {
  const content = readDemoContent(join(root, 'cms/demo'));
  const strapi = await loadedCms();
  await seed(strapi, content);
  markSeeded(DATA_DIR, Number(SITE_PORT));
  await strapi.destroy();
}
process.exit(0);

async function moveSite(strapi: Strapi): Promise<void> {
  const nodes = strapi.plugin('disclosure').service('site-nodes');
  const node = await nodes.findByToken(NODE_TOKEN ?? '');
  if (node) await nodes.update(node.documentId, { nudgeUrl });
}

async function seed(strapi: Strapi, { organs, categories, items }: DemoContent): Promise<void> {
  if ((await strapi.db.query('plugin::disclosure.organ').count()) > 0) {
    throw new Error('Cannot seed: the database is not empty. Empty it, or name another one in DATABASE_URL');
  }
  const disclosure = strapi.plugin('disclosure');
  await disclosure.service('catalogue').saveOrgans(organs);
  await disclosure.service('catalogue').saveCategories(categories);
  console.log(`${organs.length} organs, ${categories.length} categories`);

  const batch = await disclosure.service('import-batches').approve({
    name: '演示数据',
    approvedBy: '演示程序',
    basis: '随软件提供的虚构内容，不含真实信息',
    entries: items.map(({ importKey, importHash }) => ({ importKey, importHash })),
  });
  const importer = disclosure.service('importer');
  for (const item of items) {
    const { unknownInterprets } = await importer.importDocument(item, batch);
    if (unknownInterprets.length > 0) {
      throw new Error(
        `Cannot seed: "${item.importKey}" explains items that are not there: ${unknownInterprets.join(', ')}`,
      );
    }
  }
  console.log(`${items.length} items`);

  await disclosure.service('site-nodes').create({ name: '演示站点', audience: 'public', nudgeUrl }, NODE_TOKEN ?? '');
  await createAccounts(strapi, DATA_DIR ?? '', {
    officers: ['office', 'housing-security'],
    sectionHead: ['office', 'housing-security'],
  });
  console.log('accounts and site node');
}

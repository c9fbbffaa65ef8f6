import { addresses, feedPageSchema, type Change } from 'disclosure-contract';
import type { Department } from './department.ts';

/** Everything the CMS says is public, read the way a new node reads it. */
export async function publishedState({ cms, secrets }: Department): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after = 0; ;) {
    const response = await fetch(`${cms.url}/api/disclosure/snapshot?after=${after}&limit=500`, {
      headers: { authorization: `Bearer ${secrets.NODE_TOKEN}` },
    });
    const { data, meta } = feedPageSchema.parse(await response.json());
    changes.push(...data);
    after = meta.through;
    if (meta.through >= meta.last) return changes;
  }
}

/**
 * How the site differs from what the CMS says, one line each; none when they are equal. Looks at every item's page and
 * files, at the sitemap (nothing more, nothing less), and at the number of items in the catalogue.
 */
export async function differences(department: Department): Promise<string[]> {
  const state = await publishedState(department);
  const { site } = department;
  const found: string[] = [];
  const live = state.flatMap((change) => (change.kind === 'item_published' ? [change.payload] : []));
  const gone = state.flatMap((change) => (change.kind === 'item_withdrawn' ? [change.payload] : []));

  for (const item of live) {
    const page = await fetch(site.url + addresses.item(item.slug));
    const text = await page.text();
    if (page.status !== 200) found.push(`${item.slug}: answers ${page.status}`);
    else if (!text.includes(escaped(item.title))) found.push(`${item.slug}: shows another title than "${item.title}"`);
    for (const file of item.attachments) {
      const answer = await fetch(site.url + addresses.attachment(item.slug, file.fileName), { method: 'HEAD' });
      if (answer.status !== 200) found.push(`${item.slug}: file ${file.fileName} answers ${answer.status}`);
    }
  }
  for (const tombstone of gone) {
    const page = await fetch(site.url + addresses.item(tombstone.slug));
    await page.body?.cancel();
    if (page.status !== 410) found.push(`${tombstone.slug}: was withdrawn and answers ${page.status}`);
  }
  const listed = await slugsInSitemap(site.url);
  const expected = new Set(live.map((item) => item.slug));
  for (const slug of listed) if (!expected.has(slug)) found.push(`${slug}: in the sitemap, and not public`);
  for (const slug of expected) if (!listed.has(slug)) found.push(`${slug}: public, and not in the sitemap`);
  return found;
}

async function slugsInSitemap(siteUrl: string): Promise<Set<string>> {
  const slugs = new Set<string>();
  const index = await (await fetch(siteUrl + addresses.sitemap())).text();
  for (const [, location = ''] of index.matchAll(/<loc>([^<]*sitemap-[^<]*\.xml)<\/loc>/g)) {
    const year = await (await fetch(location)).text();
    for (const [, slug = ''] of year.matchAll(/\/items\/([a-z0-9-]+)\/<\/loc>/g)) slugs.add(slug);
  }
  return slugs;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import type { APIRoute } from 'astro';
import { addresses } from 'disclosure-contract';
import { publicSite } from '../public-site.ts';

export const GET: APIRoute = ({ locals }) => {
  const lines = [
    'User-agent: *',
    `Disallow: ${addresses.search()}`,
    // A form for every page, and nothing to find.
    `Disallow: ${addresses.corrections()}`,
    // All that is in them stands on pages as well.
    `Disallow: ${addresses.dump('ndjson')}`,
    `Disallow: ${addresses.dump('csv')}`,
    '',
    `Sitemap: ${new URL(addresses.sitemap(), publicSite(locals)).href}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

import type { APIRoute } from 'astro';
import options from 'virtual:astro-disclosure/options';
import { addresses } from 'disclosure-contract';
import { publicSite } from '../public-site.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Whoever finds an older copy asks for a new one. RFC 9116 advises less than a year. */
const VALID_DAYS = 90;

/** Where to report a weakness (RFC 9116). */
export const GET: APIRoute = ({ locals }) => {
  if (options.securityContact === undefined) return new Response(null, { status: 404 });
  const expires = new Date(Math.floor(Date.now() / DAY_MS + VALID_DAYS) * DAY_MS);
  const lines = [
    `Contact: ${options.securityContact}`,
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${new URL(addresses.securityTxt(), publicSite(locals)).href}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

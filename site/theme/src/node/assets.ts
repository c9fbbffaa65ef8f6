import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { encodedForm, ENCODINGS } from './content-encoding.ts';
import { hashOf } from './page-files.ts';

/** A script, a style or a public file of the built site. */
export interface Asset {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Everything below a folder, by its path on the site. It is read and encoded once: what is built does not change. */
export function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    assets.set(`/${relative(folder, file).split(sep).join('/')}`, assetOf(entry.name, readFileSync(file)));
  }
  return assets;
}

function assetOf(name: string, body: Buffer): Asset {
  const contentType = MEDIA_TYPES[extname(name)] ?? 'application/octet-stream';
  for (const encoding of ENCODINGS) encodedForm(body, contentType, encoding, 'once');
  return { body, contentType, etag: `"${hashOf(body).slice(0, 32)}"` };
}

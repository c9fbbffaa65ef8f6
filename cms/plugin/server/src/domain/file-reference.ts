import { basename, extname, join } from 'node:path';

/** Where in the uploads folder the file of an address lies, or null for an address that is not an upload of this CMS. */
export function uploadPath(publicFolder: string, url: string): string | null {
  const match = /^\/uploads\/([^/\\?#]+)$/.exec(url);
  if (match?.[1] === undefined) return null;
  let name: string;
  try {
    name = decodeURIComponent(match[1]);
  } catch {
    return null;
  }
  if (name.startsWith('.') || name !== basename(name) || name.includes('\\') || name.includes('\0')) return null;
  return join(publicFolder, 'uploads', name);
}

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/** Type of a file that the media library has no row for, such as a smaller version of an image. */
export function mimeOfName(name: string): string {
  return IMAGE_TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/** Folder and name of stored bytes, by their hash. */
export function storedPath(filesDir: string, sha256: string): string {
  return join(filesDir, sha256.slice(0, 2), sha256);
}

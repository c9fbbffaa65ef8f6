import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { ParsedFile } from './parsed-document.ts';

const PICTURE_ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};
const LINKED_FILE = /\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|zip|rar|txt|csv|jpe?g|png)$/i;

export interface PageFiles {
  readonly images: ParsedFile[];
  readonly links: { path: string; name: string }[];
  readonly notes: string[];
}

/**
 * Finds what a page brings along. Pictures inside the page become files that the body refers to; linked files beside the
 * page become attachments; pictures elsewhere are taken out and noted, because the portal shows only what it keeps.
 */
export function takePictures(page: Document): PageFiles {
  const files: PageFiles = { images: [], links: [], notes: [] };
  for (const img of DomUtils.getElementsByTagName('img', page, true)) takePicture(img, files);
  for (const link of DomUtils.getElementsByTagName('a', page, true)) takeLink(link, files);
  return files;
}

function takePicture(img: Element, files: PageFiles): void {
  const src = (img.attribs['src'] ?? '').trim();
  const inline = /^data:(image\/[a-z+]+);base64,([\s\S]*)$/i.exec(src);
  const ending = PICTURE_ENDINGS[inline?.[1]?.toLowerCase() ?? ''];
  if (inline && ending !== undefined) {
    const picture = addImage(files.images, Buffer.from(inline[2] ?? '', 'base64'), ending);
    img.attribs['src'] = `files/${picture.name}`;
    return;
  }
  const alt = (img.attribs['alt'] ?? '').trim();
  files.notes.push(
    `图片未导入：${alt || (src.startsWith('data:') ? '不支持的内嵌图片' : basename(src).slice(0, 80)) || '无地址'}`,
  );
  DomUtils.removeElement(img);
}

/** Adds a picture under a name made from its content, so that the same picture has the same name in every run. */
export function addImage(images: ParsedFile[], bytes: Uint8Array, ending: string): ParsedFile {
  const name = `image-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${ending}`;
  const known = images.find((image) => image.name === name);
  if (known) return known;
  const image = { name, bytes };
  images.push(image);
  return image;
}

/** Addresses inside the former site lead nowhere here: the text of such a link stays, its file comes along if it is there. */
function takeLink(link: Element, files: PageFiles): void {
  const href = (link.attribs['href'] ?? '').trim();
  if (/^(?:https?:|mailto:|tel:)/i.test(href)) return;
  delete link.attribs['href'];
  link.name = 'span';
  const path = decodePath(href.replace(/[?#].*$/, ''));
  if (path === null || /^[a-z][a-z+.-]*:/i.test(path) || !LINKED_FILE.test(path)) return;
  const text = DomUtils.textContent(link).trim();
  files.links.push({ path, name: text === '' ? basename(path) : text });
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign: not an address that a browser would have followed either.
    return null;
  }
}

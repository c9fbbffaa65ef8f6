import { addresses, parseAddress } from '../../shared/src/addresses.ts';
import { checkMarkup, checkTexts, type CheckContext, type Finding } from '../../shared/src/checks/index.ts';
import { refuse } from '../import/refusal.ts';
import { parseManifest, siteAt } from '../manifest/compare.ts';
import { checkAttachment } from './check-attachment.ts';
import { placed, type PlacedFinding } from './placed-finding.ts';
import { readableText } from './readable-text.ts';

/** Something that a site shows, and the way to check it. */
export interface Published {
  readonly address: string;
  /** Throws only refusals. */
  check(): Promise<readonly (Finding | PlacedFinding)[]>;
}

/**
 * What a site shows that was written by somebody: its items with their files, its categories, its organs and the home page,
 * by the list of public files that each node gives. Lists repeat titles and are left out. Throws a refusal where there is
 * no such list.
 */
export async function publishedAt(siteUrl: string, context: CheckContext): Promise<Published[]> {
  const manifest = parseManifest(await textAt(siteUrl + addresses.manifest()));
  if (manifest === null) return refuse('网站没有给出公开文件的清单');
  const site = siteAt(siteUrl);
  const known: CheckContext = { ...context, knownHosts: [...(context.knownHosts ?? []), new URL(siteUrl).hostname] };

  async function bytesAt(path: string): Promise<Buffer> {
    const bytes = await site.read(path).catch((error: unknown) => refuse('网站没有响应', error));
    return bytes === null ? refuse('网站没有给出这一页') : Buffer.from(bytes);
  }

  return manifest.rows.flatMap(({ path }) => {
    const check = checkOf(path);
    if (check === null) return [];
    const address = siteUrl + path;
    return [{ address, check: async () => check(await bytesAt(path), address, known) }];
  });
}

type BytesCheck = (
  bytes: Buffer,
  address: string,
  context: CheckContext,
) => readonly Finding[] | Promise<readonly Finding[]>;

function checkOf(path: string): BytesCheck | null {
  const addressed = parseAddress(path);
  if (path === addresses.home()) return checkListPage;
  if (addressed === null) return null;
  if (addressed.kind === 'attachment') return checkAttachment;
  if (addressed.kind === 'item') return checkItemPage;
  const own = addressed.kind === 'organ' ? addresses.organ(addressed.code) : addresses.category(addressed.code);
  return path === own ? checkListPage : null;
}

async function textAt(url: string): Promise<string> {
  const response = await fetch(url).catch((error: unknown) => refuse(`${url} 没有响应`, error));
  if (response.ok) return response.text();
  await response.body?.cancel();
  return refuse(`${url} 没有给出公开文件的清单（${response.status}）`);
}

/** Of links: what hides or runs in a page is the theme's own, since bodies are sanitised and pages are guarded. */
const LINK_RULES: ReadonlySet<string> = new Set(['running_address', 'foreign_domain', 'disguised_domain']);

/** What the page of an item says, and where its article leads. */
export function checkItemPage(bytes: Buffer, address: string, context: CheckContext): PlacedFinding[] {
  const html = bytes.toString('utf8');
  const article = elementIn(html, 'article');
  const ofLinks = checkMarkup({ place: address, part: null, text: article.source }, context)
    .filter(({ rule }) => LINK_RULES.has(rule))
    .map((finding) => ({ ...finding, at: article.at + finding.at }));
  const findings = [...textFindings(html, { address, context }), ...ofLinks];
  return placed(
    findings.sort((one, other) => one.at - other.at),
    html,
  );
}

/** What the page of a category, of an organ or the home page says itself: what its links are called stands where they lead. */
export function checkListPage(bytes: Buffer, address: string, context: CheckContext): PlacedFinding[] {
  const html = bytes.toString('utf8');
  return placed(textFindings(html, { address, context, unread: ['a'] }), html);
}

interface Page {
  readonly address: string;
  readonly context: CheckContext;
  /** Elements that are not read. */
  readonly unread?: readonly string[];
}

/** Set by the theme: ways through the site, and times, of which an import knows the day alone. */
const NOT_WRITTEN = ['nav', 'time'];

function textFindings(html: string, { address, context, unread = [] }: Page): Finding[] {
  const main = elementIn(html, 'main');
  const { text, offsets } = readableText(main.source, [...NOT_WRITTEN, ...unread]);
  const findings = checkTexts([{ place: address, part: null, text }], context);
  return firstsOf(findings, text).map((finding) => ({ ...finding, at: main.at + (offsets[finding.at] ?? 0) }));
}

/** A page shows the same line in several places, as a title in its heading and in its record. */
function firstsOf(findings: readonly Finding[], text: string): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, at, found }) => {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', at + found.length);
    const line = text.slice(start, end < 0 ? undefined : end).trim();
    const key = `${rule} ${line.indexOf(found)} ${line}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The outermost element of a name, and where it begins; the whole page if it has none. */
function elementIn(html: string, name: string): { source: string; at: number } {
  const at = html.search(new RegExp(`<${name}[\\s>]`));
  const end = html.lastIndexOf(`</${name}>`);
  return at < 0 || end < at ? { source: html, at: 0 } : { source: html.slice(at, end), at };
}

import { addresses, parseAddress } from '../../shared/src/addresses.ts';
import { pageKindOf, type DeadLink } from '../../shared/src/inspection/index.ts';
import { pageFacts, type PageFacts } from '../../site/theme/src/node/page-facts.ts';
import { eachOf, isDead, statusOf, visit, type Visit } from './visit.ts';

export interface Crawl {
  readonly pages: readonly PageFacts[];
  /** Answers in JSON, by path. */
  readonly data: ReadonlyMap<string, unknown>;
  readonly deadLinks: readonly DeadLink[];
  /** Addresses that were asked for, and those that were left out because there were too many. */
  readonly visited: number;
  readonly leftOut: number;
}

export interface CrawlBounds {
  /** Addresses inside. */
  readonly addresses: number;
  readonly outside: boolean;
}

/** So many requests at a time: a site has readers as well. */
const AT_ONCE = 4;
const MOST_SITEMAPS = 100;
const MOST_OUTSIDE = 500;
/** A search, a form for each page: of what differs by its query alone, these are enough. */
const MOST_QUERIES = 50;
/** Files are looked for and not read. */
const NOT_READ = /\.(?:xml|txt|csv|ndjson|jsonld|svg|png|jpe?g|gif|webp|ico|css|js|pdf|ofd|docx?|xlsx?|pptx?|zip)$/i;

/**
 * Walks through a site from its home page and its sitemap: reads its pages and what they are as data, and tries where their
 * links lead. Null where there is no home page.
 */
export async function crawl(origin: string, bounds: CrawlBounds): Promise<Crawl | null> {
  const home = await visit(`${origin}/`, 'GET');
  if (home.body === null || isDead(home)) return null;
  const walk = new Walk(origin, bounds);
  await walk.begin(home);
  return walk.finish();
}

class Walk {
  readonly #origin: string;
  readonly #bounds: CrawlBounds;
  /** The site's public origin, which links may begin with when it is looked at on another. */
  readonly #own: Set<string>;
  /** Paths to look at, in the order that they were met; those of columns first. */
  readonly #ahead: [string[], string[]] = [[], []];
  readonly #met = new Set<string>();
  /** How many of a path were met with a query. */
  readonly #queries = new Map<string, number>();
  readonly #pages: PageFacts[] = [];
  readonly #data = new Map<string, unknown>();
  /** Where links lead, and the pages that have them. */
  readonly #links = new Map<string, string[]>();
  readonly #dead = new Map<string, string>();
  #visited = 0;

  constructor(origin: string, bounds: CrawlBounds) {
    this.#origin = origin;
    this.#bounds = bounds;
    this.#own = new Set([origin]);
  }

  async begin(home: Visit): Promise<void> {
    this.#meet(addresses.home());
    this.#next();
    this.#visited += 1;
    this.#read(addresses.home(), home);
    await this.#readSitemap();
    for (;;) {
      const round = this.#round();
      if (round.length === 0) break;
      await eachOf(round, AT_ONCE, (path) => this.#look(path));
    }
  }

  async finish(): Promise<Crawl> {
    if (this.#bounds.outside) await this.#lookOutside();
    const deadLinks = [...this.#dead].flatMap(([href, status]): DeadLink[] => {
      const [first, ...others] = this.#links.get(href) ?? [];
      return first === undefined ? [] : [{ from: [first, ...others], href, isOutside: /^https?:/.test(href), status }];
    });
    const leftOut = this.#ahead.flat().length;
    return { pages: this.#pages, data: this.#data, deadLinks, visited: this.#visited, leftOut };
  }

  /** As many of those ahead as are within bounds. */
  #round(): string[] {
    const round: string[] = [];
    while (round.length < 200 && this.#visited + round.length < this.#bounds.addresses) {
      const path = this.#next();
      if (path === undefined) break;
      round.push(path);
    }
    return round;
  }

  #next(): string | undefined {
    return this.#ahead[0].shift() ?? this.#ahead[1].shift();
  }

  #meet(path: string): void {
    if (this.#met.has(path)) return;
    this.#met.add(path);
    if (path.includes('?') && !this.#isOneMoreQuery(path)) return;
    this.#ahead[parseAddress(path)?.kind === 'category' ? 0 : 1].push(path);
  }

  #isOneMoreQuery(path: string): boolean {
    const [plain = ''] = path.split('?', 1);
    const known = this.#queries.get(plain) ?? 0;
    this.#queries.set(plain, known + 1);
    return known < MOST_QUERIES;
  }

  async #look(path: string): Promise<void> {
    this.#visited += 1;
    // Searches are without number: that they answer is enough.
    const isRead = !path.includes('?') && !NOT_READ.test(path);
    const answer = await visit(this.#origin + path, isRead ? 'GET' : 'HEAD');
    if (isDead(answer)) this.#dead.set(path, statusOf(answer));
    else if (isRead) this.#read(path, answer);
  }

  #read(path: string, { body, contentType, url }: Visit): void {
    // What redirects elsewhere is read there.
    if (body === null || this.#insidePath(url, path) !== path) return;
    if (/json/.test(contentType)) this.#data.set(path, parsedJson(body));
    else if (/html/.test(contentType)) this.#readPage(pageFacts(body, path, pageKindOf));
  }

  #readPage(page: PageFacts): void {
    if (page.kind === 'home' && page.canonical !== null) this.#own.add(new URL(page.canonical, this.#origin).origin);
    this.#pages.push(page);
    for (const link of new Set([...page.links, ...(page.twin === null ? [] : [page.twin])]))
      this.#note(link, page.place);
  }

  #note(link: string, place: string): void {
    const path = this.#insidePath(link, place);
    const target = path ?? outsideAddress(link);
    if (target === null) return;
    const from = this.#links.get(target);
    if (from === undefined) this.#links.set(target, [place]);
    else if (from.at(-1) !== place) from.push(place);
    if (path !== null) this.#meet(path);
  }

  /** The path with its query, or null of what is outside. */
  #insidePath(link: string, place: string): string | null {
    const url = URL.parse(link, this.#origin + place);
    if (url === null || !this.#own.has(url.origin)) return null;
    return url.pathname + url.search;
  }

  async #readSitemap(): Promise<void> {
    const waiting: string[] = [addresses.sitemap()];
    for (let read = 0; read < MOST_SITEMAPS && read < waiting.length; read += 1) {
      const { body } = await visit(this.#origin + (waiting[read] ?? ''), 'GET');
      for (const [, tag, written = ''] of (body ?? '').matchAll(/<(sitemap|url)>\s*<loc>([^<]*)<\/loc>/g)) {
        const path = this.#insidePath(written.replace(/&amp;/g, '&'), '/');
        if (path === null) continue;
        if (tag === 'sitemap') waiting.push(path);
        else this.#meet(path);
      }
    }
  }

  async #lookOutside(): Promise<void> {
    const outside = [...this.#links.keys()].filter((href) => /^https?:/.test(href)).slice(0, MOST_OUTSIDE);
    await eachOf(outside, AT_ONCE, async (href) => {
      const asked = await visit(href, 'HEAD');
      // Some servers answer nothing but GET.
      const answer = isDead(asked) && asked.status !== 404 ? await visit(href, 'GET') : asked;
      // Who wants a login, or no machines, is there.
      if (isDead(answer) && ![401, 403, 429].includes(answer.status ?? 0)) this.#dead.set(href, statusOf(answer));
    });
  }
}

function outsideAddress(link: string): string | null {
  const url = URL.parse(link);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href;
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

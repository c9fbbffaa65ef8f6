import type {
  Attachment,
  Category,
  Genre,
  IsoDate,
  IsoInstant,
  Item,
  Organ,
  Subject,
  Terms,
  Tombstone,
  Validity,
  Withholding,
} from 'disclosure-contract';

/** Entries of one page of a list. */
export const LIST_PAGE_SIZE = 20;

/** Addresses of one file of the sitemap: the protocol allows no more. */
export const SITEMAP_LENGTH = 50_000;

/** A name with the code of its address. */
export interface Reference {
  readonly code: string;
  readonly name: string;
}

/** What a list shows of an item. */
export interface Entry {
  readonly documentId: string;
  readonly slug: string;
  readonly title: string;
  readonly indexNo: string;
  readonly docNo: string | null;
  readonly genre: Genre;
  readonly listedOn: IsoDate;
  readonly abstract: string | null;
  readonly category: Reference;
  readonly publisher: Reference;
  readonly responsible: Reference | null;
  /** Of a notice of information that is not published. */
  readonly withheld: Withholding['mode'] | null;
}

/**
 * What a page is made from. `tags` are what the page depends on: a route hands them to `Astro.cache.set({ tags })`, and
 * a change that bears one of them makes the page anew.
 */
export interface View {
  readonly tags: string[];
}

export interface ItemView extends View {
  readonly item: Item;
  readonly listedOn: IsoDate;
  readonly validity: Validity;
  /** From the root of the catalogue to the primary category. */
  readonly trail: Reference[];
  /** Every category of the item, as a trail each. */
  readonly categories: Reference[][];
  readonly publisher: Reference;
  readonly responsible: Reference | null;
  /** Its own, or those of its primary category. */
  readonly terms: Terms;
  readonly attachments: Attachment[];
  readonly interprets: Entry[];
  readonly interpretedBy: Entry[];
}

/** What an address of an item leads to. */
export type ItemAnswer =
  | { kind: 'item'; view: ItemView }
  | { kind: 'moved'; slug: string; tags: string[] }
  | { kind: 'withdrawn'; tombstone: Tombstone; replacement: Reference | null; tags: string[] }
  | { kind: 'unknown' };

export interface CategoryNode extends Reference {
  /** Items in it and below it. */
  readonly count: number;
  readonly description: string | null;
  readonly children: CategoryNode[];
}

export interface CategoryView extends View {
  readonly category: Category;
  readonly trail: Reference[];
  readonly responsible: Reference | null;
  readonly children: CategoryNode[];
  readonly count: number;
  readonly years: { year: string; count: number }[];
  /** The newest, at most {@link LIST_PAGE_SIZE}. */
  readonly newest: Entry[];
}

export interface YearView extends View {
  readonly category: Category;
  readonly trail: Reference[];
  readonly year: string;
  readonly count: number;
  /** Newest first. */
  readonly entries: Entry[];
  /** The page shown, counted from the oldest of the year; null for the newest of the year. */
  readonly page: number | null;
  readonly newerPage: number | null;
  readonly olderPage: number | null;
}

export interface OrganNode extends Reference {
  readonly organ: Organ;
  readonly count: number;
  readonly children: OrganNode[];
}

export interface OrganView extends View {
  readonly organ: Organ;
  readonly trail: Reference[];
  readonly children: Organ[];
  readonly count: number;
  readonly newest: Entry[];
}

export interface HomeView extends View {
  readonly newest: Entry[];
  readonly total: number;
  readonly thisYear: number;
  readonly thisMonth: number;
  readonly withAttachments: number;
  /** Top level of the catalogue. */
  readonly sections: CategoryNode[];
  /** When the newest change arrived, or null in an empty store. */
  readonly updatedAt: IsoInstant | null;
}

export interface TreeView extends View {
  readonly roots: CategoryNode[];
  readonly total: number;
}

export interface OrgansView extends View {
  readonly roots: OrganNode[];
}

export interface FeedView extends View {
  readonly entries: (Entry & { readonly publishedAt: IsoInstant; readonly firstPublishedAt: IsoInstant })[];
  readonly updatedAt: IsoInstant | null;
}

export interface SitemapView extends View {
  readonly years: {
    year: string;
    lastModified: IsoInstant;
    /** Files that the year takes, at most {@link SITEMAP_LENGTH} addresses each. */
    parts: number;
  }[];
}

/** Addresses of one file of the sitemap. */
export interface SitemapPartView extends View {
  readonly entries: { path: string; lastModified: IsoInstant | null }[];
}

export interface SearchQuery {
  readonly text: string;
  readonly category?: string;
  readonly organ?: string;
  readonly year?: string;
  readonly genre?: Genre;
  readonly subject?: Subject;
  readonly validity?: Validity;
  readonly sort: 'relevance' | 'date';
  /** From 1. */
  readonly page: number;
}

export interface SearchHit extends Entry {
  readonly validity: Validity;
  readonly titleParts: { text: string; isHit: boolean }[];
  readonly excerptParts: { text: string; isHit: boolean }[];
  /** The query is this item's document number or index number. */
  readonly isNumberHit: boolean;
}

export interface SearchAnswer {
  /** Hits that can be turned to. */
  readonly total: number;
  /** There are older ones beyond them. */
  readonly hasMore: boolean;
  readonly hits: SearchHit[];
  readonly page: number;
  readonly pages: number;
}

export interface NodeHealth {
  readonly state: 'ready' | 'syncing' | 'rebuilding' | 'stale';
  readonly position: number;
  readonly last: number;
  /** Seconds since the feed was last read. */
  readonly ageSeconds: number | null;
  readonly pages: number;
}

/** What routes may ask of the node. One object per request is not needed: everything is read from the store as it is. */
export interface ContentViews {
  home(): HomeView;
  item(slug: string): ItemAnswer;
  tree(): TreeView;
  category(code: string): CategoryView | null;
  categoryYear(code: string, year: string, page: number | null): YearView | null;
  organs(): OrgansView;
  organ(code: string): OrganView | null;
  search(query: SearchQuery): SearchAnswer;
  feed(): FeedView;
  /** Years of which there are items, the newest first. */
  years(): string[];
  sitemap(): SitemapView;
  /** Everything but items: home, the catalogue with its categories, the organs. */
  sitemapPages(): SitemapPartView;
  /** Items of a year, counted in parts from 1; null for a part that it does not have. */
  sitemapYear(year: string, part: number): SitemapPartView | null;
}

/** `Astro.locals.disclosure` in every route of the theme. */
export interface DisclosureLocals {
  readonly content: ContentViews;
  /**
   * The site's public address without a slash at the end: what canonical links, feeds and sitemaps are made from. It comes
   * from the node's settings, never from the `Host` that a client sends.
   */
  readonly siteUrl: string;
  /** Only where a draft is shown to those who decide about it. */
  readonly preview?: { readonly expiresAt: IsoInstant };
  health(): NodeHealth;
}

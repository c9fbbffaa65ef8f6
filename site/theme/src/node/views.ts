import type {
  Adjustment,
  Attachment,
  Category,
  Genre,
  IsoDate,
  Guide,
  IsoInstant,
  Item,
  ItemType,
  Organ,
  Power,
  PublicStep,
  RiskPoint,
  Subject,
  Terms,
  Tombstone,
  Validity,
  Withholding,
} from 'disclosure-contract';
import type { CorrectionProblems, CorrectionValues } from '../correction-request.ts';

/** Entries of one page of a list. */
export const LIST_PAGE_SIZE = 20;

/** Addresses of one file of the sitemap: the protocol allows no more. */
export const SITEMAP_LENGTH = 50_000;

/** A name with the code of its address. */
export interface Reference {
  readonly code: string;
  readonly name: string;
}

/** An item as a link names it. */
export interface ItemLink {
  readonly slug: string;
  readonly type: ItemType;
  readonly title: string;
}

/** What a list shows of an item. */
export interface Entry extends ItemLink {
  readonly documentId: string;
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
  readonly replacements: Replacements;
  /** Of its topics and its time, and what explains the same document. */
  readonly related: readonly Entry[];
  /** 公开历史, oldest first. */
  readonly history: readonly PublicStep[];
  /** Powers that it belongs to, or that rest on it. */
  readonly powers: Entry[];
  /** Of a power, a guide or a risk point. */
  readonly record: RecordView | null;
}

/** What takes the place of what: one document of another, or an item of one that was withdrawn in its favour. */
export interface Replacements {
  /** Still public, or again. */
  readonly replaces: readonly Entry[];
  /** Of what was withdrawn no more is known than its number and its address. */
  readonly withdrawn: readonly WithdrawnItem[];
  readonly replacedBy: readonly Entry[];
}

export interface WithdrawnItem extends Pick<ItemLink, 'slug' | 'type'> {
  readonly indexNo: string;
}

/** 专项内容 of an item, with what its page shows of others. */
export type RecordView = PowerView | GuideView | RiskPointView;

export interface PowerView {
  readonly type: 'power';
  readonly power: Power;
  /** For each of the bases: the published item of that document number or title. */
  readonly regulations: (ItemLink | null)[];
  readonly guides: ItemLink[];
  readonly risks: RiskEntry[];
  /** Forms, results, notices that belong to it. */
  readonly related: Entry[];
}

export interface GuideView {
  readonly type: 'guide';
  readonly guide: Guide;
  /** Null where it is not public. */
  readonly power: LinkedPower | null;
}

/** What a guide shows of the power that it guides through. */
export interface LinkedPower extends ItemLink {
  readonly power: Power;
  readonly publisher: Reference;
  readonly responsible: Reference | null;
  readonly regulations: (ItemLink | null)[];
}

export interface RiskPointView {
  readonly type: 'risk_point';
  readonly risk: RiskPoint;
  /** The power on whose course it lies. */
  readonly power: (ItemLink & { readonly power: Power }) | null;
}

/** A risk point in a table. */
export interface RiskEntry extends ItemLink {
  readonly risk: RiskPoint;
  readonly publisher: Reference;
  readonly responsible: Reference | null;
  readonly power: ItemLink | null;
}

/** A power in the list of powers (权责清单). */
export interface PowerEntry extends ItemLink {
  readonly code: string;
  readonly kind: Power['kind'];
  readonly level: Power['level'];
  readonly publisher: Reference;
  readonly responsible: Reference | null;
  /** How it was adjusted last. */
  readonly lastAdjustment: Adjustment['kind'] | null;
  readonly guide: ItemLink | null;
}

/** A service in the list from A to Z: a guide, or a public service that has none. */
export interface ServiceEntry extends ItemLink {
  readonly publisher: Reference;
  readonly responsible: Reference | null;
}

export interface ServicesView extends View {
  /** In no order of their names. */
  readonly services: ServiceEntry[];
}

/** A filter that is not given lets everything pass. */
export interface PowerFilter {
  readonly text?: string;
  readonly kind?: Power['kind'];
  /** Code of the organ that is responsible, or where none is named, of the publisher. */
  readonly section?: string;
  readonly level?: Power['level'];
}

export interface PowersView extends View {
  /** By kind, in the order of the vocabulary, and by code. */
  readonly entries: PowerEntry[];
  /** Without any filter. */
  readonly total: number;
  /** Sections that exercise powers, to filter by. */
  readonly sections: Reference[];
}

export interface RiskFilter {
  readonly section?: string;
  readonly level?: RiskPoint['level'];
}

export interface RisksView extends View {
  /** By section, the highest level first. */
  readonly entries: RiskEntry[];
  readonly total: number;
  readonly sections: Reference[];
}

/** 动态调整 of one power. */
export interface AdjustmentEntry extends Adjustment {
  readonly power: ItemLink & Pick<PowerEntry, 'code' | 'kind'>;
  readonly section: Reference;
}

export interface AdjustmentsView extends View {
  readonly year: string | null;
  /** With adjustments, the newest first. */
  readonly years: { year: string; count: number }[];
  /** Newest first. */
  readonly entries: AdjustmentEntry[];
}

/** An item as something that walks through all of them meets it. */
export interface NumberedItem extends Pick<ItemLink, 'slug' | 'type'> {
  readonly number: number;
}

/** What an address of an item leads to. */
export type ItemAnswer =
  | { kind: 'item'; view: ItemView }
  | { kind: 'moved'; slug: string; type: ItemType; tags: string[] }
  | { kind: 'withdrawn'; tombstone: Tombstone; replacement: ItemLink | null; tags: string[] }
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
  /** Powers that it is responsible for. */
  readonly powers: number;
  readonly newest: Entry[];
}

/** 依申请公开: what a reader has to know to apply for information. */
export interface ApplicationView extends View {
  /** Organs that take applications. */
  readonly organs: Organ[];
  /** What stands in the category of the guide and is valid, the newest first. */
  readonly guides: ItemView[];
}

/** 查阅场所. */
export interface VenuesView extends View {
  /** Organs that name any. */
  readonly organs: Organ[];
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

/** Published items of one thing: a section, a category. */
export interface Figure extends Reference {
  readonly total: number;
  /** Of them, in the current year. */
  readonly thisYear: number;
}

/** 公开统计: how much was published when, by whom and about what. Internal items are not counted where they are not shown. */
export interface StatisticsView extends View {
  readonly total: number;
  /** The current year in China. */
  readonly year: string;
  /** The last two years, oldest first, without gaps: `2026-11`. */
  readonly months: { month: string; count: number }[];
  /** Newest first. */
  readonly years: { year: string; count: number; withAttachments: number }[];
  /** Sections that published anything, the most first; where a department has none, the organs. */
  readonly organs: Figure[];
  /** The second level of the catalogue, and what of the first has nothing below it, in their order. */
  readonly categories: Figure[];
}

export interface TreeView extends View {
  readonly roots: CategoryNode[];
  readonly total: number;
}

export interface OrgansView extends View {
  readonly roots: OrganNode[];
}

/** What readers subscribe to: of the whole site, of a category, of a search. */
export interface NewsFeed {
  /** Newest first. */
  readonly entries: (Entry & { readonly publishedAt: IsoInstant; readonly firstPublishedAt: IsoInstant })[];
  readonly updatedAt: IsoInstant | null;
}

export interface FeedView extends View, NewsFeed {}

export interface CategoryFeed extends NewsFeed {
  readonly category: Category;
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
  readonly type?: ItemType;
  /** Only what has attachments. */
  readonly files?: 'yes';
  readonly sort: 'relevance' | 'date';
  /** From 1. */
  readonly page: number;
}

/** What narrows a search down (分面), in the order in which an address names it. */
export type Filter = Exclude<keyof SearchQuery, 'text' | 'sort' | 'page'>;

/** One value of a filter, and how many of the hits it leaves. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Years newest first, everything else by count. Values that leave nothing are left out. */
export type Facets = Readonly<Record<Filter, FacetValue[]>>;

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
  /** Of the hits that can be turned to. */
  readonly facets: Facets;
  readonly hits: SearchHit[];
  readonly page: number;
  readonly pages: number;
  /** What may have been meant where nothing is found, or next to nothing: texts that find something with the same filters. */
  readonly didYouMean: string[];
}

/** What somebody may be looking for who is still typing: an item by its slug, a category or an organ by its code. */
export interface Suggestion {
  readonly kind: ItemType | 'category' | 'organ';
  readonly code: string;
  readonly name: string;
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
  /** Items by number, the newest first, below one of them: what walks through all of them goes piece by piece. */
  itemsBelow(number: number, limit: number): NumberedItem[];
  /** At the address of an item of this type, which is that of a page by default. */
  item(slug: string, type?: ItemType): ItemAnswer;
  tree(): TreeView;
  category(code: string): CategoryView | null;
  categoryYear(code: string, year: string, page: number | null): YearView | null;
  organs(): OrgansView;
  organ(code: string): OrganView | null;
  application(): ApplicationView;
  venues(): VenuesView;
  statistics(): StatisticsView;
  services(): ServicesView;
  powers(filter?: PowerFilter): PowersView;
  risks(filter?: RiskFilter): RisksView;
  /** Of a year, or of the newest one that has any. Null for a year without any. */
  adjustments(year: string | null): AdjustmentsView | null;
  search(query: SearchQuery): SearchAnswer;
  suggestions(text: string): Suggestion[];
  feed(): FeedView;
  /** Made when it is asked for, as the next one: no page store keeps them. */
  categoryFeed(code: string): CategoryFeed | null;
  searchFeed(query: SearchQuery): NewsFeed;
  /** Years of which there are items, the newest first. */
  years(): string[];
  sitemap(): SitemapView;
  /** Everything but items: home, the catalogue with its categories, the organs. */
  sitemapPages(): SitemapPartView;
  /** Items of a year, counted in parts from 1; null for a part that it does not have. */
  sitemapYear(year: string, part: number): SitemapPartView | null;
}

/** A form of a correction with what is wrong in it, or why it cannot be taken now. */
export interface RefusedCorrection {
  readonly values: CorrectionValues;
  readonly problems: CorrectionProblems;
  readonly status: 422 | 429 | 503;
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
  readonly preview?: {
    readonly expiresAt: IsoInstant;
    /** The version that is public now; null where there is none. */
    readonly live: Item | null;
  };
  /** What came of a correction that could not be taken: only where the form is shown again. */
  readonly correction?: RefusedCorrection;
  health(): NodeHealth;
}

import type { IsoDate, IsoInstant } from '../dates.ts';
import type { FreshnessLimits } from './freshness-limit.ts';

/** 栏目. */
export interface InspectedColumn {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  /** Items in it and below it. */
  readonly count: number;
  /** Nothing is below it. */
  readonly isLeaf: boolean;
  /** The day of the newest that it lists; null where it is empty, or says no day. */
  readonly newestOn: IsoDate | null;
}

export type PageKind = 'home' | 'column' | 'article' | 'other';

/** What the HTML of a page says. */
export interface InspectedPage {
  readonly place: string;
  readonly kind: PageKind;
  /** By name, as written. */
  readonly tags: ReadonlyMap<string, string>;
  readonly heading: string | null;
  /** Times that its main part shows, as written. */
  readonly times: readonly string[];
  readonly footer: { readonly text: string; readonly links: readonly string[] };
}

/** The days of an item, from the record that the system keeps. */
export interface InspectedEntry {
  readonly place: string;
  readonly title: string;
  /** The day that its page and its lists show. */
  readonly shownOn: IsoDate;
  readonly originalDate: IsoDate | null;
  readonly writtenOn: IsoDate | null;
  readonly firstPublishedAt: IsoInstant;
  readonly publishedAt: IsoInstant;
}

/** What a service guide says: which elements it has. */
export interface InspectedGuide {
  readonly place: string;
  readonly name: string;
  readonly elements: Readonly<Record<GuideElement, boolean>>;
}

/** A link that leads nowhere. */
export interface DeadLink {
  /** Pages that have it. */
  readonly from: readonly [string, ...string[]];
  readonly href: string;
  readonly isOutside: boolean;
  /** What came instead: a status, or why there was no answer. */
  readonly status: string;
}

export type GuideElement =
  'name' | 'bases' | 'conditions' | 'materials' | 'place' | 'hours' | 'phone' | 'flow' | 'limit' | 'fees';

/** What a site holds, as far as it was looked at. What was not looked at is left out and finds nothing. */
export interface InspectedSite {
  /** The day of the newest that the home page shows; null where it shows none; left out where it was not read. */
  readonly homeNewestOn?: IsoDate | null;
  readonly columns: readonly InspectedColumn[];
  readonly pages: readonly InspectedPage[];
  readonly entries: readonly InspectedEntry[];
  readonly guides: readonly InspectedGuide[];
  /** What stands in the column of annual reports; left out where there is none. */
  readonly annualReports?: readonly Pick<InspectedEntry, 'place' | 'title' | 'shownOn'>[];
  readonly deadLinks: readonly DeadLink[];
}

export interface InspectionTerms {
  /** In China. */
  readonly day: IsoDate;
  readonly limits?: FreshnessLimits;
}

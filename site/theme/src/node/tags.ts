/**
 * The tags that pages bear. A page that shows something of a thing bears the thing's tag; a change names the tags of
 * what it touches.
 */
export const tags = {
  home: 'home',
  tree: 'tree',
  organs: 'organs',
  feeds: 'feeds',
  sitemap: 'sitemap',
  /** Lists powers, their risk points or their adjustments. */
  powers: 'powers',
  /** Lists service guides, and public services that have none. */
  services: 'services',
  item: (documentId: string) => `item:${documentId}`,
  /** Shows what is next to the item in its topics. */
  near: (documentId: string) => `near:${documentId}`,
  /** Leads to the item of a title or document number where there is one. */
  cited: (key: number) => `cited:${key}`,
  /** Shows the name or the place of a category. */
  category: (documentId: string) => `category:${documentId}`,
  /** Shows what holds for a category's items that say nothing else. */
  terms: (documentId: string) => `terms:${documentId}`,
  /** Describes a category. */
  facts: (documentId: string) => `facts:${documentId}`,
  /** Shows the name of an organ. */
  organ: (documentId: string) => `organ:${documentId}`,
  /** Shows the newest of a list, which is a category's or an organ's. */
  newest: (list: string) => `newest:${list}`,
  /** Shows the newest of a list's year. */
  year: (list: string, year: string) => `year:${list}:${year}`,
  /** Shows one page of a list's year. */
  yearPage: (list: string, year: string, page: number) => `year:${list}:${year}:${page}`,
  sitemapYear: (year: string) => `sitemap:${year}`,
} as const;

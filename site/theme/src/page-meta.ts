import { addresses, GENRES, SUBJECTS, textOfHtml } from 'disclosure-contract';
import { organName, labelOf, siteName, t } from './interface-text.ts';
import { dataAlternate, feedAlternates, type Alternate } from './alternates.ts';
import type { Crumb } from './crumbs.ts';
import { addressOf, pageOf } from './item-address.ts';
import {
  articleData,
  breadcrumbData,
  collectionData,
  organisationData,
  serviceData,
  websiteData,
  type Listed,
} from './linked-data.ts';
import { dataAddress, itemDataAddress } from './list-addresses.ts';
import type { CategoryView, ItemLink, ItemView, OrganView } from './node/views.ts';
import { sourceOf } from './publication-source.ts';
import { publicTime } from './publication-time.ts';
import type { LinkedData } from './script-json.ts';

/** Column tags of a list page (国办发〔2017〕47号 附件). */
export interface ColumnMeta {
  readonly name: string;
  readonly description: string;
  readonly keywords: string;
  readonly type: string;
}

/** Article tags of a content page (国办发〔2017〕47号 附件). */
export interface ArticleMeta {
  readonly title: string;
  readonly pubDate: string;
  readonly source: string;
  readonly keywords: string;
}

/** What the head of a page says about it. */
export interface PageMeta {
  /** Null on the home page, whose title is the site's name. */
  readonly title: string | null;
  readonly description: string;
  /** Canonical path; null for pages that are no address of their own and stay out of search engines. */
  readonly path: string | null;
  readonly column?: ColumnMeta;
  readonly article?: ArticleMeta;
  /** Other forms of what the page shows, beside the news feeds of the site. */
  readonly alternates?: readonly Alternate[];
  readonly linkedData: LinkedData[];
}

export function homeMeta(site: URL): PageMeta {
  const description = t('home.description', { organ: organName });
  return {
    title: null,
    description,
    path: addresses.home(),
    alternates: [dataAlternate(siteName, dataAddress(addresses.home()))],
    linkedData: [organisationData(site), websiteData(site)],
  };
}

/** A list, or another page that is a column. */
interface ColumnPage {
  readonly title: string;
  readonly name: string;
  readonly description: string | null;
  readonly path: string;
  readonly crumbs: readonly Crumb[];
  /** Where the same stands as data. */
  readonly data?: string;
  readonly listed?: Listed;
}

export function columnMeta(page: ColumnPage, site: URL): PageMeta {
  const description = page.description ?? t('column.description', { name: page.name, organ: organName });
  return {
    title: page.title,
    description,
    path: page.path,
    column: columnOf(page.name, description),
    alternates: page.data === undefined ? [] : [dataAlternate(page.title, page.data)],
    linkedData: [
      breadcrumbData(page.crumbs, page.path, site),
      ...(page.listed === undefined ? [] : [collectionData(page, page.listed, site)]),
    ],
  };
}

export function categoryMeta(view: CategoryView, crumbs: readonly Crumb[], site: URL): PageMeta {
  const { name, code, description } = view.category;
  const path = addresses.category(code);
  const listed = listedEntries(view.count, view.newest);
  const meta = columnMeta({ title: name, name, description, path, crumbs, data: dataAddress(path), listed }, site);
  const feeds = feedAlternates(name, (format) => addresses.categoryFeed(code, format));
  return { ...meta, alternates: [...(meta.alternates ?? []), ...feeds] };
}

export function organMeta(view: OrganView, crumbs: readonly Crumb[], site: URL): PageMeta {
  const { name, code, duties: description } = view.organ;
  const path = addresses.organ(code);
  const listed = listedEntries(view.count, view.newest);
  return columnMeta({ title: name, name, description, path, crumbs, data: dataAddress(path), listed }, site);
}

export function listedEntries(total: number, entries: readonly ItemLink[]): Listed {
  return { total, links: entries.map((entry) => ({ name: entry.title, path: addressOf(entry) })) };
}

export function itemMeta(view: ItemView, crumbs: readonly Crumb[], site: URL): PageMeta {
  const { item, trail } = view;
  const path = pageOf(item);
  const description = item.abstract ?? opening(item.body) ?? item.title;
  const columnName = trail.at(-1)?.name ?? labelOf(GENRES[item.genre]);
  const keywords = item.keywords.length > 0 ? item.keywords : [columnName, labelOf(SUBJECTS[item.subject])];
  return {
    title: item.title,
    description,
    path,
    column: columnOf(columnName, t('column.description', { name: columnName, organ: organName })),
    article: {
      title: item.title,
      pubDate: publicTime(item),
      source: sourceOf(view),
      keywords: keywords.join(','),
    },
    alternates: [dataAlternate(item.title, itemDataAddress(view, 'json'))],
    linkedData: [contentData(view, description, site), breadcrumbData(crumbs, path, site)],
  };
}

/** Of a form of an item's page that stays out of search engines: what it is of, and when that was published. */
export function formMeta(view: ItemView, title: string, crumbs: readonly Crumb[], site: URL): PageMeta {
  const { column, article } = itemMeta(view, crumbs, site);
  return { ...unlistedMeta(title), ...(column && { column }), ...(article && { article: { ...article, title } }) };
}

function contentData(view: ItemView, description: string, site: URL): LinkedData {
  const { record } = view;
  if (record?.type === 'guide') return serviceData(view, record, description, site);
  return articleData(view, description, site);
}

/** A search is no address of its own for search engines, and can be had in other forms all the same. */
export function searchMeta(title: string, alternates: readonly Alternate[]): PageMeta {
  return { ...unlistedMeta(title), alternates };
}

/** For answers that are no address of their own: not found, withdrawn, search. */
export function unlistedMeta(title: string): PageMeta {
  return { title, description: `${title} - ${siteName}`, path: null, linkedData: [] };
}

function columnOf(name: string, description: string): ColumnMeta {
  return { name, description, keywords: [name, organName].join(','), type: t('column.type') };
}

function opening(body: string): string | null {
  const text = textOfHtml(body).replace(/\s+/g, ' ');
  if (text === '') return null;
  return text.length > 150 ? `${text.slice(0, 149)}…` : text;
}

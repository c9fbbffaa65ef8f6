import { addresses, SERVICE_TARGETS } from 'disclosure-contract';
import { POWER_KINDS } from 'disclosure-contract/flow';
import type { Crumb } from './crumbs.ts';
import { contact, locale, organName, siteName } from './interface-text.ts';
import { pageOf } from './item-address.ts';
import type { GuideView, ItemView } from './node/views.ts';
import { publicInstant } from './publication-time.ts';
import type { LinkedData } from './script-json.ts';

export function organisationData(site: URL): LinkedData {
  const { phone, email, address } = contact;
  return { '@type': 'GovernmentOrganization', name: organName, url: site.href, telephone: phone, email, address };
}

export function websiteData(site: URL): LinkedData {
  return {
    '@type': 'WebSite',
    name: siteName,
    url: site.href,
    inLanguage: locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${new URL(addresses.search(), site).href}?q={query}`,
      'query-input': 'required name=query',
    },
  };
}

export function breadcrumbData(crumbs: readonly Crumb[], path: string, site: URL): LinkedData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: new URL(href ?? path, site).href,
    })),
  };
}

export function articleData({ item, publisher }: ItemView, description: string, site: URL): LinkedData {
  const url = new URL(pageOf(item), site).href;
  return {
    '@type': 'Article',
    headline: item.title,
    description,
    identifier: item.indexNo,
    inLanguage: item.language,
    datePublished: publicInstant(item),
    dateModified: item.publishedAt,
    keywords: item.keywords,
    mainEntityOfPage: url,
    url,
    author: { '@type': 'GovernmentOrganization', name: publisher.name },
    publisher: { '@type': 'GovernmentOrganization', name: publisher.name, url: site.href },
  };
}

/** What a list page lists. */
export interface Listed {
  /** Everything that the list holds, on other pages as well. */
  readonly total: number;
  readonly links: readonly { readonly name: string; readonly path: string }[];
}

export function collectionData({ name, path }: { name: string; path: string }, listed: Listed, site: URL): LinkedData {
  return {
    '@type': 'CollectionPage',
    name,
    url: new URL(path, site).href,
    inLanguage: locale,
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: listed.total,
      itemListElement: listed.links.map((link, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: link.name,
        url: new URL(link.path, site).href,
      })),
    },
  };
}

/** A guide: what is provided, to whom, by whom, and where it is to be had. */
export function serviceData(
  { item, publisher }: ItemView,
  { guide, power }: GuideView,
  description: string,
  site: URL,
): LinkedData {
  const url = new URL(pageOf(item), site).href;
  const { place, enquiryPhone, onlineAddress } = guide;
  return {
    '@type': 'GovernmentService',
    name: item.title,
    description,
    identifier: power?.power.code ?? item.indexNo,
    serviceType: power === null ? undefined : POWER_KINDS[power.power.kind].zh,
    url,
    dateModified: item.publishedAt,
    provider: { '@type': 'GovernmentOrganization', name: publisher.name, url: site.href },
    audience: guide.targets.map((target) => ({ '@type': 'Audience', audienceType: SERVICE_TARGETS[target].zh })),
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: onlineAddress ?? undefined,
      servicePhone: enquiryPhone === null ? undefined : { '@type': 'ContactPoint', telephone: enquiryPhone },
      serviceLocation: place === null ? undefined : { '@type': 'Place', name: place },
    },
  };
}

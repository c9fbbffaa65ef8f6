import {
  addresses,
  CATEGORY_PURPOSES,
  CHANNELS,
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  LEGAL_BASES,
  LEVELS,
  ORGAN_KINDS,
  STAGES,
  TARGET_AUDIENCES,
  VALIDITIES,
  type Category,
} from 'disclosure-contract';
import {
  categoryBranch,
  categoryReference,
  completeUrl,
  entryData,
  organBranch,
  organDataOrNull,
  organReferenceData,
  placesOf,
  termData,
  termDataOrNull,
} from './data-parts.ts';
import type {
  CategoryData,
  HomeData,
  OrganData,
  SearchData,
  ServicesData,
  TreeData,
  YearData,
} from './data-schemas.ts';
import { addressOf } from './item-address.ts';
import { dataAddress } from './list-addresses.ts';
import type {
  CategoryView,
  HomeView,
  OrgansView,
  OrganView,
  SearchAnswer,
  SearchQuery,
  ServicesView,
  TreeView,
  YearView,
} from './node/views.ts';
import { choiceName, type Choices } from './search-options.ts';
import { FILTERS, searchAddress, searchDataAddress } from './search-request.ts';
import { issuerName } from './section-name.ts';
import { servicesByLetter } from './service-letters.ts';
import { yearPagerOf } from './year-pages.ts';

export function homeData(view: HomeView, site: URL): HomeData {
  const { total, thisYear, thisMonth, withAttachments, updatedAt } = view;
  return {
    url: completeUrl(addresses.home(), site),
    total,
    thisYear,
    thisMonth,
    withAttachments,
    updatedAt,
    sections: view.sections.map((node) => categoryBranch(node, site)),
    newest: view.newest.map((entry) => entryData(entry, site)),
  };
}

export function catalogueData({ roots }: TreeView, site: URL): TreeData {
  return {
    url: completeUrl(addresses.catalogue(), site),
    branches: roots.map((node) => categoryBranch(node, site)),
  };
}

export function categoryData(view: CategoryView, site: URL): CategoryData {
  const { category } = view;
  const { code, name, description } = category;
  const feedUrl = (format: 'rss' | 'atom' | 'json') => completeUrl(addresses.categoryFeed(code, format), site);
  return {
    url: completeUrl(addresses.category(code), site),
    code,
    name,
    description,
    trail: view.trail.map((step) => categoryReference(step, site)),
    total: view.count,
    responsible: organDataOrNull(view.responsible, site),
    ...requirementsOf(category),
    children: view.children.map((node) => categoryBranch(node, site)),
    years: view.years.map(({ year, count }) => ({
      year,
      count,
      ...placesOf(addresses.categoryYear(code, year), site),
    })),
    newest: view.newest.map((entry) => entryData(entry, site)),
    feeds: { rss: feedUrl('rss'), atom: feedUrl('atom'), json: feedUrl('json') },
  };
}

/** 公开要求: what the standard catalogue asks of a category. */
function requirementsOf(category: Category) {
  const { contentElements, basis, targetGroup, reviewProcedure, enquiryPhone, supervisionPhone } = category;
  return {
    contentElements,
    deadlineRule: termData(DEADLINE_RULES, category.deadlineRule),
    legalBasis: termDataOrNull(LEGAL_BASES, category.legalBasis),
    basis,
    targetAudiences: category.targetAudiences.map((audience) => termData(TARGET_AUDIENCES, audience)),
    targetGroup,
    channels: category.channels.map(({ value, required }) => ({ value: termData(CHANNELS, value), required })),
    mode: termData(DISCLOSURE_MODES, category.mode),
    levels: category.levels.map((level) => termData(LEVELS, level)),
    stage: termDataOrNull(STAGES, category.stage),
    purpose: termDataOrNull(CATEGORY_PURPOSES, category.purpose),
    reviewProcedure,
    enquiryPhone,
    supervisionPhone,
  };
}

export function yearData(view: YearView, site: URL): YearData {
  const { category, year, page } = view;
  const { newer, older } = yearPagerOf(view);
  const dataUrl = (address: string | null) => address && completeUrl(dataAddress(address), site);
  return {
    url: completeUrl(addresses.categoryYear(category.code, year, page ?? undefined), site),
    category: categoryReference(category, site),
    trail: view.trail.map((step) => categoryReference(step, site)),
    year,
    total: view.count,
    page,
    entries: view.entries.map((entry) => entryData(entry, site)),
    newerDataUrl: dataUrl(newer),
    olderDataUrl: dataUrl(older),
  };
}

export function servicesData({ services }: ServicesView, site: URL): ServicesData {
  return {
    url: completeUrl(addresses.services(), site),
    total: services.length,
    letters: servicesByLetter(services).map(({ letter, services: those }) => ({
      letter,
      services: those.map((service) => ({
        title: service.title,
        type: service.type,
        section: issuerName(service),
        ...placesOf(addressOf(service), site),
      })),
    })),
  };
}

export function organsData({ roots }: OrgansView, site: URL): TreeData {
  return { url: completeUrl(addresses.organs(), site), branches: roots.map((node) => organBranch(node, site)) };
}

export function organData(view: OrganView, site: URL): OrganData {
  const { code, name, kind, duties, leader, phone, officeHours, address, creditCode, aliases } = view.organ;
  const { leaders, venues, applicationWays } = view.organ;
  return {
    url: completeUrl(addresses.organ(code), site),
    code,
    name,
    kind: termData(ORGAN_KINDS, kind),
    duties,
    leader,
    phone,
    officeHours,
    address,
    creditCode,
    aliases,
    leaders,
    venues,
    applicationWays,
    trail: view.trail.map((step) => organReferenceData(step, site)),
    children: view.children.map((child) => organReferenceData(child, site)),
    total: view.count,
    powers: view.powers,
    newest: view.newest.map((entry) => entryData(entry, site)),
  };
}

export function searchData(query: SearchQuery, answer: SearchAnswer, choices: Choices, site: URL): SearchData {
  const { total, hasMore, page, pages } = answer;
  const facets = FILTERS.map((filter) => ({
    filter,
    values: answer.facets[filter].map(({ value, count }) => ({
      value,
      name: choiceName(choices, filter, value) ?? value,
      count,
      dataUrl: completeUrl(searchDataAddress(query, { [filter]: value, page: 1 }), site),
    })),
  }));
  return {
    url: completeUrl(searchAddress(query, { page }), site),
    total,
    hasMore,
    facets,
    page,
    pages,
    hits: answer.hits.map((hit) => ({
      ...entryData(hit, site),
      validity: termData(VALIDITIES, hit.validity),
      excerpt: hit.excerptParts.map(({ text }) => text).join(''),
      isNumberHit: hit.isNumberHit,
    })),
    didYouMean: answer.didYouMean.map((text) => ({
      text,
      dataUrl: completeUrl(searchDataAddress(query, { text, page: 1 }), site),
    })),
    nextDataUrl: page < pages ? completeUrl(searchDataAddress(query, { page: page + 1 }), site) : null,
  };
}

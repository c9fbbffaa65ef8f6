import { addresses } from 'disclosure-contract';
import { DATA_SETS, type DataSet, type Distribution } from './data-sets.ts';
import { licence, locale, organName, siteName, t } from './interface-text.ts';
import type { LinkedData } from './script-json.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
};
/** ISO 639-1, as DCAT asks for. */
const LANGUAGES = 'http://id.loc.gov/vocabulary/iso639-1/';
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

/** The data sets of the site as a catalogue in DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/), as JSON-LD. */
export function dataCatalogue(site: URL): LinkedData {
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': inWords(organName), 'foaf:homepage': at('/', site) };
  return {
    '@context': CONTEXT,
    '@id': urlOf(addresses.dataCatalogue(), site),
    '@type': 'dcat:Catalog',
    'dct:title': inWords(siteName),
    'dct:description': inWords(t('data.lead')),
    'dct:language': { '@id': LANGUAGES + locale.slice(0, 2) },
    'dct:publisher': publisher,
    ...licensed(),
    'foaf:homepage': at(addresses.data(), site),
    'dcat:dataset': DATA_SETS.map((set) => ({ ...dataSet(set, site), 'dct:publisher': publisher })),
    'dcat:service': {
      '@id': `${urlOf(addresses.data(), site)}#api`,
      '@type': 'dcat:DataService',
      'dct:title': inWords(t('api.title', { name: siteName })),
      'dcat:endpointURL': at('/', site),
      'dcat:endpointDescription': at(addresses.openApi(), site),
    },
  };
}

function dataSet({ title, description, page, distributions }: DataSet, site: URL): LinkedData {
  return {
    '@id': `${urlOf(distributions[0]?.path ?? page, site)}#data`,
    '@type': 'dcat:Dataset',
    'dct:title': inWords(title),
    'dct:description': inWords(description),
    'dcat:landingPage': at(page, site),
    'dcat:distribution': distributions.map((distribution) => distributionOf(distribution, site)),
  };
}

function distributionOf({ name, mediaType, path }: Distribution, site: URL): LinkedData {
  return {
    '@type': 'dcat:Distribution',
    'dct:title': name,
    'dcat:accessURL': at(path, site),
    'dcat:downloadURL': at(path, site),
    'dcat:mediaType': { '@id': MEDIA_TYPES + mediaType },
    ...licensed(),
  };
}

/** Left out where the site names no licence: nothing is said that nobody has decided. */
function licensed(): LinkedData {
  return licence === undefined ? {} : { 'dct:license': { '@id': licence.url } };
}

/** The same for search engines, in the vocabulary of schema.org. */
export function dataCatalogueForSearch(site: URL): LinkedData {
  const license = licence?.url;
  const creator = { '@type': 'GovernmentOrganization', name: organName, url: site.href };
  return {
    '@type': 'DataCatalog',
    name: `${t('data.title')} - ${siteName}`,
    description: t('data.lead'),
    url: urlOf(addresses.data(), site),
    license,
    dataset: DATA_SETS.map(({ title, description, page, distributions }) => ({
      '@type': 'Dataset',
      name: title,
      description,
      url: urlOf(page, site),
      license,
      creator,
      distribution: distributions.map(({ mediaType, path }) => ({
        '@type': 'DataDownload',
        encodingFormat: mediaType,
        contentUrl: urlOf(path, site),
      })),
    })),
  };
}

function inWords(text: string): LinkedData {
  return { '@value': text, '@language': locale };
}

function at(path: string, site: URL): LinkedData {
  return { '@id': urlOf(path, site) };
}

function urlOf(path: string, site: URL): string {
  return new URL(path, site).href;
}

import { addresses, NEWS_FEED_FORMATS } from 'disclosure-contract';
import { NEWS_FEED_NAMES, NEWS_FEED_TYPES } from './alternates.ts';
import { t } from './interface-text.ts';
import { dataAddress, listDataAddress } from './list-addresses.ts';

/** One form in which a data set can be had. */
export interface Distribution {
  /** As readers know the format. */
  readonly name: string;
  readonly mediaType: string;
  readonly path: string;
}

/** Something of the site that programs read as a whole. */
export interface DataSet {
  readonly title: string;
  readonly description: string;
  /** Address of the page that shows it. */
  readonly page: string;
  readonly distributions: readonly Distribution[];
}

const json = (path: string): Distribution => ({ name: 'JSON', mediaType: 'application/json', path });
const csv = (path: string): Distribution => ({ name: 'CSV', mediaType: 'text/csv', path });
const tableOf = (page: string) => [csv(listDataAddress(page, 'csv')), json(listDataAddress(page, 'json'))];

/** What the data page and the catalogue of data sets name. */
export const DATA_SETS: readonly DataSet[] = [
  {
    title: t('data.set.items'),
    description: t('data.set.items_text'),
    page: addresses.catalogue(),
    distributions: [
      { name: 'NDJSON', mediaType: 'application/x-ndjson', path: addresses.dump('ndjson') },
      csv(addresses.dump('csv')),
    ],
  },
  {
    title: t('data.set.news'),
    description: t('data.set.news_text'),
    page: addresses.home(),
    distributions: NEWS_FEED_FORMATS.map((format) => ({
      name: NEWS_FEED_NAMES[format],
      mediaType: NEWS_FEED_TYPES[format],
      path: addresses.newsFeed(format),
    })),
  },
  {
    title: t('data.set.catalogue'),
    description: t('data.set.catalogue_text'),
    page: addresses.catalogue(),
    distributions: [json(dataAddress(addresses.catalogue()))],
  },
  {
    title: t('data.set.organs'),
    description: t('data.set.organs_text'),
    page: addresses.organs(),
    distributions: [json(dataAddress(addresses.organs()))],
  },
  {
    title: t('powers.title'),
    description: t('data.set.powers_text'),
    page: addresses.powers(),
    distributions: tableOf(addresses.powers()),
  },
  {
    title: t('risks.title'),
    description: t('data.set.risks_text'),
    page: addresses.risks(),
    distributions: tableOf(addresses.risks()),
  },
  {
    title: t('changes.title'),
    description: t('data.set.changes_text'),
    page: addresses.powerChanges(),
    distributions: tableOf(addresses.powerChanges()),
  },
  {
    title: t('statistics.title'),
    description: t('statistics.lead'),
    page: addresses.statistics(),
    distributions: tableOf(addresses.statistics()),
  },
];

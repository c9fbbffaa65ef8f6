import { addresses } from 'disclosure-contract';
import { t } from './interface-text.ts';
import type { Figure, StatisticsView } from './node/views.ts';
import type { DataTable, ListData } from './record-data.ts';

export function statisticsTable({ months, years, organs, categories, year }: StatisticsView): DataTable {
  const figuresOf = (name: string, figures: readonly Figure[]) =>
    figures.map((figure) => [name, figure.name, figure.code, figure.thisYear, figure.total]);
  return {
    header: [
      t('statistics.by'),
      t('statistics.name'),
      t('statistics.code'),
      t('year.name', { year }),
      t('figures.total'),
    ],
    rows: [
      ...months.map(({ month, count }) => [t('statistics.by_month'), month, null, null, count]),
      ...years.map((each) => [t('statistics.year'), each.year, null, null, each.count]),
      ...figuresOf(t('statistics.organ'), organs),
      ...figuresOf(t('statistics.category'), categories),
    ],
  };
}

export function statisticsData({ tags: _, organs, categories, ...figures }: StatisticsView, site: URL): ListData {
  const withUrl = (addressOf: (code: string) => string, list: readonly Figure[]) =>
    list.map((figure) => ({ ...figure, url: new URL(addressOf(figure.code), site).href }));
  return {
    ...figures,
    organs: withUrl(addresses.organ, organs),
    categories: withUrl(addresses.category, categories),
  };
}

import { ADJUSTMENT_KINDS, BASIS_RANKS, POWER_LEVELS, RISK_CATEGORIES, type Power } from 'disclosure-contract';
import { POWER_KINDS, RISK_LEVELS } from 'disclosure-contract/flow';
import { addressOf, pageOf } from './item-address.ts';
import { labelOf, t } from './interface-text.ts';
import { feesText, limitText } from './limits.ts';
import type { AdjustmentsView, ItemLink, ItemView, PowersView, RisksView } from './node/views.ts';

/** A table in the words of the site's language: for spreadsheets. */
export interface DataTable {
  readonly header: string[];
  readonly rows: (string | number | null)[][];
}

/** A list as programs read it: codes with their labels, and whole addresses. */
export type ListData = Readonly<Record<string, unknown>>;

export function powersTable({ entries }: PowersView, site: URL): DataTable {
  return {
    header: [
      t('power.number'),
      t('power.code'),
      t('power.kind'),
      t('power.name'),
      t('power.organ'),
      t('power.section'),
      t('power.level'),
      t('power.last_adjustment'),
      t('power.guide'),
      t('data.address'),
    ],
    rows: entries.map((entry, at) => [
      at + 1,
      entry.code,
      labelOf(POWER_KINDS[entry.kind]),
      entry.title,
      entry.publisher.name,
      entry.responsible?.name ?? null,
      labelOf(POWER_LEVELS[entry.level]),
      entry.lastAdjustment && labelOf(ADJUSTMENT_KINDS[entry.lastAdjustment]),
      entry.guide && urlOf(entry.guide, site),
      urlOf(entry, site),
    ]),
  };
}

export function powersData({ entries, total }: PowersView, site: URL): ListData {
  return {
    total,
    powers: entries.map((entry) => ({
      code: entry.code,
      title: entry.title,
      kind: entry.kind,
      kindName: POWER_KINDS[entry.kind],
      level: entry.level,
      publisher: entry.publisher,
      section: entry.responsible,
      lastAdjustment: entry.lastAdjustment,
      url: urlOf(entry, site),
      guideUrl: entry.guide && urlOf(entry.guide, site),
    })),
  };
}

export function risksTable({ entries }: RisksView, site: URL): DataTable {
  return {
    header: [
      t('power.number'),
      t('risk.section'),
      t('risk.category'),
      t('risk.point'),
      t('risk.manifestations'),
      t('risk.level'),
      t('risk.measures'),
      t('risk.head'),
      t('risk.leader'),
      t('risk.power'),
      t('data.address'),
    ],
    rows: entries.map((entry, at) => [
      at + 1,
      (entry.responsible ?? entry.publisher).name,
      labelOf(RISK_CATEGORIES[entry.risk.category]),
      entry.title,
      entry.risk.manifestations,
      labelOf(RISK_LEVELS[entry.risk.level]),
      numbered(entry.risk.measures),
      entry.risk.headPost,
      entry.risk.leaderPost,
      entry.power?.title ?? null,
      urlOf(entry, site),
    ]),
  };
}

export function risksData({ entries, total }: RisksView, site: URL): ListData {
  return {
    total,
    riskPoints: entries.map(({ title, risk, publisher, responsible, power, ...link }) => ({
      title,
      section: responsible ?? publisher,
      category: risk.category,
      manifestations: risk.manifestations,
      level: risk.level,
      measures: risk.measures,
      headPost: risk.headPost,
      leaderPost: risk.leaderPost,
      powerUrl: power && urlOf(power, site),
      url: urlOf(link, site),
    })),
  };
}

export function adjustmentsTable({ entries }: AdjustmentsView, site: URL): DataTable {
  return {
    header: [
      t('adjustment.on'),
      t('adjustment.kind'),
      t('power.code'),
      t('power.name'),
      t('power.kind'),
      t('power.section'),
      t('adjustment.basis'),
      t('adjustment.note'),
      t('data.address'),
    ],
    rows: entries.map(({ on, kind, basis, note, power, section }) => [
      on,
      labelOf(ADJUSTMENT_KINDS[kind]),
      power.code,
      power.title,
      labelOf(POWER_KINDS[power.kind]),
      section.name,
      basis,
      note,
      urlOf(power, site),
    ]),
  };
}

export function adjustmentsData({ year, entries }: AdjustmentsView, site: URL): ListData {
  return {
    year,
    adjustments: entries.map(({ power, section, ...adjustment }) => ({
      ...adjustment,
      section,
      power: { code: power.code, title: power.title, kind: power.kind, url: urlOf(power, site) },
    })),
  };
}

/** 权责清单 of one power: a row with all of its columns. */
export function powerTable({ item, publisher, responsible }: ItemView, power: Power, site: URL): DataTable {
  const columns: [string, string | null][] = [
    [t('power.code'), power.code],
    [t('power.kind'), labelOf(POWER_KINDS[power.kind])],
    [t('power.name'), item.title],
    [t('power.sub_items'), power.subItems.map(({ name }) => name).join('\n')],
    [t('power.bases'), power.bases.map(basisText).join('\n')],
    [t('power.organ'), publisher.name],
    [t('power.section'), responsible?.name ?? null],
    [t('power.level'), labelOf(POWER_LEVELS[power.level])],
    [t('power.duties'), power.duties.map(({ stage, text }) => t('power.duty', { stage, text })).join('\n')],
    [t('power.liabilities'), numbered(power.liabilities)],
    [t('power.liability_bases'), power.liabilityBases.join('\n')],
    [t('power.statutory_limit'), power.statutoryLimit && limitText(power.statutoryLimit)],
    [t('power.promised_limit'), power.promisedLimit && limitText(power.promisedLimit)],
    [t('power.fees'), feesText(power.fees)],
    [t('power.supervision'), power.supervisionPhone],
    [t('data.address'), new URL(pageOf(item), site).href],
  ];
  return { header: columns.map(([name]) => name), rows: [columns.map(([, value]) => value)] };
}

export function basisText({ rank, name, docNo, article }: Power['bases'][number]): string {
  const number = docNo === '' ? '' : ` ${docNo}`;
  return `${labelOf(BASIS_RANKS[rank])} 《${name}》${number} ${article}`.trim();
}

function numbered(texts: readonly string[]): string {
  return texts.map((text, at) => `${at + 1}. ${text}`).join('\n');
}

function urlOf(link: Pick<ItemLink, 'slug' | 'type'>, site: URL): string {
  return new URL(addressOf(link), site).href;
}

import {
  addresses,
  CHANNELS,
  dayInChina,
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  formatsOf,
  GENRES,
  itemTypeOf,
  LEGAL_BASES,
  PUBLIC_STEPS,
  SCOPES,
  SUBJECTS,
  VALIDITIES,
  WITHDRAWAL_REASONS,
  WITHHOLDING_GROUNDS,
  WITHHOLDING_MODES,
  type Attachment,
  type Item,
  type PublicStep,
  type Tombstone,
} from 'disclosure-contract';
import { portableBody } from './body-html.ts';
import {
  categoryReference,
  completeUrl,
  linkData,
  organDataOrNull,
  organReferenceData,
  termData,
  termDataOrNull,
} from './data-parts.ts';
import type { ItemData, RecordData, TombstoneData } from './data-schemas.ts';
import { addressOf, pageOf } from './item-address.ts';
import type { ItemLink, ItemView, RecordView } from './node/views.ts';
import { sourceOf } from './publication-source.ts';
import { readingAddress } from './readings.ts';

/** An item as its page shows it, under addresses instead of the numbers by which the CMS knows things. */
export function itemData(view: ItemView, site: URL): ItemData {
  const { item, terms } = view;
  const page = completeUrl(pageOf(item), site);
  return {
    url: page,
    type: itemTypeOf(item),
    indexNo: item.indexNo,
    title: item.title,
    docNo: item.docNo,
    categories: view.categories.map((trail) => trail.map((category) => categoryReference(category, site))),
    publisher: organReferenceData(view.publisher, site),
    section: organDataOrNull(view.responsible, site),
    source: sourceOf(view),
    subject: termData(SUBJECTS, item.subject),
    genre: termData(GENRES, item.genre),
    mode: termData(DISCLOSURE_MODES, item.withholding?.mode ?? item.disclosureMode),
    scope: termData(SCOPES, item.scope),
    validity: termData(VALIDITIES, view.validity),
    deadlineRule: termDataOrNull(DEADLINE_RULES, terms.deadlineRule),
    reviewProcedure: terms.reviewProcedure,
    channels: item.channels.map((channel) => termData(CHANNELS, channel)),
    legalBases: item.legalBases.map((basis) => termData(LEGAL_BASES, basis)),
    audienceClass: item.audienceClass,
    lifecycleClass: item.lifecycleClass,
    formats: formatsOf(item),
    language: item.language,
    listedOn: view.listedOn,
    writtenOn: item.writtenOn,
    effectiveOn: item.effectiveOn,
    repealedOn: item.repealedOn,
    originalDate: item.originalDate,
    firstPublishedAt: item.firstPublishedAt,
    publishedAt: item.publishedAt,
    keywords: item.keywords,
    abstract: item.abstract,
    body: portableBody(item.body, page),
    withholding: item.withholding && withholdingData(item.withholding),
    attachments: view.attachments.map((file) => attachmentData(item, file, site)),
    interprets: view.interprets.map((entry) => linkData(entry, site)),
    interpretedBy: view.interpretedBy.map((entry) => linkData(entry, site)),
    replaces: view.replacements.replaces.map((entry) => linkData(entry, site)),
    replacedBy: view.replacements.replacedBy.map((entry) => linkData(entry, site)),
    withdrawnInFavour: view.replacements.withdrawn.map(({ indexNo, ...link }) => ({
      indexNo,
      url: completeUrl(addressOf(link), site),
    })),
    related: view.related.map((entry) => linkData(entry, site)),
    history: view.history.map((step) => stepData(step)),
    powers: view.powers.map((entry) => linkData(entry, site)),
    record: view.record && recordData(view.record, site),
  };
}

/** What stays of an item that was withdrawn, as the page at its address says it. */
export function tombstoneData(tombstone: Tombstone, replacement: ItemLink | null, site: URL): TombstoneData {
  return {
    url: completeUrl(addresses.item(tombstone.slug, tombstone.type), site),
    indexNo: tombstone.indexNo,
    withdrawnOn: dayInChina(tombstone.withdrawnAt),
    reason: termData(WITHDRAWAL_REASONS, tombstone.reason),
    replacement: replacement && linkData(replacement, site),
  };
}

function stepData({ kind, at, reason, note }: PublicStep): ItemData['history'][number] {
  return { kind: termData(PUBLIC_STEPS, kind), at, reason: termDataOrNull(WITHDRAWAL_REASONS, reason), note };
}

function withholdingData(withholding: NonNullable<Item['withholding']>): ItemData['withholding'] {
  const { mode, ground, basis, decidedOn, reviewAgainOn } = withholding;
  return {
    mode: termData(WITHHOLDING_MODES, mode),
    ground: termData(WITHHOLDING_GROUNDS, ground),
    basis,
    decidedOn,
    reviewAgainOn,
  };
}

function attachmentData(item: Item, file: Attachment, site: URL): ItemData['attachments'][number] {
  const page = readingAddress(item, file);
  return {
    name: file.name,
    url: completeUrl(addresses.attachment(item.slug, file.fileName, itemTypeOf(item)), site),
    mediaType: file.mime,
    size: file.size,
    sha256: file.sha256,
    text: file.accessibleText,
    pageUrl: page && completeUrl(page, site),
  };
}

function recordData(view: RecordView, site: URL): RecordData {
  const urlOf = (link: Pick<ItemLink, 'slug' | 'type'>) => completeUrl(addressOf(link), site);
  const urlOrNull = (link: ItemLink | null) => link && urlOf(link);
  switch (view.type) {
    case 'power':
      return {
        ...view.power,
        bases: view.power.bases.map((basis, at) => ({ ...basis, url: urlOrNull(view.regulations[at] ?? null) })),
        related: view.related.map(urlOf),
        guides: view.guides.map(urlOf),
        riskPoints: view.risks.map(urlOf),
      };
    case 'guide':
      return { ...view.guide, power: urlOrNull(view.power) };
    case 'risk_point':
      return { ...view.risk, power: urlOrNull(view.power) };
  }
}

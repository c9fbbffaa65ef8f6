import {
  itemSchema,
  numberKey,
  type Basis,
  type Item,
  type ItemRecord,
  type ItemType,
  type Power,
  type RiskPoint,
} from 'disclosure-contract';
import { citationKey, citationTags } from './citation.ts';
import { documentIdOf, ENTRY_COLUMNS, ENTRY_JOINS, organReference, toEntry, type EntryRow } from './entry-rows.ts';
import { riskEntries } from './power-lists.ts';
import type { Statements } from './rows.ts';
import { tags } from './tags.ts';
import type { Entry, GuideView, ItemLink, LinkedPower, PowerView, RecordView, RiskPointView } from './views.ts';

/** What the page of a power, a guide or a risk point shows beyond what that of every item does. */
export function recordView(statements: Statements, documentId: string, record: ItemRecord): RecordView {
  switch (record.type) {
    case 'power':
      return powerView(statements, documentId, record);
    case 'guide':
      return { type: 'guide', guide: record, power: linkedPower(statements, record.power) } satisfies GuideView;
    case 'risk_point':
      return riskPointView(statements, record);
  }
}

/** Powers that name an item as belonging to them. */
export function powersNaming(statements: Statements, documentId: string): Entry[] {
  return naming(statements, documentId, 'power');
}

/** What the page of a record depends on, beyond the item itself. */
export function recordTags(statements: Statements, view: RecordView, documentId: string): string[] {
  switch (view.type) {
    case 'power': {
      const named = [...naming(statements, documentId, 'guide'), ...naming(statements, documentId, 'risk_point')];
      const others = [...view.power.related, ...named.map(documentIdOf)];
      return [...others.map(tags.item), ...view.power.bases.flatMap(tagsOfBasis)];
    }
    case 'guide':
      return [tags.item(view.guide.power), ...(view.power?.power.bases ?? []).flatMap(tagsOfBasis)];
    case 'risk_point':
      return view.risk.power === null ? [] : [tags.item(view.risk.power)];
  }
}

function powerView(statements: Statements, documentId: string, power: PowerView['power']): PowerView {
  return {
    type: 'power',
    power,
    regulations: power.bases.map((basis) => regulationOf(statements, basis)),
    guides: naming(statements, documentId, 'guide').map(linkTo),
    risks: riskEntries(statements, { sql: 'risk_point.power = ?', values: [documentId] }),
    related: power.related.flatMap((related) => entryOf(statements, related)),
  };
}

function riskPointView(statements: Statements, risk: RiskPoint): RiskPointView {
  const item = powerItem(statements, risk.power);
  return { type: 'risk_point', risk, power: item && { ...linkOf(item), power: item.record } };
}

function linkedPower(statements: Statements, documentId: string): LinkedPower | null {
  const item = powerItem(statements, documentId);
  if (item === null) return null;
  const { record: power } = item;
  return {
    ...linkOf(item),
    power,
    publisher: organReference(statements, item.publisher) ?? { code: '', name: '' },
    responsible: organReference(statements, item.responsible),
    regulations: power.bases.map((basis) => regulationOf(statements, basis)),
  };
}

type PowerItem = Item & { readonly record: Power };

function powerItem(statements: Statements, documentId: string | null): PowerItem | null {
  const row = statements.get<{ json: string }>(
    'SELECT json FROM item JOIN item_content USING (id) WHERE document_id = ?',
    documentId,
  );
  const item: Item | null = row ? itemSchema.parse(JSON.parse(row.json)) : null;
  return item?.record?.type === 'power' ? { ...item, record: item.record } : null;
}

function linkOf({ slug, title }: PowerItem): ItemLink {
  return { slug, type: 'power', title };
}

/** The newest item of the document number, else of the title. */
function regulationOf(statements: Statements, { name, docNo }: Basis): ItemLink | null {
  const find = (column: 'number_key' | 'title_key', key: string | number) =>
    statements.get<ItemLink & Record<string, string>>(
      `SELECT slug, type, title FROM item WHERE ${column} = ? AND type = 'item'
       ORDER BY listed_on DESC, index_no DESC, slug LIMIT 1`,
      key,
    );
  return (
    (docNo === '' ? undefined : find('number_key', numberKey(docNo))) ?? find('title_key', citationKey(name)) ?? null
  );
}

function tagsOfBasis({ name, docNo }: Basis): string[] {
  return citationTags({ title: name, docNo });
}

function naming(statements: Statements, documentId: string, type: ItemType): Entry[] {
  return statements
    .all<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM connection JOIN item ON item.document_id = connection.item ${ENTRY_JOINS}
       WHERE connection.other = ? AND item.type = ? ORDER BY item.listed_on, item.index_no, item.slug`,
      documentId,
      type,
    )
    .map(toEntry);
}

function entryOf(statements: Statements, documentId: string): Entry[] {
  return statements
    .all<EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM item ${ENTRY_JOINS} WHERE item.document_id = ?`, documentId)
    .map(toEntry);
}

function linkTo({ slug, type, title }: ItemLink): ItemLink {
  return { slug, type, title };
}

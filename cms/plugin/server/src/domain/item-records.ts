import { recordSchema, type ItemRecord, type ItemType, type Scope } from 'disclosure-contract';

type Columns = Readonly<Record<string, unknown>>;
type RecordType = Exclude<ItemType, 'item'>;

/** How a field of a record is kept in the columns of its table. */
type Kept = 'text' | 'value' | 'list' | 'limit' | 'fees' | 'related' | 'relatedOne';

/** Fields of the records, in the order of their forms. Columns bear the same names, but for limits and fees. */
const FIELDS: Readonly<Record<RecordType, Readonly<Record<string, Kept>>>> = {
  power: {
    code: 'text',
    kind: 'value',
    level: 'value',
    organNature: 'value',
    principal: 'text',
    subItems: 'list',
    bases: 'list',
    statutoryLimit: 'limit',
    promisedLimit: 'limit',
    limitNote: 'text',
    flows: 'list',
    duties: 'list',
    liabilities: 'list',
    liabilityBases: 'list',
    fees: 'fees',
    supervisionPhone: 'text',
    adjustments: 'list',
    related: 'related',
  },
  guide: {
    power: 'relatedOne',
    targets: 'list',
    handlingForms: 'list',
    handling: 'value',
    onlineDepth: 'value',
    visits: 'value',
    onlineAddress: 'text',
    place: 'text',
    hours: 'text',
    quota: 'text',
    conditions: 'list',
    materials: 'list',
    specialStages: 'list',
    resultName: 'text',
    resultKind: 'text',
    resultDelivery: 'text',
    paysOnline: 'value',
    deliversByPost: 'value',
    takesAppointments: 'value',
    isInServiceHall: 'value',
    intermediary: 'text',
    jointOrgans: 'list',
    enquiryPhone: 'text',
    complaintPhone: 'text',
    questions: 'list',
    remedies: 'text',
  },
  risk_point: {
    category: 'value',
    level: 'value',
    power: 'relatedOne',
    step: 'text',
    manifestations: 'text',
    measures: 'list',
    headPost: 'text',
    leaderPost: 'text',
  },
};

/** Relations that a record is read with. */
export const RECORD_RELATIONS: Readonly<Record<ItemType, Readonly<Record<string, object>>>> = {
  item: {},
  power: { related: { select: ['id', 'documentId', 'title'] } },
  guide: { power: { select: ['id', 'documentId', 'title'] } },
  risk_point: { power: { select: ['id', 'documentId', 'title'] } },
};

/** The record that the columns of a draft make, complete or not. Null for a type without one. */
export function recordIn(type: ItemType, columns: Columns): Columns | null {
  if (type === 'item') return null;
  const fields = Object.entries(FIELDS[type]).map(([name, kept]) => [name, valueIn(columns, name, kept)]);
  return { type, ...Object.fromEntries(fields) };
}

function valueIn(columns: Columns, name: string, kept: Kept): unknown {
  const value = columns[name] ?? null;
  switch (kept) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
    case 'value':
      return value;
    case 'list':
      return value ?? [];
    case 'limit': {
      const amount = columns[`${name}Amount`] ?? null;
      return amount === null ? null : { amount, unit: columns[`${name}Unit`] ?? null };
    }
    case 'fees': {
      const { feesCharged = null, feesBasis = null, feesStandard = null } = columns;
      return feesCharged === null
        ? null
        : { charged: feesCharged, basis: feesBasis ?? '', standard: feesStandard ?? '' };
    }
    case 'related':
      return documentIdsIn(value);
    case 'relatedOne':
      return documentIdsIn(value)[0] ?? null;
  }
}

/** The columns that hold a record; relations as documentIds. The inverse of {@link recordIn}. */
export function columnsOf(record: Columns | null): Record<string, unknown> {
  if (record === null) return {};
  const columns: Record<string, unknown> = {};
  for (const [name, kept] of Object.entries(FIELDS[record['type'] as RecordType] ?? {})) {
    const value = record[name] ?? null;
    if (kept === 'limit') {
      const limit = value as { amount: unknown; unit: unknown } | null;
      columns[`${name}Amount`] = limit?.amount ?? null;
      columns[`${name}Unit`] = limit?.unit ?? null;
    } else if (kept === 'fees') {
      const fees = value as { charged: unknown; basis: unknown; standard: unknown } | null;
      columns['feesCharged'] = fees?.charged ?? null;
      columns['feesBasis'] = fees?.basis ?? null;
      columns['feesStandard'] = fees?.standard ?? null;
    } else {
      columns[name] = value;
    }
  }
  return columns;
}

/** The column in which a place in a record is written: `statutoryLimit.amount` stands in `statutoryLimitAmount`. */
export function columnAt(path: readonly PropertyKey[]): string {
  const [name = '', part, ...rest] = path.map(String);
  if (name === 'fees') return `fees${capitalised(part ?? 'charged')}`;
  if (name === 'statutoryLimit' || name === 'promisedLimit') return `${name}${capitalised(part ?? 'amount')}`;
  return [name, ...(part === undefined ? [] : [part, ...rest])].join('.');
}

/** The field of the form that a name in the hashes of a content is of. */
export function fieldOfHash(name: string): string {
  return name.startsWith('record.') ? columnAt(name.split('.').slice(1)) : name;
}

/**
 * The record as it becomes public; what is not yet complete stays as it was written. Flows for staff travel with what is for
 * staff alone.
 */
export function publicRecord(record: Columns | null, scope: Scope | null): ItemRecord | Columns | null {
  const parsed = recordSchema.nullable().safeParse(record);
  if (!parsed.success) return record;
  if (parsed.data?.type !== 'power' || scope === 'internal') return parsed.data;
  return { ...parsed.data, flows: parsed.data.flows.filter(({ flow }) => flow.scope === 'external') };
}

function documentIdsIn(value: unknown): string[] {
  const rows = Array.isArray(value) ? value : [value];
  const ids = rows.map((row) => (row as { documentId?: unknown } | null)?.documentId);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

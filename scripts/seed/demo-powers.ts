import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  guideSchema,
  powerSchema,
  recordSchema,
  riskPointSchema,
  type ItemRecord,
  type ItemType,
} from 'disclosure-contract';
import { marked } from 'marked';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readFlow, readLimit, writtenFlowSchema } from './demo-flow.ts';
import type { ImportItem } from './demo-content.ts';

const {
  type: _power,
  flows: _flows,
  statutoryLimit: _law,
  promisedLimit: _promise,
  ...powerFields
} = powerSchema.shape;
const { type: _guide, power: _guided, specialStages: _stages, ...guideFields } = guideSchema.shape;
const { type: _risk, power: _endangered, ...riskFields } = riskPointSchema.shape;

const limit = z.string().nullable().default(null);

const writtenPowerSchema = z.strictObject({
  ...powerFields,
  subItems: powerFields.subItems.default([]),
  organNature: powerFields.organNature.default('statutory'),
  principal: powerFields.principal.default(null),
  level: powerFields.level.default('city'),
  statutoryLimit: limit,
  promisedLimit: limit,
  limitNote: powerFields.limitNote.default(null),
  fees: powerFields.fees.default({ charged: false, basis: '', standard: '' }),
  supervisionPhone: powerFields.supervisionPhone.default(null),
  flows: z.array(writtenFlowSchema).min(1),
  adjustments: powerFields.adjustments.default([]),
  /** Names of files in `items/`, without `.md`. */
  related: powerFields.related.default([]),
});

const attachmentSchema = z.strictObject({ file: z.string(), name: z.string() });

const writtenGuideSchema = z.strictObject({
  ...guideFields,
  title: z.string(),
  abstract: z.string(),
  onlineAddress: guideFields.onlineAddress.default(null),
  place: guideFields.place.default(null),
  hours: guideFields.hours.default(null),
  quota: guideFields.quota.default(null),
  specialStages: z
    .array(z.strictObject({ name: z.string(), limit, countsTowardsTotal: z.boolean(), note: z.string().default('') }))
    .default([]),
  paysOnline: guideFields.paysOnline.default(false),
  deliversByPost: guideFields.deliversByPost.default(true),
  takesAppointments: guideFields.takesAppointments.default(true),
  isInServiceHall: guideFields.isInServiceHall.default(true),
  intermediary: guideFields.intermediary.default(null),
  jointOrgans: guideFields.jointOrgans.default([]),
  enquiryPhone: guideFields.enquiryPhone.default(null),
  complaintPhone: guideFields.complaintPhone.default(null),
  questions: guideFields.questions.default([]),
  attachments: z.array(attachmentSchema).default([]),
});

const writtenRiskSchema = z.strictObject({ ...riskFields, title: z.string() });

/** One file of `powers/`: a power, the guide through it, and its risk points. */
const writtenFileSchema = z.strictObject({
  title: z.string(),
  responsible: z.string(),
  writtenOn: z.string(),
  originalDate: z.string(),
  keywords: z.array(z.string()).min(1),
  abstract: z.string(),
  legalBasis: z.array(z.string()).min(1),
  /** Markdown. */
  text: z.string(),
  power: writtenPowerSchema,
  guide: writtenGuideSchema.optional(),
  risks: z.array(writtenRiskSchema).default([]),
});
type WrittenFile = z.output<typeof writtenFileSchema>;

/** What the importer takes of an item with a record. In the record, powers and related items stand by import key. */
export interface ImportRecord extends ImportItem {
  readonly type: Exclude<ItemType, 'item'>;
  readonly title: string;
  readonly responsible: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly body: string;
  readonly categories: readonly string[];
  readonly attachments: readonly { readonly path: string; readonly name: string }[];
  readonly record: ItemRecord;
}

/** What an organ says of itself that its powers and guides repeat. */
interface Office {
  readonly address: string;
  readonly phone: string;
  readonly officeHours: string;
}

/** Under every text, so that nobody takes it for the real department's. */
const DEMO_NOTE = '<p>本页为演示数据，法律、法规和规章的内容以公布的文本为准。</p>';
const CATEGORIES = { power: 'quanze-qingdan', guide: 'banshi-zhinan', risk_point: 'lianzheng-fengxian' } as const;
const SUPERVISOR = 'party-committee';

/** Powers first, then guides and risk points, which name them. Throws at the first file that is not as it should be. */
export function readDemoPowers(folder: string): ImportRecord[] {
  const offices = readOffices(folder);
  const names = readdirSync(join(folder, 'powers')).filter((name) => name.endsWith('.yaml'));
  const entries = names.sort().flatMap((name) => readPowerFile(folder, name, offices));
  const inOrder: readonly ItemType[] = ['power', 'guide', 'risk_point'];
  return inOrder.flatMap((type) => entries.filter((entry) => entry.type === type));
}

function readOffices(folder: string): ReadonlyMap<string, Office> {
  const organs = JSON.parse(readFileSync(join(folder, 'organs.json'), 'utf8')) as (Office & { code: string })[];
  return new Map(organs.map((organ) => [organ.code, organ]));
}

function readPowerFile(folder: string, name: string, offices: ReadonlyMap<string, Office>): ImportRecord[] {
  const text = readFileSync(join(folder, 'powers', name), 'utf8');
  const importHash = createHash('sha256').update(text).digest('hex');
  try {
    const file = writtenFileSchema.parse(parseYaml(text));
    return entriesOf(file, { folder, importHash, slug: basename(name, '.yaml'), offices });
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`Cannot read demo power "${name}": ${reason}`, { cause: error });
  }
}

interface Source {
  readonly folder: string;
  readonly importHash: string;
  readonly slug: string;
  readonly offices: ReadonlyMap<string, Office>;
}

function entriesOf(file: WrittenFile, source: Source): ImportRecord[] {
  const { responsible, writtenOn, originalDate, keywords, legalBasis } = file;
  const power = `demo/power/${source.slug}`;
  const office = source.offices.get(responsible);
  const supervisor = source.offices.get(SUPERVISOR);
  if (office === undefined || supervisor === undefined) throw new Error(`there is no organ "${responsible}"`);

  const entry = (key: string, own: Pick<ImportRecord, 'type' | 'title' | 'abstract' | 'record'>, text = '') => ({
    importKey: key,
    importHash: source.importHash,
    categories: [CATEGORIES[own.type]],
    publisher: 'zjj',
    responsible,
    subject: 'urban_rural_environment',
    genre: 'other',
    keywords,
    writtenOn,
    originalDate,
    legalBases: legalBasis,
    source: '亳州市住房和城乡建设局',
    body: `${marked.parse(text, { async: false, gfm: true })}${DEMO_NOTE}`,
    interprets: [],
    attachments: [],
    publish: true,
    ...own,
    record: recordSchema.parse(own.record),
  });

  const { title, abstract } = file;
  const entries: ImportRecord[] = [
    entry(power, { type: 'power', title, abstract, record: powerOf(file, supervisor) }, file.text),
  ];
  if (file.guide !== undefined) {
    const { title, abstract, attachments, ...guide } = file.guide;
    const files = attachments.map(({ file, name }) => ({
      path: join(source.folder, file),
      name,
      accessibleText: null,
    }));
    const record = guideOf(guide, power, office, supervisor);
    entries.push({
      ...entry(`demo/guide/${source.slug}`, { type: 'guide', title, abstract, record }),
      attachments: files,
    });
  }
  const points = file.risks.map(({ title, ...risk }, at) =>
    entry(`demo/risk/${source.slug}-${at + 1}`, {
      type: 'risk_point',
      title,
      abstract: risk.manifestations,
      record: { type: 'risk_point', power, ...risk },
    }),
  );
  return [...entries, ...points];
}

function powerOf({ power, risks }: WrittenFile, supervisor: Office): ItemRecord {
  const { flows, statutoryLimit, promisedLimit, related, ...fields } = power;
  const onSteps = risks.map(({ title, step, level, headPost }) => ({ text: title, step, level, post: headPost }));
  return {
    ...fields,
    type: 'power',
    statutoryLimit: limitOf(statutoryLimit),
    promisedLimit: limitOf(promisedLimit),
    supervisionPhone: fields.supervisionPhone ?? supervisor.phone,
    flows: flows.map((flow) => readFlow(flow, onSteps)),
    related: related.map((key) => `demo/${key}`),
  };
}

type WrittenGuide = Omit<NonNullable<WrittenFile['guide']>, 'title' | 'abstract' | 'attachments'>;

function guideOf(guide: WrittenGuide, power: string, office: Office, supervisor: Office): ItemRecord {
  return {
    ...guide,
    type: 'guide',
    power,
    place: guide.place ?? office.address,
    hours: guide.hours ?? office.officeHours,
    enquiryPhone: guide.enquiryPhone ?? office.phone,
    complaintPhone: guide.complaintPhone ?? supervisor.phone,
    specialStages: guide.specialStages.map((stage) => ({ ...stage, limit: limitOf(stage.limit) })),
  };
}

function limitOf(written: string | null) {
  if (written === null) return null;
  const { amount, unit } = readLimit(written);
  return { amount, unit };
}

import type { Flow } from '../flow/model.ts';
import { POWER_KINDS } from '../flow/power-kinds.ts';
import type { Guide } from './guide.ts';
import type { NamedFlow, Power } from './power.ts';
import type { ItemRecord } from './record.ts';
import type { RiskPoint } from './risk-point.ts';

/** Running text of one field of a record. */
export interface RecordText {
  /** Name of the field. */
  readonly field: string;
  readonly text: string;
}

/** All that a record says in words, field by field: what is checked for wording and personal data, and what is searched. */
export function textsOfRecord(record: ItemRecord | null): RecordText[] {
  if (record === null) return [];
  const texts = Object.entries(linesOf(record)).map(([field, lines]) => ({ field, text: joined(lines) }));
  return texts.filter(({ text }) => text !== '');
}

/** The same as one text, a statement a line: what search finds a record by, and what is shown around a hit. */
export function textOfRecord(record: ItemRecord): string {
  return textsOfRecord(record)
    .map(({ text }) => text)
    .join('\n');
}

type Lines = readonly (string | null | undefined)[];

function linesOf(record: ItemRecord): Readonly<Record<string, Lines>> {
  switch (record.type) {
    case 'power':
      return linesOfPower(record);
    case 'guide':
      return linesOfGuide(record);
    case 'risk_point':
      return linesOfRiskPoint(record);
  }
}

function linesOfPower(power: Power): Readonly<Record<string, Lines>> {
  return {
    code: [power.code],
    kind: [POWER_KINDS[power.kind].zh],
    subItems: power.subItems.flatMap(({ name, code }) => [name, code]),
    bases: power.bases.flatMap(({ name, docNo, article, text }) => [`《${name}》${docNo}${article}`, text]),
    principal: [power.principal],
    duties: power.duties.flatMap(({ stage, text }) => [stage, text]),
    liabilities: power.liabilities,
    liabilityBases: power.liabilityBases,
    limitNote: [power.limitNote],
    feesBasis: [power.fees?.basis],
    feesStandard: [power.fees?.standard],
    supervisionPhone: [power.supervisionPhone],
    flows: power.flows.flatMap(linesOfFlow),
    adjustments: power.adjustments.flatMap(({ basis, note }) => [basis, note]),
  };
}

function linesOfFlow({ name, flow }: NamedFlow): Lines {
  const { nodes, edges, exemptions } = flow;
  const exempt = exemptions.map(({ basis }) => basis);
  return [name, ...nodes.flatMap(linesOfNode), ...edges.map(({ condition }) => condition), ...exempt];
}

function linesOfNode({ title, actor, materials, outputs, bases, rights, risks, note }: Flow['nodes'][number]): Lines {
  return [
    title,
    actor?.section,
    actor?.post,
    ...materials,
    ...outputs,
    ...bases,
    ...rights.map((right) => right.note),
    ...risks.flatMap(({ text, post }) => [text, post]),
    note,
  ];
}

function linesOfGuide(guide: Guide): Readonly<Record<string, Lines>> {
  return {
    place: [guide.place],
    hours: [guide.hours],
    quota: [guide.quota],
    conditions: guide.conditions,
    materials: guide.materials.flatMap(({ name, source, note }) => [name, source, note]),
    specialStages: guide.specialStages.flatMap(({ name, note }) => [name, note]),
    resultName: [guide.resultName],
    resultKind: [guide.resultKind],
    resultDelivery: [guide.resultDelivery],
    intermediary: [guide.intermediary],
    jointOrgans: guide.jointOrgans,
    enquiryPhone: [guide.enquiryPhone],
    complaintPhone: [guide.complaintPhone],
    questions: guide.questions.flatMap(({ question, answer }) => [question, answer]),
    remedies: [guide.remedies],
  };
}

function linesOfRiskPoint(point: RiskPoint): Readonly<Record<string, Lines>> {
  return {
    manifestations: [point.manifestations],
    measures: point.measures,
    headPost: [point.headPost],
    leaderPost: [point.leaderPost],
  };
}

function joined(lines: Lines): string {
  return lines.filter((line) => line !== null && line !== undefined && line !== '').join('\n');
}

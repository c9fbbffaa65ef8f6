import type { Flow } from '../flow/model.ts';
import { POWER_KINDS } from '../flow/power-kinds.ts';
import { BASIS_RANKS, type Power } from './power.ts';
import type { Guide } from './guide.ts';
import type { ItemRecord } from './record.ts';
import type { RiskPoint } from './risk-point.ts';

/**
 * All that a record says, one statement a line: what search finds it by, and what is shown around a hit. Of a flow every
 * step with its materials, results and bases, and every condition.
 */
export function textOfRecord(record: ItemRecord): string {
  return linesOf(record)
    .filter((line): line is string => typeof line === 'string' && line !== '')
    .join('\n');
}

type Line = string | null;

function linesOf(record: ItemRecord): Line[] {
  switch (record.type) {
    case 'power':
      return linesOfPower(record);
    case 'guide':
      return linesOfGuide(record);
    case 'risk_point':
      return linesOfRiskPoint(record);
  }
}

function linesOfPower(power: Power): Line[] {
  return [
    power.code,
    POWER_KINDS[power.kind].zh,
    ...power.subItems.flatMap(({ name, code }) => [name, code]),
    ...power.bases.flatMap(({ rank, name, docNo, article, text }) => [
      `${BASIS_RANKS[rank].zh} 《${name}》 ${docNo} ${article}`,
      text,
    ]),
    power.principal,
    ...power.duties.map(({ stage, text }) => `${stage} ${text}`),
    ...power.liabilities,
    ...power.liabilityBases,
    power.limitNote,
    ...(power.fees === null ? [] : [power.fees.basis, power.fees.standard]),
    ...power.flows.flatMap(({ name, flow }) => [name, ...linesOfFlow(flow)]),
    ...power.adjustments.flatMap(({ basis, note }) => [basis, note]),
  ];
}

function linesOfFlow({ nodes, edges }: Flow): Line[] {
  return [
    ...nodes.flatMap((node) => [
      node.title,
      node.actor === null ? null : `${node.actor.section} ${node.actor.post}`,
      ...node.materials,
      ...node.outputs,
      ...node.bases,
      ...node.rights.map(({ note }) => note),
      ...node.risks.map(({ text, post }) => `${text} ${post}`),
      node.note,
    ]),
    ...edges.map(({ condition }) => condition),
  ];
}

function linesOfGuide(guide: Guide): Line[] {
  return [
    ...guide.conditions,
    ...guide.materials.flatMap(({ name, source, note }) => [name, source, note]),
    ...guide.specialStages.flatMap(({ name, note }) => [name, note]),
    ...guide.questions.flatMap(({ question, answer }) => [question, answer]),
    guide.place,
    guide.hours,
    guide.quota,
    guide.resultName,
    guide.resultDelivery,
    guide.intermediary,
    ...guide.jointOrgans,
    guide.remedies,
  ];
}

function linesOfRiskPoint({ manifestations, measures, headPost, leaderPost }: RiskPoint): Line[] {
  return [manifestations, ...measures, headPost, leaderPost];
}

import { itemTypeWith, unsearched } from '../item/item-type.ts';
import { CODES } from '../vocabularies.ts';

const rows = (rows: string) => ({
  type: 'customField',
  customField: 'plugin::disclosure.rows',
  options: { rows },
  ...unsearched,
});

/** 权力事项, in the columns of the lists of powers and duties (权责清单). */
export const powerType = itemTypeWith({
  singularName: 'power',
  pluralName: 'powers',
  displayName: '权力事项',
  collectionName: 'disclosure_powers',
  list: ['title', 'code', 'kind', 'responsible', 'updatedAt'],
  edit: [
    { code: 4, kind: 4, level: 4 },
    { organNature: 6, principal: 6 },
    { subItems: 12 },
    { bases: 12 },
    { statutoryLimitAmount: 3, statutoryLimitUnit: 3, promisedLimitAmount: 3, promisedLimitUnit: 3 },
    { limitNote: 12 },
    { flows: 12 },
    { duties: 12 },
    { liabilities: 12 },
    { liabilityBases: 12 },
    { feesCharged: 4, feesBasis: 8 },
    { feesStandard: 8, supervisionPhone: 4 },
    { adjustments: 12 },
    { related: 12 },
  ],
  relationLabels: { related: 'title' },
  attributes: {
    code: { type: 'string', maxLength: 40 },
    kind: { type: 'enumeration', enum: CODES.powerKinds, ...unsearched },
    level: { type: 'enumeration', enum: CODES.powerLevels, ...unsearched },
    organNature: { type: 'enumeration', enum: CODES.organNatures, default: 'statutory', ...unsearched },
    principal: { type: 'string', maxLength: 100, ...unsearched },
    subItems: rows('POWER_SUB_ITEMS'),
    bases: rows('POWER_BASES'),
    statutoryLimitAmount: { type: 'integer', min: 1, max: 1000 },
    statutoryLimitUnit: { type: 'enumeration', enum: CODES.limitUnits, default: 'working_days', ...unsearched },
    promisedLimitAmount: { type: 'integer', min: 1, max: 1000 },
    promisedLimitUnit: { type: 'enumeration', enum: CODES.limitUnits, default: 'working_days', ...unsearched },
    limitNote: { type: 'text', maxLength: 500, ...unsearched },
    flows: { type: 'customField', customField: 'plugin::disclosure.flows', ...unsearched },
    duties: rows('POWER_DUTIES'),
    liabilities: rows('LIABILITIES'),
    liabilityBases: rows('LIABILITY_BASES'),
    feesCharged: { type: 'boolean', default: false },
    feesBasis: { type: 'string', maxLength: 500, ...unsearched },
    feesStandard: { type: 'string', maxLength: 500, ...unsearched },
    supervisionPhone: { type: 'string', maxLength: 60, ...unsearched },
    adjustments: rows('ADJUSTMENTS'),
    /** Forms, results, notices. */
    related: { type: 'relation', relation: 'manyToMany', target: 'plugin::disclosure.item' },
  },
});

import { itemTypeWith, rows, unsearched } from '../item/item-type.ts';
import { CODES } from '../vocabularies.ts';

/** 廉政风险点. */
export const riskPointType = itemTypeWith({
  singularName: 'risk-point',
  pluralName: 'risk-points',
  displayName: '廉政风险点',
  collectionName: 'disclosure_risk_points',
  list: ['title', 'level', 'responsible', 'updatedAt'],
  edit: [
    { category: 6, level: 6 },
    { power: 6, step: 6 },
    { manifestations: 12 },
    { measures: 12 },
    { headPost: 6, leaderPost: 6 },
  ],
  relationLabels: { power: 'title' },
  attributes: {
    category: { type: 'enumeration', enum: CODES.riskCategories, ...unsearched },
    level: { type: 'enumeration', enum: CODES.riskLevels, ...unsearched },
    power: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.power' },
    /** Id of the step in the power's flows. */
    step: { type: 'string', maxLength: 64, ...unsearched },
    manifestations: { type: 'text', maxLength: 2000, ...unsearched },
    measures: rows('RISK_MEASURES'),
    headPost: { type: 'string', maxLength: 100, ...unsearched },
    leaderPost: { type: 'string', maxLength: 100, ...unsearched },
  },
});

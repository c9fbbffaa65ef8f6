import { itemTypeWith, rows, unsearched } from '../item/item-type.ts';
import { CODES } from '../vocabularies.ts';

const text = (maxLength: number) => ({ type: 'string', maxLength, ...unsearched });
const longText = (maxLength: number) => ({ type: 'text', maxLength, ...unsearched });
const flag = () => ({ type: 'boolean', default: false });
const codes = (vocabulary: string) => ({
  type: 'customField',
  customField: 'plugin::disclosure.codes',
  options: { vocabulary },
  ...unsearched,
});

/** 办事指南. */
export const guideType = itemTypeWith({
  singularName: 'guide',
  pluralName: 'guides',
  displayName: '办事指南',
  collectionName: 'disclosure_guides',
  list: ['title', 'power', 'responsible', 'updatedAt'],
  edit: [
    { power: 12 },
    { targets: 6, handlingForms: 6 },
    { handling: 4, onlineDepth: 4, visits: 4 },
    { onlineAddress: 12 },
    { place: 6, hours: 6 },
    { quota: 12 },
    { conditions: 12 },
    { materials: 12 },
    { specialStages: 12 },
    { resultName: 4, resultKind: 4, resultDelivery: 4 },
    { paysOnline: 3, deliversByPost: 3, takesAppointments: 3, isInServiceHall: 3 },
    { intermediary: 6, jointOrgans: 6 },
    { enquiryPhone: 6, complaintPhone: 6 },
    { questions: 12 },
    { remedies: 12 },
  ],
  relationLabels: { power: 'title' },
  attributes: {
    power: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.power' },
    targets: codes('SERVICE_TARGETS'),
    handlingForms: codes('HANDLING_FORMS'),
    handling: { type: 'enumeration', enum: CODES.handlingKinds, default: 'promised', ...unsearched },
    onlineDepth: { type: 'enumeration', enum: CODES.onlineDepths, default: 'none', ...unsearched },
    visits: { type: 'integer', min: 0, max: 20, default: 1 },
    onlineAddress: text(500),
    place: text(200),
    hours: text(200),
    quota: text(200),
    conditions: rows('GUIDE_CONDITIONS'),
    materials: rows('GUIDE_MATERIALS'),
    specialStages: rows('SPECIAL_STAGES'),
    resultName: text(100),
    resultKind: text(100),
    resultDelivery: text(200),
    paysOnline: flag(),
    deliversByPost: flag(),
    takesAppointments: flag(),
    isInServiceHall: flag(),
    intermediary: text(200),
    jointOrgans: rows('JOINT_ORGANS'),
    enquiryPhone: text(60),
    complaintPhone: text(60),
    questions: rows('QUESTIONS'),
    remedies: longText(2000),
  },
});

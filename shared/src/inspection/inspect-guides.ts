import type { Guide } from '../record/guide.ts';
import type { Power } from '../record/power.ts';
import type { Label } from '../vocabulary.ts';
import type { InspectionFinding } from './finding.ts';
import { found } from './found.ts';
import type { GuideElement, InspectedGuide } from './inspected-site.ts';

const ELEMENTS: Readonly<Record<GuideElement, Label & { readonly isKey: boolean }>> = {
  name: { zh: '事项名称', en: 'name', isKey: true },
  bases: { zh: '设定依据', en: 'legal basis', isKey: true },
  conditions: { zh: '申请条件', en: 'conditions', isKey: true },
  materials: { zh: '办理材料', en: 'documents to bring', isKey: true },
  place: { zh: '办理地点', en: 'place', isKey: false },
  hours: { zh: '办理时间', en: 'hours', isKey: false },
  phone: { zh: '联系电话', en: 'telephone', isKey: false },
  flow: { zh: '办理流程', en: 'procedure', isKey: false },
  limit: { zh: '办理时限', en: 'time limit', isKey: false },
  fees: { zh: '收费情况', en: 'fees', isKey: false },
};

/** What is asked of the power that a guide guides through. */
type GuidedPower = Pick<Power, 'statutoryLimit' | 'promisedLimit'> &
  Readonly<Record<'bases' | 'flows', readonly unknown[]>>;

/** What a guide is read from: its record, and that of the power it guides through. */
export function guideElements(
  name: string,
  guide: Pick<Guide, 'conditions' | 'materials' | 'place' | 'hours' | 'enquiryPhone'>,
  power: GuidedPower | null,
): InspectedGuide['elements'] {
  const says = (text: string | null) => (text ?? '').trim() !== '';
  return {
    name: says(name),
    bases: (power?.bases.length ?? 0) > 0,
    conditions: guide.conditions.length > 0,
    materials: guide.materials.length > 0,
    place: says(guide.place),
    hours: says(guide.hours),
    phone: says(guide.enquiryPhone),
    flow: (power?.flows.length ?? 0) > 0,
    limit: power !== null && (power.statutoryLimit !== null || power.promisedLimit !== null),
    // A page of a power says that it is free of charge where it names no fees.
    fees: power !== null,
  };
}

/** 服务不实用: elements that a service guide has to have. */
export function inspectGuides(guides: readonly InspectedGuide[]): InspectionFinding[] {
  return guides.flatMap(({ place, name, elements }) => {
    const missing = (Object.keys(ELEMENTS) as GuideElement[]).filter((element) => !elements[element]);
    const findingFor = (isKey: boolean): InspectionFinding[] => {
      const labels = missing.map((element) => ELEMENTS[element]).filter((element) => element.isKey === isKey);
      if (labels.length === 0) return [];
      const rule = isKey ? 'guide_key_element_missing' : 'guide_element_missing';
      const elements = { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
      return [found(rule, place, { guide: name, elements })];
    };
    return [...findingFor(true), ...findingFor(false)];
  });
}

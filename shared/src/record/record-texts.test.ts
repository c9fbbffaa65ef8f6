import { expect, test } from 'vitest';
import {
  licenceFlow,
  sampleGuideRecord,
  samplePowerRecord,
  sampleRiskRecord,
} from '../../../tests/support/sample-records.ts';
import { textOfRecord } from './record-texts.ts';

/** Every text that a value holds, wherever: what nobody should have to look for in vain. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn);
}

const exempted = {
  name: '冻结存款',
  flow: { ...licenceFlow(), exemptions: [{ role: 'notice' as const, basis: '《中华人民共和国行政强制法》第三十条' }] },
};

test.each([samplePowerRecord({ flows: [exempted] }), sampleGuideRecord(), sampleRiskRecord()])(
  'the text of a $type has every sentence that people wrote in it',
  (record) => {
    const text = textOfRecord(record);
    const chinese = textsIn(record).filter((part) => /\p{Script=Han}{4,}/u.test(part));
    const versions = new Set(samplePowerRecord().bases.map(({ effectiveVersion }) => effectiveVersion));
    const hidden = new Set([...sampleGuideRecord().materials.flatMap((each) => [each.blankFile, each.sampleFile])]);
    const missing = chinese.filter((part) => !text.includes(part) && !versions.has(part) && !hidden.has(part));
    expect(missing).toEqual([]);
    expect(text).not.toMatch(/^\s*$/m);
  },
);

import { expect, test } from 'vitest';
import { POWER_KINDS } from '../flow/power-kinds.ts';
import { DUTY_STAGES } from './duty-stages.ts';
import { dutySchema } from './power.ts';

test('every kind of power has stages, each once, and room for what is none of them', () => {
  expect(Object.keys(DUTY_STAGES).sort()).toEqual(Object.keys(POWER_KINDS).sort());
  for (const stages of Object.values(DUTY_STAGES)) {
    expect(new Set(stages).size).toBe(stages.length);
    expect(stages.at(-1)).toBe('其他');
    expect(stages.every((stage) => dutySchema.shape.stage.safeParse(stage).success)).toBe(true);
  }
});

import { expect, test } from 'vitest';
import { secondsUntilVisible } from './seconds-until-visible.ts';

const changedAt = '2026-11-23T01:00:00.000Z';

test.each([
  {
    rule: 'counts from the change to the page',
    visibleAt: '2026-11-23T01:00:01.240Z',
    durationMs: 300,
    seconds: '1.2',
  },
  {
    rule: "trusts the node's own measure when its clock is behind",
    visibleAt: '2026-11-23T00:59:59.000Z',
    durationMs: 300,
    seconds: '0.3',
  },
  { rule: 'says nothing when nothing is known', visibleAt: null, durationMs: null, seconds: null },
])('secondsUntilVisible() $rule', ({ visibleAt, durationMs, seconds }) => {
  expect(secondsUntilVisible({ visibleAt, durationMs }, changedAt)).toBe(seconds);
});

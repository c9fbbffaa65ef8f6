import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometryFaults } from '../../../../tests/support/chart-geometry.ts';
import { anyFlow, damagedFlow, wordyFlow } from '../../../../tests/support/random-flows.ts';
import { layoutFlow } from './layout-flow.ts';

describe('of random flows', () => {
  test('nothing overlaps, is clipped, or runs through a box', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(wordyFlow, fc.constantFrom('zh', 'en'), fc.boolean(), async (flow, language, lanes) => {
        expect(geometryFaults(await layoutFlow(flow, { language, lanes }))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('drafts are laid out as well, whatever their state', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyFlow, damagedFlow), fc.boolean(), async (flow, lanes) => {
        expect(geometryFaults(await layoutFlow(flow, { language: 'zh', lanes }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

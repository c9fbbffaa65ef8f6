import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordyFlow } from '../../../../tests/support/random-flows.ts';
import { cutLayout } from './cut-layout.ts';
import { layoutFlow } from './layout-flow.ts';

test(
  'parts of random charts have every box whole, every label once, and each line in all its length',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(wordyFlow, fc.boolean(), fc.integer({ min: 500, max: 1200 }), async (flow, lanes, highest) => {
        const layout = await layoutFlow(flow, { language: 'zh', lanes });
        const parts = cutLayout(layout, highest);
        for (const part of parts) expect(part.height).toBeLessThanOrEqual(highest);
        const boxes = parts.flatMap((part) => part.boxes);
        expect(boxes.map(({ nodeId }) => nodeId).sort()).toEqual(layout.boxes.map(({ nodeId }) => nodeId).sort());
        for (const { boxes, top = 0, height } of parts)
          for (const box of boxes) expect(box.y >= top && box.y + box.height <= top + height).toBe(true);
        const pieces = parts.flatMap((part) => part.lines);
        for (const line of layout.lines) {
          const own = pieces.filter(({ edgeId }) => edgeId === line.edgeId);
          expect(own.filter(({ label }) => label !== null).length).toBe(line.label === null ? 0 : 1);
          const sum = own.reduce((length, piece) => length + lengthOf(piece.points), 0);
          expect(sum).toBeCloseTo(lengthOf(line.points), 3);
          expect(own.filter(({ lacks }) => lacks?.end !== true).length).toBe(1);
        }
      }),
      { numRuns: 40 },
    );
  },
);

function lengthOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  return points
    .slice(1)
    .reduce((sum, { x, y }, at) => sum + Math.abs(x - (points[at]?.x ?? x)) + Math.abs(y - (points[at]?.y ?? y)), 0);
}

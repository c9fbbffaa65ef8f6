import { describe, expect, test } from 'vitest';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { orderedText } from './ordered-text.ts';

const flow = sampleFlow(
  {
    s: 'start',
    accept: { kind: 'decision', title: '受理' },
    rejected: { kind: 'end', title: '不予受理' },
    more: { kind: 'step', title: '一次性告知补正' },
    split: { kind: 'split', title: '' },
    visit: { kind: 'step', title: '现场核查' },
    read: { kind: 'step', title: '书面审查' },
    join: { kind: 'join', title: '' },
    decide: { kind: 'step', title: '决定' },
    end: { kind: 'end', title: '' },
  },
  [
    's>accept',
    'accept>rejected 不属于本机关职权',
    'accept>more 材料不齐',
    'accept>split 若材料齐全',
    'accept<more',
    'split>visit',
    'split>read',
    'visit>join',
    'read>join',
    'join>decide',
    'decide>end',
  ],
);

describe('orderedText()', () => {
  test('goes along the longest way first, and says of every branch where it leads', () => {
    const lines = orderedText(flow).map(
      ({ number, name, exits }) => `${number} ${name.zh}：${exits.map(({ sentence }) => sentence.zh).join('；')}`,
    );
    expect(lines).toMatchInlineSnapshot(`
      [
        "1 节点s：→ 第 2 步",
        "2 受理：若不属于本机关职权 → 第 9 步；若材料不齐 → 第 10 步；若材料齐全 → 第 3 步",
        "3 并行开始：同时 → 第 4 步；同时 → 第 5 步",
        "4 现场核查：→ 第 6 步",
        "5 书面审查：→ 第 6 步",
        "6 并行汇合：→ 第 7 步",
        "7 决定：→ 第 8 步",
        "8 结束：",
        "9 不予受理：",
        "10 一次性告知补正：→ 退回第 2 步",
      ]
    `);
  });

  test('says the same in English', () => {
    const sentences = orderedText(flow).flatMap(({ exits }) => exits.map(({ sentence }) => sentence.en));
    expect(sentences).toMatchInlineSnapshot(`
      [
        "→ step 2",
        "If 不属于本机关职权 → step 9",
        "If 材料不齐 → step 10",
        "If 材料齐全 → step 3",
        "At the same time → step 4",
        "At the same time → step 5",
        "→ step 6",
        "→ step 6",
        "→ step 7",
        "→ step 8",
        "→ back to step 2",
      ]
    `);
  });

  test('says of a join what is done before it', () => {
    const join = orderedText(flow).find(({ node }) => node.kind === 'join');
    expect(join?.waitsFor).toEqual([4, 5]);
  });

  test('tells apart what is chosen, what runs at once and what leads back', () => {
    const kinds = new Map(orderedText(flow).flatMap(({ exits }) => exits.map(({ edgeId, kind }) => [edgeId, kind])));
    expect(['e1', 'e2', 'e5', 'e6'].map((id) => kinds.get(id))).toEqual(['next', 'choice', 'return', 'branch']);
  });

  test('reads an empty flow and an unfinished one', () => {
    expect(orderedText(sampleFlow({}, []))).toEqual([]);
    expect(orderedText(sampleFlow({ a: 'step', b: 'step' }, ['a>b', 'b>a', 'b>gone'])).length).toBe(2);
  });
});

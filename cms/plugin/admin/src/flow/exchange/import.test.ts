import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DisclosureError } from 'disclosure-contract';
import { checkFlow, flowSchema, flowTemplate, orderedText, type Flow } from 'disclosure-contract/flow';
import { describe, expect, test } from 'vitest';
import { bpmnOf, flowOfBpmn } from '.';

const exported = (tool: string) =>
  readFileSync(new URL(`../../../../../../tests/support/bpmn/${tool}.bpmn`, import.meta.url), 'utf8');

/** A flow in lines that are read at a glance. */
const linesOf = (flow: Flow) =>
  orderedText(flow).map(({ number, node, exits }) => {
    const { kind, title, actor, limit, materials, outputs } = node;
    const who = actor === null ? '' : ` @${actor.section}${actor.post && `/${actor.post}`}`;
    const days = limit === null ? '' : ` ${limit.amount} ${limit.unit}`;
    const data = [...materials.map((name) => ` <${name}`), ...outputs.map((name) => ` >${name}`)].join('');
    return `${number} ${kind} ${title}${who}${days}${data} ${exits.map(({ sentence }) => sentence.zh).join('；')}`.trim();
  });
const problemsOf = (flow: Flow) =>
  checkFlow(flow, { kind: null, promised: null, statutory: null }).map(({ code }) => code);

describe('BPMN of other tools', () => {
  test.each(['camunda-modeler', 'bpmn-io', 'signavio'])(
    'as %s writes it says what it can, and what is lost',
    async (tool) => {
      const { flow, notes } = await flowOfBpmn(exported(tool));
      expect([
        ...linesOf(flow),
        `problems: ${problemsOf(flow).join(' ')}`,
        ...notes.map(({ message }) => message.zh),
      ]).toMatchSnapshot();
      for (const { elementId, message } of notes) {
        expect(message.en).not.toMatch(/undefined|null/);
        if (elementId !== '') expect(exported(tool)).toContain(`id="${elementId}"`);
      }
    },
  );

  test('keeps what has no place of its own in the note', async () => {
    const { flow } = await flowOfBpmn(exported('camunda-modeler'));
    const note = (title: string) => flow.nodes.find((node) => node.title === title)?.note;
    expect(note('现场勘查')).toBe('两名以上工作人员到场。\n工程形象进度达到规定要求');
    expect(note('作出许可决定')).toBe('子流程内含：开始事件、拟稿');
  });
});

describe('a file that is no flow', () => {
  const bpmn = exported('signavio');
  const refusal = async (xml: string) => {
    const error: unknown = await flowOfBpmn(xml).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DisclosureError);
    expect((error as DisclosureError).code).toBe('flow_unreadable');
    return (error as DisclosureError).message;
  };
  const withProlog = (prolog: string) => bpmn.replace('?>', `?>${prolog}`);

  test.each([
    { what: 'a document type', xml: withProlog('<!DOCTYPE a [<!ENTITY b "c">]>'), says: 'DOCTYPE' },
    { what: 'one after a comment', xml: withProlog('<!-- <definitions> --><!DOCTYPE a>'), says: 'DOCTYPE' },
    { what: 'more than 2 MB', xml: `${bpmn}<!--${'长'.repeat(700_000)}-->`, says: '2 MB' },
    { what: 'XML that breaks off', xml: bpmn.slice(0, 4000), says: '不是完整的 BPMN' },
    { what: 'other XML', xml: '<svg xmlns="http://www.w3.org/2000/svg"/>', says: '不是完整的 BPMN' },
    { what: 'no XML', xml: 'flowchart TD', says: '不是完整的 BPMN' },
    { what: 'nothing', xml: '', says: '不是完整的 BPMN' },
    { what: 'another encoding', xml: bpmn.replace('住房', '\uFFFD\uFFFD'), says: 'UTF-8' },
    { what: 'no process', xml: bpmn.replace(/<process[\s\S]*<\/process>/, ''), says: '没有流程' },
    {
      what: 'more nodes than a flow has',
      xml: bpmn.replace('</process>', `${'<task name="一"/>'.repeat(200)}</process>`),
      says: '最多 200 个节点',
    },
  ])('is refused, with words: $what', async ({ xml, says }) => {
    expect(await refusal(xml)).toContain(says);
  });
});

const exempted: Flow = {
  ...(flowTemplate('penalty')[0]?.flow as Flow),
  exemptions: [{ role: 'notice', basis: '某法第一条' }],
};

test('exempt steps that were damaged are left out, with words', async () => {
  const xml = await bpmnOf(exempted);
  const { flow, notes } = await flowOfBpmn(xml.replace('role="notice"', 'role="note"'));
  expect(flow).toEqual({ ...exempted, exemptions: [] });
  expect(notes.map(({ message }) => message.zh)).toEqual([
    '扩展信息中“依法不经的环节”不完整或者被改坏，没有导入。请重新填写。',
  ]);
});

test('whatever was done to a file, it is read as a flow or refused with words', async () => {
  const own = await bpmnOf(exempted);
  const files = [own, ...['camunda-modeler', 'bpmn-io', 'signavio'].map(exported)].map((xml) => xml.split('\n'));
  const harm = fc.tuple(fc.nat(4), fc.nat(999), fc.nat(999));
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.array(harm, { maxLength: 4 }), async (lines, harms) => {
      const xml = harms.reduce((all, [kind, at, other]) => harmed(all, kind, at, other), lines).join('\n');
      try {
        const { flow } = await flowOfBpmn(xml);
        expect(flowSchema.parse(flow)).toEqual(flow);
        read += 1;
      } catch (error) {
        if (!(error instanceof DisclosureError)) throw error;
      }
    }),
    { numRuns: 100 },
  );
  expect(read).toBeGreaterThan(10);
});

function harmed(lines: readonly string[], kind: number, at: number, other: number): string[] {
  const [one, two] = [at % lines.length, other % lines.length];
  if (kind === 0) return lines.filter((_, line) => line !== one);
  if (kind === 1) return lines.map((line, each) => (each === one ? (lines[two] ?? '') : line));
  if (kind === 2) return lines.flatMap((line, each) => (each === one ? [line, line] : [line]));
  if (kind === 3)
    return lines.map((line, each) => (each === one ? line.replace(/="[^"]*"/g, `="${'长'.repeat(400)}"`) : line));
  const id = /(?:id|Ref)="([^"]+)"/.exec(lines[two] ?? '')?.[1] ?? 'x';
  return lines.map((line, each) => (each === one ? line.replace(/(id|Ref)="[^"]+"/, `$1="${id}"`) : line));
}

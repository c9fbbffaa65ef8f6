import { jsonOf } from 'disclosure-contract/flow';
import { expect, test } from 'vitest';
import { sampleFlow } from '../../../../../../tests/support/sample-flow.ts';
import { bpmnOf } from '../exchange';
import { readFlowFile } from './read-flow-file.ts';

const flow = sampleFlow({ s: 'start', a: 'step', z: 'end' }, ['s>a', 'a>z']);
const file = (name: string, text: string) => ({ name, text: () => Promise.resolve(text) });

test('a file is read by how it begins, and named without its ending', async () => {
  expect(await readFlowFile(file('普通程序.json', jsonOf(flow)))).toEqual({ name: '普通程序', flow, notes: [] });
  expect(await readFlowFile(file('简易程序.txt', await bpmnOf(flow)))).toMatchObject({ name: '简易程序', flow });
});

test('what is no flow is refused with a sentence', async () => {
  expect(await readFlowFile(file('a.json', '{'))).toMatchObject({ refusal: expect.stringContaining('JSON') });
  expect(await readFlowFile(file('a.bpmn', '<a>'))).toMatchObject({ refusal: expect.stringContaining('BPMN') });
});

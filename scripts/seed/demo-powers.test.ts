import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkTexts, openWordingModel } from '../../shared/src/checks/index.ts';
import { WORDING_MODEL } from '../../shared/src/checks/data/wording-model.ts';
import { checkFlow } from '../../shared/src/flow/index.ts';
import type { Power } from '../../shared/src/record/index.ts';
import { readDemoPowers } from './demo-powers.ts';

const folder = fileURLToPath(new URL('../../cms/demo', import.meta.url));
const entries = readDemoPowers(folder);
const powers = entries.flatMap((entry) => (entry.record.type === 'power' ? [{ ...entry, record: entry.record }] : []));

test('no flow for the public has a problem, and no flow for staff an error', () => {
  const problems = powers.flatMap(({ title, record }) =>
    record.flows.flatMap(({ name, flow }) =>
      checkFlow(flow, limitsOf(record))
        .filter(({ severity }) => flow.scope === 'external' || severity === 'error')
        .map(({ code, message }) => `${title}（${name}） ${code} ${message.zh}`),
    ),
  );
  expect(problems).toEqual([]);
});

test('the checks of the product find nothing in the texts', () => {
  const context = { model: openWordingModel(WORDING_MODEL) };
  const found = entries.flatMap(({ importKey, title, abstract, body, record }) =>
    checkTexts(
      textsIn([title, abstract, body.replaceAll(/<[^>]+>/g, ''), record]).map((text) => ({ place: importKey, part: null, text })),
      context,
    ).map(({ place, rule, found, message }) => `${place} ${rule} ${found} ${message.zh}`),
  );
  expect(found).toEqual([]);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

function limitsOf({ kind, statutoryLimit, promisedLimit }: Power) {
  return { kind, statutory: statutoryLimit, promised: promisedLimit };
}

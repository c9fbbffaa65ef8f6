import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Children } from './demo/children.ts';
import { endWith, Refusal } from './demo/refusal.mjs';
import { root } from './demo/settings.mjs';
import { hasHandbook } from '../tests/support/handbook.ts';
import { installMissing } from './test/machine.ts';
import { STEPS, type Step } from './test/steps.ts';
import { Tally } from './test/tally.ts';
import { countIn } from './test/vitest-report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
});

if (values.list) {
  for (const { name } of STEPS) console.log(name);
  process.exit(0);
}

const children = new Children();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void children.stopAll().then(() => process.exit(130)));
}

const startedAt = Date.now();
const reports = join(root, '.cache/test');
const tally = new Tally({ hasHandbook });

try {
  const steps = chosen(positionals);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await installMissing(steps.flatMap(({ needs = [] }) => needs));
  for (const step of steps) {
    if (await runs(step)) continue;
    summarise();
    process.exit(1);
  }
  summarise();
} catch (error) {
  await children.stopAll();
  endWith(error);
}

/** Whether the step passed, and ran all of its tests. */
async function runs(step: Step): Promise<boolean> {
  console.log(`\n── ${step.name}`);
  const from = Date.now();
  const report = join(reports, `${step.name}.json`);
  const hasSucceeded = await step.run({ children, report });
  const skipped = tally.add(hasSucceeded, countIn(report));
  for (const { name } of skipped) console.log(`skipped: ${name}`);
  const isWell = hasSucceeded && skipped.length === 0;
  console.log(`${isWell ? 'passed' : 'FAILED'} ${step.name} in ${seconds(from)} s`);
  return isWell;
}

function summarise(): void {
  console.log(`\n${tally.summary(seconds(startedAt))}`);
}

function chosen(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Refusal(
      `没有名为 ${unknown.join('、')} 的步骤，可用的有：${STEPS.map(({ name }) => name).join(' ')}`,
      `There is no step ${unknown.join(', ')}: npm test -- --list names them`,
    );
  }
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name));
}

function seconds(from: number): string {
  return ((Date.now() - from) / 1000).toFixed(0);
}

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Children } from './demo/children.ts';
import { endWith, Refusal } from './demo/refusal.mjs';
import { root } from './demo/settings.mjs';
import { installMissing } from './test/machine.ts';
import { STEPS, type Step } from './test/steps.ts';
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
const counts = { passed: 0, failed: 0 };

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

/** Whether the step passed. Steps that count nothing count as one. */
async function runs(step: Step): Promise<boolean> {
  console.log(`\n── ${step.name}`);
  const from = Date.now();
  const report = join(reports, `${step.name}.json`);
  const isWell = await step.run({ children, report });
  const counted = countIn(report) ?? { passed: isWell ? 1 : 0, failed: isWell ? 0 : 1 };
  counts.passed += counted.passed;
  counts.failed += !isWell && counted.failed === 0 ? 1 : counted.failed;
  console.log(`${isWell ? 'passed' : 'FAILED'} ${step.name} in ${seconds(from)} s`);
  return isWell;
}

function summarise(): void {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed in ${seconds(startedAt)} s`);
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

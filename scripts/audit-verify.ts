import { stateVerdict, type Verdict } from './audit/verdict.ts';
import { endWith, Refusal } from './demo/refusal.mjs';
import { keptCms } from './seed/kept-cms.ts';

/** What the verification calls of the plugin. */
interface Audited {
  plugin(name: 'disclosure'): { service(name: 'audit'): { verify(noted: readonly string[]): Promise<Verdict> } };
}

async function main(): Promise<number> {
  const noted = notedHashes(process.argv.slice(2));
  const strapi = await keptCms(process.env);
  try {
    const audited = strapi as unknown as Audited;
    const { zh, en, isWell } = stateVerdict(await audited.plugin('disclosure').service('audit').verify(noted));
    await print(`${zh}\n${en}`);
    return isWell ? 0 : 1;
  } finally {
    await strapi.destroy();
  }
}

/** Hashes that were noted elsewhere: each must still be in the log. */
function notedHashes(args: readonly string[]): readonly string[] {
  const wrong = args.find((arg) => !/^[0-9a-f]{64}$/.test(arg));
  if (wrong === undefined) return args;
  throw new Refusal(
    `“${wrong}”不是校验值。用法：npm run audit:verify -- [记下的校验值…]`,
    `"${wrong}" is no hash. Usage: npm run audit:verify -- [noted hash…]`,
  );
}

/** A pipe takes its time, and what it has not taken when the process ends is lost. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
}

try {
  process.exit(await main());
} catch (error) {
  endWith(error);
}

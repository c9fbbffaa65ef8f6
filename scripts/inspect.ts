import { dayInChina } from '../shared/src/dates.ts';
import { inspectSite } from '../shared/src/inspection/index.ts';
import { endWith } from './demo/refusal.mjs';
import { readCommandLine } from './inspect/command-line.ts';
import { crawl } from './inspect/crawl.ts';
import { readSite } from './inspect/read-site.ts';
import { inspectionJson, inspectionLine, summaryLine } from './inspect/report.ts';

const NO_VETO = 0;
const HAS_VETO = 1;
const IS_UNREADABLE = 2;

async function main(): Promise<number> {
  // Whoever reads the lines may have seen enough: `| head`.
  process.stdout.on('error', () => undefined);
  const { site, json, outside, addresses, limits, language } = readCommandLine(process.argv.slice(2), process.env);
  const day = dayInChina(new Date().toISOString());
  const crawled = await crawl(site, { addresses, outside });
  if (crawled === null) {
    console.error(`${site} 的首页打不开\nCannot open the home page of ${site}`);
    return IS_UNREADABLE;
  }
  const findings = inspectSite(readSite(crawled, day), { day, limits });
  const summary = { site, day, crawled, findings };
  const lines = findings.map((finding) => inspectionLine(finding, site, language));
  await print(json ? inspectionJson(summary) : [...lines, summaryLine(summary, language)].join('\n'));
  return findings.some(({ severity }) => severity === 'veto') ? HAS_VETO : NO_VETO;
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

import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Tests that did not run. */
  readonly skipped: readonly SkippedTest[];
}

export interface SkippedTest {
  /** Title of its outermost suite, empty when it stands by itself. */
  readonly suite: string;
  readonly name: string;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly fullName: string;
      readonly status: string;
    }[];
  }[];
}

/** The counts of a report that vitest wrote, or null when there is none. */
export function countIn(path: string): Counts | null {
  if (!existsSync(path)) return null;
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length,
    // Whatever else vitest calls it (skipped, pending, todo, disabled), it proved nothing.
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ ancestorTitles, fullName }) => ({ suite: ancestorTitles[0] ?? '', name: fullName })),
  };
}

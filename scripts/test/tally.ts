import { HANDBOOK_SUITE } from '../../tests/support/handbook.ts';
import type { Counts, SkippedTest } from './vitest-report.ts';

export interface TallyInput {
  readonly hasHandbook: boolean;
}

/** What the steps of a run add up to. */
export class Tally {
  readonly #hasHandbook: boolean;
  readonly #excused = new Set<string>();
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  constructor({ hasHandbook }: TallyInput) {
    this.#hasHandbook = hasHandbook;
  }

  /**
   * Adds a step, and gives the skipped tests that nothing excuses: with one of them the step has not passed. A step that
   * counts nothing counts as one.
   */
  add(isWell: boolean, counted: Counts | null): readonly SkippedTest[] {
    const { passed, failed, skipped } = counted ?? { passed: isWell ? 1 : 0, failed: 0, skipped: [] };
    const unexcused = skipped.filter((test) => !this.#isExcused(test));
    for (const test of skipped) if (this.#isExcused(test)) this.#excused.add(test.suite);
    this.#passed += passed;
    this.#failed += (!isWell || unexcused.length > 0) && failed === 0 ? 1 : failed;
    this.#skipped += skipped.length;
    return unexcused;
  }

  /** One line, and before it another one that names the suites that were left out. */
  summary(seconds: string): string {
    const line = `${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped in ${seconds} s`;
    if (this.#excused.size === 0) return line;
    const suites = [...this.#excused].map((suite) => `"${suite}"`).join(', ');
    return `Skipped, because GONGKAI_HANDBOOK names no handbook: ${suites}\n${line}`;
  }

  #isExcused({ suite }: SkippedTest): boolean {
    return !this.#hasHandbook && suite.startsWith(HANDBOOK_SUITE);
  }
}

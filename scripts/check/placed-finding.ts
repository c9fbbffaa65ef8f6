import type { Finding } from '../../shared/src/checks/index.ts';

/** A finding with its place in a source; lines and columns count from one. */
export interface PlacedFinding extends Finding {
  readonly line: number;
  readonly column: number;
}

/** Findings in the order of the source, each with its line. */
export function placed(findings: readonly Finding[], source: string): PlacedFinding[] {
  let line = 1;
  let lineStart = 0;
  return findings.map((finding) => {
    for (
      let next = source.indexOf('\n', lineStart);
      next >= 0 && next < finding.at;
      next = source.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = next + 1;
    }
    return { ...finding, line, column: finding.at - lineStart + 1 };
  });
}

import type { Copied } from '../state/clipboard';

/** What was copied last, for all charts of this window: from one variant or power to another. */
let part: Copied | null = null;

export function keepCopied(copied: Copied): void {
  part = copied;
}

export function copiedPart(): Copied | null {
  return part;
}

import type { Sliced } from 'disclosure-contract/checks';

/** For as long the browser may be busy without anybody noticing: half a frame. */
const BUSY_MS = 8;

/** Does the work while keys are pressed, and lets each of them through. Null once nobody waits for the result any more. */
export async function betweenKeys<Result>(work: Sliced<Result>, isWanted: () => boolean): Promise<Result | null> {
  for (;;) {
    const until = performance.now() + BUSY_MS;
    do {
      const step = work.next();
      if (step.done === true) return isWanted() ? step.value : null;
    } while (performance.now() < until);
    await new Promise((resume) => setTimeout(resume));
    if (!isWanted()) return null;
  }
}

import { setImmediate } from 'node:timers/promises';
import { openWordingModel, type Sliced, type WordingModel } from 'disclosure-contract/checks';

let opened: Promise<WordingModel> | null = null;

/** The statistical model of usual wording: loaded when it is first asked for, and kept for as long as the CMS runs. */
export function wordingModel(): Promise<WordingModel> {
  opened ??= import('disclosure-contract/checks/wording-model').then(({ WORDING_MODEL }) =>
    openWordingModel(WORDING_MODEL),
  );
  return opened;
}

/** Does the work slice by slice, and lets what else the CMS is asked for in between. */
export async function inTurns<Result>(work: Sliced<Result>): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

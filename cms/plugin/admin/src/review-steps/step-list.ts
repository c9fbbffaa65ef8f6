import { chainProblems, reviewStepSchema, STEP_KINDS, type ChainProblem, type ReviewStep } from 'disclosure-contract';
import { storedList } from '../choices/stored-list.ts';

/** A step as it is being written: its name and role may still be missing. */
export type WrittenStep = ReviewStep;

export const NEW_STEP: WrittenStep = { name: '', kind: 'check', role: '', ownSection: false, days: null };

/** The steps of a stored chain. What is no step is left out. */
export function stepsOf(value: unknown): WrittenStep[] {
  return storedList(value).flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { name, kind, role, ownSection, days } = entry as Partial<Record<keyof ReviewStep, unknown>>;
    if (typeof kind !== 'string' || !(kind in STEP_KINDS)) return [];
    return [
      {
        name: typeof name === 'string' ? name : '',
        kind: kind as ReviewStep['kind'],
        role: typeof role === 'string' ? role : '',
        ownSection: ownSection === true,
        days: typeof days === 'number' ? days : null,
      },
    ];
  });
}

/** A limit in days as it was typed: whole days from 1 to 90, or no limit. */
export function daysOf(written: string): number | null {
  const days = Math.round(Number(written));
  return written.trim() === '' || Number.isNaN(days) ? null : Math.min(90, Math.max(1, days));
}

/** What keeps the steps from being a chain. */
export function stepListProblems(steps: readonly WrittenStep[]): (ChainProblem | 'step_incomplete')[] {
  const isIncomplete = steps.some((step) => !reviewStepSchema.safeParse(step).success);
  return [...(isIncomplete ? (['step_incomplete'] as const) : []), ...chainProblems(steps)];
}

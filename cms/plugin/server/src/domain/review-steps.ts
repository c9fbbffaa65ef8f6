import { chainProblems, reviewStepsSchema, type ChainProblem, type ReviewStep } from 'disclosure-contract';
import type { Reading } from './lists.ts';

const SAID: Readonly<Record<ChainProblem, string>> = {
  chain_empty: '请至少写一个保密审查步骤和一个审批步骤。',
  confidentiality_missing: '流程中没有保密审查步骤。公开前必须经过保密审查（政府信息公开条例第十七条），请加上。',
  approval_missing: '流程的最后一步必须是审批，请调整。',
  names_repeated: '有两个步骤名称相同，请改成不同的名称。',
};

/** The steps of a chain as they were written in the form. */
export function readReviewSteps(written: unknown): Reading<ReviewStep[]> {
  const parsed = reviewStepsSchema.safeParse(written ?? []);
  const message = parsed.success
    ? chainProblems(parsed.data)
        .map((problem) => SAID[problem])
        .join('')
    : '每个步骤都要有名称、类型和角色；时限是 1 到 90 天的整数，或者留空。';
  if (parsed.success && message === '') return { kind: 'read', value: parsed.data };
  return { kind: 'wrong', problem: { path: 'steps', code: 'chain_invalid', message } };
}

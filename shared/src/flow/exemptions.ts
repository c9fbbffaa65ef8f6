import { STEP_ROLES, type Exemption, type StepRole } from './model.ts';
import { problemOfFlow, type FlowProblem } from './problem.ts';

/** How the steps of a flow stand to the law. */
interface StepsDemanded {
  /** Roles that the law asks for, whether they are there or not. */
  readonly demanded: ReadonlySet<StepRole>;
  /** Those of them that are missing, or that some way goes round. */
  readonly wanting: ReadonlySet<StepRole>;
}

export const NOTHING_DEMANDED: StepsDemanded = { demanded: new Set(), wanting: new Set() };

/** One warning for each exemption: a person has to see whether its basis holds, and one that excuses nothing has none. */
export function exemptionProblems(
  exemptions: readonly Exemption[],
  { demanded, wanting }: StepsDemanded,
): FlowProblem[] {
  return exemptions.map(({ role, basis }) => {
    const { zh, en } = STEP_ROLES[role];
    if (wanting.has(role))
      return problemOfFlow('step_exempt', {
        zh: `流程依法不经“${zh}”环节，依据：${basis}。请审核人核对这一依据是否适用。`,
        en: `The flow leaves out "${en}", on the basis of ${basis}. The reviewer has to check that it applies.`,
      });
    return problemOfFlow(
      'exemption_needless',
      demanded.has(role)
        ? {
            zh: `流程中已有“${zh}”环节，或者可以代替它的环节，不需要写明依法不经。请从“依法不经的环节”中删除；确实不经的，请修改节点的环节。`,
            en: `The flow has "${en}", or a step that does instead: take it off the exempt steps. If it is really left out, correct the roles of the nodes.`,
          }
        : {
            zh: `法律没有要求这类权力都经过“${zh}”环节，不需要写明依法不经。请从“依法不经的环节”中删除。`,
            en: `No law demands "${en}" of every power of this kind: take it off the exempt steps.`,
          },
    );
  });
}

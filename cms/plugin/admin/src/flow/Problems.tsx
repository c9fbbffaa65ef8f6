import { Flex, Typography } from '@strapi/design-system';
import { CrossCircle, WarningCircle } from '@strapi/icons';
import type { FlowProblem } from 'disclosure-contract/flow';
import { useLabel } from '../message';

/** What is wrong at one place, with how to mend it. */
export const Problems = ({ problems }: { problems: readonly FlowProblem[] }) => {
  const labelOf = useLabel();
  if (problems.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {problems.map((problem, at) => (
        <Flex key={at} tag="li" alignItems="flex-start" gap={2}>
          <ProblemMark severity={problem.severity} />
          <Typography variant="pi" textColor={problem.severity === 'error' ? 'danger700' : 'warning700'}>
            {labelOf(problem.message)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};

/** Differs in shape as well as in colour. */
export const ProblemMark = ({ severity }: { severity: FlowProblem['severity'] }) =>
  severity === 'error' ? (
    <CrossCircle fill="danger600" width="1.6rem" height="1.6rem" style={{ flexShrink: 0 }} aria-hidden />
  ) : (
    <WarningCircle fill="warning600" width="1.6rem" height="1.6rem" style={{ flexShrink: 0 }} aria-hidden />
  );

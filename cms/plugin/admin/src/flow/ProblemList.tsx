import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { FlowProblem } from 'disclosure-contract/flow';
import { styled } from 'styled-components';
import { useLabel, useTranslate } from '../message';
import { ProblemMark } from './Problems';

interface ProblemListProps {
  problems: readonly FlowProblem[];
  onGoTo: (problem: FlowProblem) => void;
}

/** Everything that keeps the flow from being published, the errors first; each leads to its place. */
export const ProblemList = ({ problems, onGoTo }: ProblemListProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const sorted = [...problems].sort((one, other) => weight(one) - weight(other));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.length === 0)
    return (
      <Flex gap={2} role="status">
        <CheckCircle fill="success600" width="1.6rem" height="1.6rem" aria-hidden />
        <Typography variant="pi" textColor="success700">
          {translate('flow.sound')}
        </Typography>
      </Flex>
    );
  return (
    <Box>
      <Typography tag="p" variant="pi" fontWeight="bold" role="status">
        {translate('flow.problems', { errors, warnings: problems.length - errors })}
      </Typography>
      <List aria-label={translate('flow.problems.list')}>
        {sorted.map((problem, at) => (
          <li key={at}>
            <Entry type="button" onClick={() => onGoTo(problem)}>
              <ProblemMark severity={problem.severity} />
              <span>{labelOf(problem.message)}</span>
            </Entry>
          </li>
        ))}
      </List>
    </Box>
  );
};

function weight({ severity }: FlowProblem): number {
  return severity === 'error' ? 0 : 1;
}

const List = styled.ul`
  max-height: 24rem;
  margin-block-start: 0.4rem;
  overflow-y: auto;
`;

const Entry = styled.button`
  display: flex;
  gap: 0.8rem;
  width: 100%;
  padding: 0.6rem 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.5;
  text-align: start;
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

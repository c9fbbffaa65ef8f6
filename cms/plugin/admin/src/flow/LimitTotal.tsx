import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import {
  LIMIT_UNITS,
  longestTotal,
  type Flow,
  type FlowLimits,
  type FlowProblem,
  type LimitUnit,
  type TimeLimit,
} from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../message';
import { ProblemMark } from './Problems';

interface LimitTotalProps {
  flow: Flow;
  limits: FlowLimits;
  problems: readonly FlowProblem[];
}

const OF_LIMITS: readonly FlowProblem['code'][] = [
  'path_over_promised',
  'path_over_statutory',
  'promised_over_statutory',
  'limits_unclear',
];

/** 最长路线: how long a case takes at most, beside what is promised and what the law allows. */
export const LimitTotal = ({ flow, limits, problems }: LimitTotalProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const unit = totalUnit(flow, limits);
  const { fewest, most } = longestTotal(flow, unit);
  const wrong = problems.filter(({ code }) => OF_LIMITS.includes(code));
  const worst = wrong.find(({ severity }) => severity === 'error') ?? wrong[0];
  const days = (amount: number | string, of: LimitUnit) => `${amount} ${labelOf(LIMIT_UNITS[of])}`;
  const written = (limit: TimeLimit | null) =>
    limit === null ? translate('flow.limit.none') : days(limit.amount, limit.unit);
  return (
    <Flex wrap="wrap" gap={4} data-flow-total={most}>
      <Flex gap={2}>
        {worst === undefined ? (
          <CheckCircle fill="success600" width="1.6rem" height="1.6rem" aria-hidden />
        ) : (
          <ProblemMark severity={worst.severity} />
        )}
        <Typography variant="pi" fontWeight="bold" textColor={worst?.severity === 'error' ? 'danger700' : 'neutral800'}>
          {translate('flow.total', { days: days(fewest === most ? most : `${fewest}–${most}`, unit) })}
        </Typography>
      </Flex>
      <Typography variant="pi" textColor="neutral700">
        {translate('flow.promised', { days: written(limits.promised) })}
      </Typography>
      <Typography variant="pi" textColor="neutral700">
        {translate('flow.statutory', { days: written(limits.statutory) })}
      </Typography>
    </Flex>
  );
};

/** The unit of what the flow is held against; without limits, that of its steps. */
export function totalUnit({ nodes }: Pick<Flow, 'nodes'>, { promised, statutory }: FlowLimits): LimitUnit {
  const given = promised?.unit ?? statutory?.unit;
  return given ?? nodes.find(({ limit }) => limit?.countsTowardsTotal)?.limit?.unit ?? 'working_days';
}

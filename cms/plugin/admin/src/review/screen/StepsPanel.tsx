import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CONCLUSIONS, minuteInChina, VERDICTS, type ReviewKind } from 'disclosure-contract';
import { useLabel, useTranslate } from '../../message';
import { Deadline } from '../desk/Deadline';
import { Panel } from '../Panel';
import type { DecisionEntry, ReviewReport } from '../review-api';
import { decisionKey } from './decision-words';
import type { ReviewPanelProps } from './panels';
import { RecordSummary } from './RecordSummary';
import { placeOf, type StepPlace } from './step-place';

/** Which steps are done, by whom, what they said, whose turn it is and what comes after. */
export const StepsPanel = ({ review }: Pick<ReviewPanelProps, 'review'>) => {
  const translate = useTranslate();
  return (
    <Panel title={translate('review.steps')}>
      <Steps review={review} />
    </Panel>
  );
};

export const Steps = ({ review }: { review: ReviewReport }) => {
  const translate = useTranslate();
  const { steps, state, decisions, dueAt, stepSince } = review;
  const isOpen = state === 'open';
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {steps.map((name, index) => {
        const made = decisions.filter(({ stepName }) => stepName === name);
        const place = placeOf(review, index, made);
        return (
          <Flex
            key={name}
            tag="li"
            gap={3}
            alignItems="flex-start"
            aria-current={place === 'current' ? 'step' : undefined}
          >
            <Mark number={index + 1} place={place} />
            <Flex direction="column" alignItems="stretch" gap={1} flex="1" minWidth={0}>
              <Flex gap={2} wrap="wrap">
                <Typography fontWeight={place === 'coming' ? undefined : 'bold'}>{name}</Typography>
                {place === 'refused' ? <VisuallyHidden>{translate('review.step-refused')}</VisuallyHidden> : null}
                {place === 'current' ? <Deadline dueAt={dueAt} /> : null}
                {made.length > 0 ? null : (
                  <Typography variant="pi" textColor="neutral600">
                    {place === 'current'
                      ? translate('review.since', { time: minuteInChina(stepSince) })
                      : translate(isOpen ? 'review.coming' : 'review.not-reached')}
                  </Typography>
                )}
              </Flex>
              {made.map((entry) => (
                <Decision key={entry.at} entry={entry} kind={review.kind} />
              ))}
            </Flex>
          </Flex>
        );
      })}
    </Flex>
  );
};

const SIGNS: Partial<Record<StepPlace, string>> = { done: '✓', refused: '✗' };

const COLOURS = {
  done: { background: 'success100', text: 'success700' },
  refused: { background: 'danger100', text: 'danger700' },
  current: { background: 'primary600', text: 'neutral0' },
  coming: { background: 'neutral150', text: 'neutral700' },
} as const satisfies Record<StepPlace, unknown>;

const Mark = ({ number, place }: { number: number; place: StepPlace }) => (
  <Flex
    aria-hidden
    shrink={0}
    justifyContent="center"
    width="2.4rem"
    height="2.4rem"
    background={COLOURS[place].background}
    style={{ borderRadius: '50%' }}
  >
    <Typography variant="pi" fontWeight="bold" textColor={COLOURS[place].text}>
      {SIGNS[place] ?? number}
    </Typography>
  </Flex>
);

const Decision = ({ entry, kind }: { entry: DecisionEntry; kind: ReviewKind }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { verdict, opinion, personName, onBehalfOfName, at, confidentiality, comments } = entry;
  const name = personName ?? '';
  return (
    <Box>
      <Typography variant="pi" textColor={verdict === 'agree' ? 'success700' : 'danger600'} fontWeight="bold">
        {verdict === 'return'
          ? translate(decisionKey(kind, 'return'))
          : labelOf(confidentiality === null ? VERDICTS[verdict] : CONCLUSIONS[confidentiality.conclusion])}
      </Typography>{' '}
      <Typography variant="pi" textColor="neutral600">
        {onBehalfOfName === null ? name : translate('review.decided-for', { name, other: onBehalfOfName })}
        {' · '}
        {minuteInChina(at)}
      </Typography>
      {opinion === '' ? null : (
        <Typography tag="p" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {opinion}
        </Typography>
      )}
      {confidentiality === null ? null : <RecordSummary record={confidentiality} />}
      {comments.length === 0 ? null : (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {translate('review.comments-count', { count: comments.length })}
        </Typography>
      )}
    </Box>
  );
};

import { Accordion } from '@strapi/design-system';
import { minuteInChina, REVIEW_STATES } from 'disclosure-contract';
import { useLabel, useTranslate } from '../../message';
import { Panel } from '../Panel';
import type { ReviewPanelProps } from './panels';
import { Steps } from './StepsPanel';

/** What was said in earlier rounds. */
export const EarlierReviews = ({ earlier }: ReviewPanelProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  if (earlier.length === 0) return null;
  return (
    <Panel title={translate('review.earlier')}>
      <Accordion.Root>
        {earlier.map((review) => (
          <Accordion.Item key={review.id} value={review.id}>
            <Accordion.Header>
              <Accordion.Trigger>
                {[
                  translate('review.round', { round: review.round }),
                  labelOf(REVIEW_STATES[review.state]),
                  minuteInChina(review.submittedAt),
                ].join(' · ')}
              </Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content>
              <div style={{ padding: '1.6rem' }}>
                <Steps review={review} />
              </div>
            </Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
    </Panel>
  );
};

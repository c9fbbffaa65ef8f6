import { Box, Field, Flex, IconButton, Textarea, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { asksForRecord, type ItemType } from 'disclosure-contract';
import { useTranslate } from '../../message';
import { useFieldLabel } from '../field-label';
import { Panel } from '../Panel';
import { ConfidentialityForm } from './ConfidentialityForm';
import { decisionKey } from './decision-words';
import type { ReviewPanelProps } from './panels';
import { inputId, type DecisionState } from './use-decision';

/** What a person says at their step; or why they have nothing to say here. */
export const DecisionPanel = ({ review, decision }: ReviewPanelProps) => {
  const translate = useTranslate();
  const { kind, mayDecide, stepName, stepKind, onBehalfOfName, refusal, state } = review;
  const { form, problems } = decision;
  if (!mayDecide) {
    if (state !== 'open' && form.opinion === '') return null;
    return (
      <Panel title={translate('decision.title.none')}>
        <Typography>{translate(`decision.refusal.${refusal ?? 'not_your_step'}`)}</Typography>
        {form.opinion === '' ? null : (
          <Box background="neutral100" hasRadius padding={3}>
            <Typography variant="pi" textColor="neutral600">
              {translate('decision.unsent')}
            </Typography>
            <Typography tag="p" style={{ whiteSpace: 'pre-line' }}>
              {form.opinion}
            </Typography>
          </Box>
        )}
      </Panel>
    );
  }
  return (
    <Panel title={translate('decision.title', { step: stepName })}>
      {onBehalfOfName === null ? null : (
        <Typography fontWeight="bold">{translate('decision.on-behalf', { name: onBehalfOfName })}</Typography>
      )}
      {asksForRecord(kind, stepKind) ? <ConfidentialityForm decision={decision} /> : null}
      <Field.Root
        name="opinion"
        id={inputId('opinion')}
        hint={translate(decisionKey(kind, 'opinion.hint'))}
        error={problems['opinion']}
      >
        <Field.Label>{translate('decision.opinion')}</Field.Label>
        <Textarea
          maxLength={2000}
          value={form.opinion}
          onChange={({ target }: { target: HTMLTextAreaElement }) => decision.change({ opinion: target.value })}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Comments type={review.type} decision={decision} />
    </Panel>
  );
};

/** Everything that was noted at single fields: it is sent with the decision. */
const Comments = ({ type, decision }: { type: ItemType; decision: DecisionState }) => {
  const translate = useTranslate();
  const fieldLabel = useFieldLabel(type);
  const comments = Object.entries(decision.form.comments).filter(([, text]) => text.trim() !== '');
  if (comments.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="pi" fontWeight="bold">
        {translate('decision.comments')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {comments.map(([field, text]) => (
          <Flex key={field} tag="li" gap={2} padding={1} paddingLeft={3} background="neutral100" hasRadius>
            <Box flex="1" minWidth={0}>
              <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
                {translate('decision.comment', { field: fieldLabel(field), text })}
              </Typography>
            </Box>
            <IconButton
              variant="ghost"
              label={translate('comment.remove', { field: fieldLabel(field) })}
              onClick={() => decision.comment(field, null)}
            >
              <Cross />
            </IconButton>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
};

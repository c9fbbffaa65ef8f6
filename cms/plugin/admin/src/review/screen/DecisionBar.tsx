import { useState } from 'react';
import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Check, ArrowLeft } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { asksForRecord, CONCLUSIONS } from 'disclosure-contract';
import { styled } from 'styled-components';
import { useLabel, useTranslate } from '../../message';
import type { ReviewReport } from '../review-api';
import type { Said } from './decision-form';
import { decisionKey } from './decision-words';
import type { DecisionState } from './use-decision';

interface DecisionBarProps {
  review: ReviewReport;
  decision: DecisionState;
  /** Nobody agrees to what they have not been shown. */
  isReady: boolean;
}

/** The two things that can be said, always within reach. */
export const DecisionBar = ({ review: { kind, stepKind, title }, decision, isReady }: DecisionBarProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const [asked, setAsked] = useState<Said | null>(null);
  const { conclusion } = decision.form.record;
  const hasRecord = asksForRecord(kind, stepKind);
  const labels = {
    agree: translate(hasRecord ? 'decision.conclude' : decisionKey(kind, 'agree')),
    return: translate(decisionKey(kind, 'return')),
  };
  const ask = (said: Said) => {
    if (decision.check(said)) setAsked(said);
  };
  const confirm = async () => {
    if (asked !== null) await decision.send(asked);
    setAsked(null);
  };
  const missing = Object.keys(decision.problems).length;

  return (
    <Bar>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Box role="status">
          {decision.refusal === null && missing === 0 ? null : (
            <Typography variant="pi" textColor="danger600">
              {decision.refusal ?? translate('decision.incomplete', { count: missing })}
            </Typography>
          )}
        </Box>
        <Flex gap={3} justifyContent="flex-end">
          <Button
            variant="danger-light"
            size="L"
            startIcon={<ArrowLeft />}
            disabled={!isReady}
            onClick={() => ask('return')}
          >
            {labels.return}
          </Button>
          <Button
            size="L"
            startIcon={<Check />}
            loading={decision.isSending}
            disabled={!isReady}
            onClick={() => ask('agree')}
          >
            {labels.agree}
          </Button>
        </Flex>
      </Flex>
      <Dialog.Root open={asked !== null} onOpenChange={() => setAsked(null)}>
        <ConfirmDialog
          title={labels[asked ?? 'agree']}
          variant={asked === 'return' ? 'danger' : 'default'}
          onConfirm={confirm}
        >
          {asked === 'agree' && hasRecord && conclusion !== null
            ? translate('decision.confirm.conclude', { title, conclusion: labelOf(CONCLUSIONS[conclusion]) })
            : translate(decisionKey(kind, `confirm.${asked ?? 'agree'}`), { title })}
        </ConfirmDialog>
      </Dialog.Root>
    </Bar>
  );
};

const Bar = styled.div`
  position: sticky;
  z-index: 2;
  bottom: 0;
  padding: 1.2rem 1.6rem calc(1.2rem + env(safe-area-inset-bottom));
  border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};

  @media (max-width: 767px) {
    button {
      flex: 1;
    }
  }
`;

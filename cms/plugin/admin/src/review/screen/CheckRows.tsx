import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { CONFIDENTIALITY_CHECKS, type ConfidentialityCheck } from 'disclosure-contract';
import { styled } from 'styled-components';
import { useLabel, useTranslate } from '../../message';
import { CHECKS, type Answer } from './decision-form';
import { inputId, type DecisionState } from './use-decision';

/** 审查要点: each is answered with yes or no, and a yes with a few words. */
export const CheckRows = ({ decision }: { decision: DecisionState }) => {
  const translate = useTranslate();
  const { checks } = decision.form.record;
  const answer = (check: ConfidentialityCheck, given: Partial<Answer>) =>
    decision.changeRecord({ checks: { ...checks, [check]: { ...checks[check], ...given } } });
  const open = CHECKS.filter((check) => checks[check].applies === null);
  const answerRest = () => {
    const rest = open.map((check) => [check, { ...checks[check], applies: false }]);
    decision.changeRecord({ checks: { ...checks, ...Object.fromEntries(rest) } });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography tag="h3" variant="pi" fontWeight="bold">
          {translate('record.checks')}
        </Typography>
        <Button variant="tertiary" size="S" disabled={open.length === 0} onClick={answerRest}>
          {translate('record.checks.rest')}
        </Button>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch">
        {CHECKS.map((check) => (
          <CheckRow
            key={check}
            check={check}
            answer={checks[check]}
            error={decision.problems[`checks.${check}`]}
            onAnswer={(given) => answer(check, given)}
          />
        ))}
      </Flex>
    </Flex>
  );
};

interface CheckRowProps {
  check: ConfidentialityCheck;
  answer: Answer;
  error: string | undefined;
  onAnswer: (given: Partial<Answer>) => void;
}

const CheckRow = ({ check, answer: { applies, note }, error, onAnswer }: CheckRowProps) => {
  const translate = useTranslate();
  const label = useLabel()(CONFIDENTIALITY_CHECKS[check]);
  const id = inputId(`checks.${check}`);
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px 0">
      <Question id={id} tabIndex={-1}>
        <legend>
          <Typography>{label}</Typography>
        </legend>
        <Flex gap={4} shrink={0}>
          {[true, false].map((value) => (
            <Choice key={String(value)}>
              <input type="radio" name={id} checked={applies === value} onChange={() => onAnswer({ applies: value })} />
              <Typography>{translate(value ? 'yes' : 'no')}</Typography>
            </Choice>
          ))}
        </Flex>
      </Question>
      {applies === true ? (
        <Box paddingTop={1}>
          <Field.Root name={`${check}-note`}>
            <TextInput
              aria-label={translate('record.check.note', { check: label })}
              placeholder={translate('record.check.note.placeholder')}
              maxLength={500}
              value={note}
              onChange={({ target }) => onAnswer({ note: target.value })}
            />
          </Field.Root>
        </Box>
      ) : null}
      {error === undefined ? null : (
        <Typography variant="pi" textColor="danger600">
          {error}
        </Typography>
      )}
    </Box>
  );
};

const Question = styled.fieldset`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 1.6rem;
  align-items: center;
  justify-content: space-between;
  margin: 0;
  padding: 0;
  border: 0;

  legend {
    float: left;
    flex: 1;
    padding: 0;
  }
`;

const Choice = styled.label`
  display: flex;
  gap: 0.8rem;
  align-items: center;
  min-height: 4rem;
  cursor: pointer;

  input {
    width: 1.8rem;
    height: 1.8rem;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
`;

import { Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextInput, Typography } from '@strapi/design-system';
import { CARRIER_TYPES, CONCLUSIONS, WITHHOLDING_GROUNDS, type Label } from 'disclosure-contract';
import { useLabel, useTranslate } from '../../message';
import { CheckRows } from './CheckRows';
import { modeOf, type RecordForm } from './decision-form';
import { NoticeFields } from './NoticeFields';
import { RedactionRows } from './RedactionRows';
import { inputId, type DecisionState } from './use-decision';

/** 保密审查记录: what was checked, what follows from it, and on what it rests. */
export const ConfidentialityForm = ({ decision }: { decision: DecisionState }) => {
  const translate = useTranslate();
  const { problems, change, changeRecord } = decision;
  const { record, notice } = decision.form;
  const { conclusion } = record;
  const mode = modeOf(conclusion);
  const isWithheld = mode !== null;

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {problems['confidentiality'] === undefined ? null : (
        <Typography textColor="danger600" role="alert">
          {problems['confidentiality']}
        </Typography>
      )}
      <Choice
        name="carrier"
        label={translate('record.carrier')}
        vocabulary={CARRIER_TYPES}
        value={record.carrier}
        error={problems['carrier']}
        onChange={(carrier) => changeRecord({ carrier: carrier as RecordForm['carrier'] })}
      />
      <CheckRows decision={decision} />
      <Choice
        name="conclusion"
        label={translate('record.conclusion')}
        vocabulary={CONCLUSIONS}
        value={conclusion}
        error={problems['conclusion']}
        onChange={(chosen) => {
          changeRecord({ conclusion: chosen as RecordForm['conclusion'] });
          // What was suggested for one conclusion would be wrong for another.
          change({ notice: null });
        }}
      />
      {conclusion === 'publish_redacted' ? <RedactionRows decision={decision} /> : null}
      {isWithheld ? (
        <Choice
          name="ground"
          label={translate('record.ground')}
          vocabulary={WITHHOLDING_GROUNDS}
          value={record.ground}
          error={problems['ground']}
          onChange={(ground) => changeRecord({ ground: ground as RecordForm['ground'] })}
        />
      ) : null}
      {conclusion === 'refer' ? (
        <Words decision={decision} name="referredTo" label={translate('record.referred-to')} maxLength={100} />
      ) : null}
      {conclusion === null || conclusion === 'publish' ? null : (
        <Words decision={decision} name="reason" label={translate('record.reason')} maxLength={1000} isLong />
      )}
      {isWithheld ? (
        <Field.Root
          id={inputId('reviewAgainOn')}
          name="reviewAgainOn"
          required
          hint={translate('record.review-again-on.hint')}
          error={problems['reviewAgainOn']}
        >
          <Field.Label>{translate('record.review-again-on')}</Field.Label>
          <TextInput
            type="date"
            value={record.reviewAgainOn ?? ''}
            onChange={({ target }) => changeRecord({ reviewAgainOn: target.value === '' ? null : target.value })}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      ) : null}
      <Words decision={decision} name="basis" label={translate('record.basis')} maxLength={500} isLong />
      {mode === null ? null : (
        <NoticeFields
          mode={mode}
          wording={notice}
          problems={problems}
          onChange={(wording) => change({ notice: wording })}
        />
      )}
    </Flex>
  );
};

interface ChoiceProps {
  name: string;
  label: string;
  vocabulary: Readonly<Record<string, Label>>;
  value: string | null;
  error: string | undefined;
  onChange: (code: string) => void;
}

const Choice = ({ name, label, vocabulary, value, error, onChange }: ChoiceProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  return (
    <Field.Root id={inputId(name)} name={name} required error={error}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value}
        placeholder={translate('codes.placeholder')}
        onChange={(code) => onChange(String(code))}
      >
        {Object.entries(vocabulary).map(([code, text]) => (
          <SingleSelectOption key={code} value={code}>
            {labelOf(text)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
};

interface WordsProps {
  decision: DecisionState;
  name: 'basis' | 'reason' | 'referredTo';
  label: string;
  maxLength: number;
  isLong?: boolean;
}

const Words = ({ decision, name, label, maxLength, isLong = false }: WordsProps) => {
  const value = decision.form.record[name];
  const write = (text: string) => decision.changeRecord({ [name]: text });
  return (
    <Field.Root id={inputId(name)} name={name} required error={decision.problems[name]}>
      <Field.Label>{label}</Field.Label>
      {isLong ? (
        <Textarea
          maxLength={maxLength}
          value={value}
          onChange={({ target }: { target: HTMLTextAreaElement }) => write(target.value)}
        />
      ) : (
        <TextInput maxLength={maxLength} value={value} onChange={({ target }) => write(target.value)} />
      )}
      <Field.Error />
    </Field.Root>
  );
};

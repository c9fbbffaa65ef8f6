import { useState } from 'react';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { isIsoDate } from 'disclosure-contract';
import { DialogHeader } from '../DialogHeader';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { DayInput } from '../review/DayInput';
import { useAddStandInMutation, type NewStandIn, type Person } from './people-api';
import { useDistinctName } from './use-distinct-name';

interface StandInDialogProps {
  people: readonly Person[];
  today: string;
  onClose: () => void;
}

export const StandInDialog = ({ people, today, onClose }: StandInDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const nameOf = useDistinctName(people);
  const [add, { isLoading }] = useAddStandInMutation();
  const [written, setWritten] = useState<NewStandIn>({ person: '', standIn: '', from: today, to: today, reason: '' });
  const [isTried, setIsTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const write = (changed: Partial<NewStandIn>) => setWritten((known) => ({ ...known, ...changed }));
  const isSame = written.person !== '' && written.person === written.standIn;
  const hasDays = isIsoDate(written.from) && isIsoDate(written.to);
  const isBackwards = hasDays && written.to < written.from;

  const save = async () => {
    setIsTried(true);
    if (written.person === '' || written.standIn === '' || isSame || !hasDays || isBackwards) return;
    const result = await add({ ...written, reason: written.reason.trim() });
    if ('error' in result) setRefusal(errorMessage(result.error));
    else onClose();
  };
  const missing = (value: string) => (isTried && value === '' ? translate('stand-in.choose') : undefined);
  const choice = (field: 'person' | 'standIn', label: string, error: string | undefined) => (
    <Field.Root name={field} required error={error}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={written[field] === '' ? null : written[field]}
        placeholder={translate('codes.placeholder')}
        onChange={(id) => write({ [field]: String(id) })}
      >
        {people.map((person) => (
          <SingleSelectOption key={person.id} value={person.id}>
            {person.roleNames.length === 0
              ? nameOf(person)
              : translate('stand-in.choice', { name: nameOf(person), roles: person.roleNames.join('、') })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
  const day = (field: 'from' | 'to', label: string, error?: string) => (
    <Field.Root
      name={field}
      required
      error={isTried && !isIsoDate(written[field]) ? translate('day.unreadable') : error}
    >
      <Field.Label>{label}</Field.Label>
      <DayInput value={written[field]} onChange={(chosen) => write({ [field]: chosen })} />
      <Field.Error />
    </Field.Root>
  );

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <DialogHeader>{translate('stand-in.add')}</DialogHeader>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography variant="pi" textColor="neutral600">
              {translate('stand-in.explanation')}
            </Typography>
            {choice('person', translate('stand-in.person'), missing(written.person))}
            {choice(
              'standIn',
              translate('stand-in.stand-in'),
              isSame ? translate('stand-in.same') : missing(written.standIn),
            )}
            {day('from', translate('stand-in.from'))}
            {day('to', translate('stand-in.to'), isTried && isBackwards ? translate('stand-in.backwards') : undefined)}
            <Field.Root name="reason">
              <Field.Label>{translate('stand-in.reason')}</Field.Label>
              <TextInput
                maxLength={200}
                value={written.reason}
                placeholder={translate('stand-in.reason.placeholder')}
                onChange={({ target }) => write({ reason: target.value })}
              />
            </Field.Root>
            {refusal === null ? null : (
              <Typography textColor="danger600" role="alert">
                {refusal}
              </Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {translate('cancel')}
          </Button>
          <Button loading={isLoading} onClick={() => void save()}>
            {translate('save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

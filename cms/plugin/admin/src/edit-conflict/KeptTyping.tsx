import { Button, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { minuteInChina } from 'disclosure-contract';
import { useEffect, useState } from 'react';
import { useTranslate } from '../message';
import { forgetTyping, keptTyping, noteTyping, type Typing } from './typing';

/** Offers what was typed and could not be saved: the network was gone, or the session had ended. */
export const KeptTyping = ({ documentId }: { documentId: string }) => {
  const translate = useTranslate();
  const values = useForm('KeptTyping', (state) => state.values as Typing['values']);
  const initialValues = useForm('KeptTyping', (state) => state.initialValues as Typing['values']);
  const isModified = useForm('KeptTyping', (state) => state.modified);
  const setValues = useForm('KeptTyping', (state) => state.setValues);
  const [kept, setKept] = useState(() => keptTyping(documentId));

  useEffect(() => {
    // An untouched form says nothing: the one before it may just have gone with its session.
    if (isModified) noteTyping({ documentId, values, initialValues });
  }, [documentId, isModified, values, initialValues]);

  const [wasModified, setWasModified] = useState(false);
  useEffect(() => {
    if (isModified) setWasModified(true);
    else if (wasModified) {
      // Stored, or given up.
      noteTyping(null);
      forgetTyping();
      setKept(null);
      setWasModified(false);
    }
  }, [isModified, wasModified]);

  if (kept === null || isModified) return null;
  const end = () => {
    forgetTyping();
    setKept(null);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} background="warning100" padding={3} hasRadius role="status">
      <Typography textColor="warning700">{translate('typing.kept', { time: minuteInChina(kept.at) })}</Typography>
      <Flex gap={2} wrap="wrap">
        <Button size="S" onClick={() => setValues({ ...values, ...kept.values })}>
          {translate('typing.put-back')}
        </Button>
        <Button size="S" variant="tertiary" onClick={end}>
          {translate('typing.forget')}
        </Button>
      </Flex>
    </Flex>
  );
};

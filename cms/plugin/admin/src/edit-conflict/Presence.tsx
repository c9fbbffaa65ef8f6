import { Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useLeaveMutation, useNotePresenceMutation } from '../disclosure-api';
import { useTranslate } from '../message';

const EVERY_MS = 20_000;

/** Says who else has this form open. */
export const Presence = ({ documentId }: { documentId: string }) => {
  const translate = useTranslate();
  const [note] = useNotePresenceMutation();
  const [leave] = useLeaveMutation();
  const [others, setOthers] = useState<readonly string[]>([]);

  useEffect(() => {
    const tell = async () => {
      const result = await note(documentId);
      if ('data' in result && result.data !== undefined) setOthers(result.data.others);
    };
    void tell();
    const timer = setInterval(() => void tell(), EVERY_MS);
    return () => {
      clearInterval(timer);
      void leave(documentId);
    };
  }, [documentId, note, leave]);

  if (others.length === 0) return null;
  return (
    <Typography variant="pi" textColor="warning700" role="status">
      {translate('presence.others', { names: others.join('、') })}
    </Typography>
  );
};

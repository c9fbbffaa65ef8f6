import { Button } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import { DUTY_STAGES } from 'disclosure-contract';
import { powerKindSchema } from 'disclosure-contract/flow';
import { useTranslate } from '../message';
import type { Row } from './row-list';

/** Begins a list of duties with the stages that are usual for the kind of power; those that are there stay as they are. */
export const StandardStages = ({ rows, onFill }: { rows: readonly Row[]; onFill: (added: readonly Row[]) => void }) => {
  const translate = useTranslate();
  const kind = powerKindSchema.safeParse(
    useForm('StandardStages', ({ values }) => (values as { kind?: unknown }).kind),
  );
  if (!kind.success) return null;
  const missing = DUTY_STAGES[kind.data].filter((stage) => !rows.some((row) => row['stage'] === stage));
  return (
    <Button
      size="S"
      variant="tertiary"
      startIcon={<Magic />}
      disabled={missing.length === 0}
      onClick={() => onFill(missing.map((stage) => ({ stage, text: '' })))}
    >
      {translate('rows.standard-stages')}
    </Button>
  );
};

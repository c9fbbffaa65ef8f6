import { Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { overlongAbstract } from 'disclosure-contract';
import { useTranslate } from '../message';

/** Says beside the form that its abstract is longer than is advised. */
export const AbstractAdvice = () => {
  const translate = useTranslate();
  const { abstract, body } = useForm('AbstractAdvice', ({ values }) => values as EditedItem);
  const overlong = overlongAbstract({ abstract: abstract ?? null, body: body ?? '' });
  if (overlong === null) return null;
  return (
    <Typography variant="pi" textColor="warning700" role="status">
      {translate('publication.overlong-abstract', { ...overlong })}
    </Typography>
  );
};

interface EditedItem {
  readonly abstract?: string | null;
  readonly body?: string | null;
}

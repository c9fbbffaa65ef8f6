import { useCallback } from 'react';
import { isBaseQueryError, useAPIErrorHandler, type BaseQueryError } from '@strapi/strapi/admin';
import { useTranslate } from './message';

type Failure = BaseQueryError | { readonly message?: string };

/** What to tell a person about a call that failed: what the server said, in the interface language if it can be. */
export function useErrorMessage(): (error: Failure) => string {
  const translate = useTranslate();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  return useCallback(
    (error) => (isBaseQueryError(error) ? formatApiError(error) : translate('failed')),
    [formatApiError, translate],
  );
}

/** What is wrong with each field, where the server refused a form as a whole. */
export function fieldMessages(error: Failure): readonly string[] {
  const details: unknown = isBaseQueryError(error) && 'details' in error ? error.details : undefined;
  const errors = (details as { errors?: unknown } | undefined)?.errors;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap(({ message }: { message?: unknown }) => (typeof message === 'string' ? [message] : []));
}

import { useState } from 'react';
import type { BaseQueryError } from '@strapi/strapi/admin';
import { useErrorMessage } from '../error-message';
import { show } from './under-way';

type Failure = BaseQueryError | { readonly message?: string };

/** Shows what the server says of a step at its field; a lock takes the place of the step. */
export function useStepError(): {
  error: string | null;
  setError: (text: string | null) => void;
  fail: (failure: Failure) => void;
} {
  const errorMessage = useErrorMessage();
  const [error, setError] = useState<string | null>(null);
  const fail = (failure: Failure) => {
    const { code, until } = ((failure as { details?: unknown }).details ?? {}) as { code?: unknown; until?: unknown };
    if (code === 'sign_in_locked' && typeof until === 'string') show({ step: 'locked', until });
    else setError(errorMessage(failure));
  };
  return { error, setError, fail };
}

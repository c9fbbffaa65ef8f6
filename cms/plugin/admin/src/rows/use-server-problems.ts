import { useState } from 'react';
import { useForm } from '@strapi/strapi/admin';
import { problemsNow, problemsWithin, type ServerProblem } from './server-problems';

/** What the server has against the rows of a field as they are now. */
export function useServerProblems(name: string, entries: readonly unknown[]): readonly ServerProblem[] {
  const errors = useForm('RowsField', (state) => state.errors as unknown);
  const [answer, setAnswer] = useState({ errors, sent: entries });
  if (answer.errors !== errors) setAnswer({ errors, sent: entries });
  return problemsNow(problemsWithin(answer.errors, name), answer.sent, entries);
}

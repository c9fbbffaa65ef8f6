import { DisclosureError } from 'disclosure-contract';
import type { z } from 'zod';

/**
 * Reads what a client sent.
 *
 * @throws DisclosureError `parameter_invalid`, with the path of the first thing that cannot be read
 */
export function readInput<Schema extends z.ZodType>(schema: Schema, written: unknown): z.output<Schema> {
  const parsed = schema.safeParse(written ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new DisclosureError('parameter_invalid', `Cannot read "${path}": ${issue?.message ?? 'not as expected'}`, {
    path,
  });
}

import { errors } from '@strapi/utils';
import { DisclosureError, ERROR_CODES, type ErrorCode } from 'disclosure-contract';
import type { Problem } from './domain/problem.ts';

const { ApplicationError, ForbiddenError, NotFoundError, UnauthorizedError, ValidationError } = errors;

type StrapiErrorClass = new (message: string, details?: unknown) => Error;

/** Codes that are not answered as 400. Strapi answers 500 without a message for any error that is not its own. */
const OTHER_STATUS: Partial<Record<ErrorCode, StrapiErrorClass>> = {
  account_unknown: NotFoundError,
  file_unknown: NotFoundError,
  item_unknown: NotFoundError,
  person_unknown: NotFoundError,
  review_unknown: NotFoundError,
  node_unknown: NotFoundError,
  token_invalid: UnauthorizedError,
  edit_conflict: ValidationError,
  version_unknown: NotFoundError,
  type_internal: ForbiddenError,
  field_invalid: ValidationError,
  parameter_invalid: ValidationError,
};

/** The Strapi error for a product error; anything else is given back as it is. */
export function toStrapiError(error: unknown): unknown {
  if (!(error instanceof DisclosureError)) return error;
  const Class = OTHER_STATUS[error.code] ?? ApplicationError;
  // The content manager's forms expect a list of problems in every refusal of this class.
  const problems = Class === ValidationError ? { errors: [] } : {};
  return new Class(error.message, { ...problems, ...error.details, code: error.code });
}

/** Refuses a form: each problem is shown at its field, all of them at once. */
export function refuse(code: ErrorCode, summary: string, problems: readonly Problem[]): never {
  throw new ValidationError(summary, {
    code,
    errors: problems.map(({ path, message, code: problem }) => ({
      path: [path],
      message,
      name: 'ValidationError',
      code: problem,
    })),
  });
}

/** Refuses a form that is wrong as written. With one problem, its message is the summary. */
export function refuseInput(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const code = isErrorCode(first.code) ? first.code : 'field_invalid';
  const summary = problems.length === 1 ? first.message : `有 ${problems.length} 处填写不正确，请按提示修改后再保存。`;
  refuse(code, summary, problems);
}

function isErrorCode(code: Problem['code']): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code);
}

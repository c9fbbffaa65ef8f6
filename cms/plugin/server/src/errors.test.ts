import { errors } from '@strapi/utils';
import { DisclosureError, ERROR_CODES } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { refuse, toStrapiError } from './errors.ts';

test.each(ERROR_CODES)('%s reaches the client as an error of Strapi, with its code', (code) => {
  const answer = toStrapiError(new DisclosureError(code, 'message', { documentId: 'x' }));
  expect(answer).toBeInstanceOf(errors.ApplicationError);
  expect(answer).toMatchObject({ message: 'message', details: { code, documentId: 'x' } });
});

test('an error of others stays what it is', () => {
  const error = new TypeError('theirs');
  expect(toStrapiError(error)).toBe(error);
});

test('refuse() marks each field', () => {
  const problem = { path: 'title', code: 'title_missing', message: '请填写标题。' } as const;
  expect(() => refuse('publish_incomplete', '还不能发布', [problem])).toThrow(
    expect.objectContaining({
      name: 'ValidationError',
      details: {
        code: 'publish_incomplete',
        errors: [{ path: ['title'], message: '请填写标题。', name: 'ValidationError', code: 'title_missing' }],
      },
    }),
  );
});

import { expect, test, vi } from 'vitest';

// Strapi's panel needs a browser; nothing of it is used here.
vi.mock('@strapi/strapi/admin', () => ({ adminApi: {} }));
const { underWayIn } = await import('./under-way');

const answer = (endpointName: string, details: object, rememberMe = false) => ({
  type: 'adminApi/executeMutation/rejected',
  payload: { details: details as Record<string, unknown> },
  meta: { arg: { endpointName, originalArgs: { rememberMe } } },
});

test.each([
  ['second_factor_required', 'code'],
  ['password_expired', 'password'],
  ['second_factor_enrolment_required', 'enrolment'],
])('underWayIn() takes %s for the step "%s"', (code, step) => {
  expect(underWayIn(answer('login', { code, challenge: 'c' }, true))).toEqual({
    step,
    challenge: 'c',
    isFromLogin: true,
    remembers: true,
  });
});

test('underWayIn() says until when a sign-in is locked', () => {
  const until = '2026-11-28T09:30:00.000Z';
  expect(underWayIn(answer('resetPassword', { code: 'sign_in_locked', until }))).toEqual({ step: 'locked', until });
});

test.each([
  ['a wrong password', answer('login', { code: 'credentials_invalid' })],
  ['other calls', answer('updateMe', { code: 'password_expired', challenge: 'c' })],
  ['what succeeds', { ...answer('login', {}), type: 'adminApi/executeMutation/fulfilled' }],
  ['other actions', { type: 'admin/setLocale' }],
])('underWayIn() leaves %s alone', (_what, action) => {
  expect(underWayIn(action)).toBeNull();
});

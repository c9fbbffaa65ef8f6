import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { stepAt, totpCode } from '../src/domain/totp.ts';
import { codeOf, createAdministrator, login, PASSWORD, refreshCookie, type Person } from './support/administrators.ts';
import { callerFor, type Answer, type Json } from './support/http.ts';
import { startCms, type RunningCms } from './support/running-cms.ts';

let cms: RunningCms;
let people = 0;

beforeAll(async () => {
  cms = await startCms();
}, 120_000);
afterAll(() => cms.stop());
afterEach(() => settings({}));

const query = (uid: string) => cms.strapi.db.query(uid as never) as Json;
const call = (path: string, body: object) => callerFor(cms)('POST', `/disclosure/sign-in${path}`, body);
const person = () => createAdministrator(cms, `person${(people += 1)}`);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const daysAgo = (days: number) => minutesAgo(days * 24 * 60);

let initial: Json;
/** Changes what the plugin was configured with, for one test. */
function settings(changes: object): void {
  initial ??= cms.strapi.config.get('plugin::disclosure.signIn');
  cms.strapi.config.set('plugin::disclosure.signIn', { ...initial, ...changes });
}

async function eventsOf({ id }: Person): Promise<string[]> {
  await (cms.strapi.plugin('disclosure').service('audit-watch') as Json).settled();
  const rows = await query('plugin::disclosure.audit-entry').findMany({
    where: { subject: `user:${id}` },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ event }: { event: string }) => event);
}

async function fail(email: string, times: number): Promise<(string | null)[]> {
  const codes: (string | null)[] = [];
  for (let at = 0; at < times; at += 1) codes.push(codeOf(await login(cms, email, 'Wrong-word-1')));
  return codes;
}

/** Strapi's own limit of sign-ins is not what these tests are about. */
const withoutRateLimit = () => cms.strapi.config.set('admin.rateLimit', { enabled: false });

const decode = (secret: string) => {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  );
};
const codeNow = (secret: string, off = 0) => totpCode(decode(secret), stepAt(new Date()) + off);

/** Steps last thirty seconds: what is computed now is still good when it arrives. */
async function awayFromTheEndOfAStep(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 2_000) await sleep(left);
}

/** Turns the second factor on as its owner does; gives the secret and the recovery codes. */
async function enrol({ email }: Person) {
  await awayFromTheEndOfAStep();
  const { body } = await login(cms, email);
  const own = callerFor(cms, body.data.token);
  const { secret } = (await own('POST', '/disclosure/sign-in/own/second-factor', { password: PASSWORD })).body.data;
  // The code of the step before: the one of this step is left for the first sign-in.
  const answer = await own('POST', '/disclosure/sign-in/own/second-factor/confirm', { code: codeNow(secret, -1) });
  return { secret: secret as string, recoveryCodes: answer.body.data.recoveryCodes as string[], own };
}

async function challengeFor(email: string): Promise<string> {
  const { body } = await login(cms, email);
  return body.error.details.challenge;
}

const isRefused = (answer: Answer) => (answer.body?.data ?? null) === null && refreshCookie(answer) === null;

beforeAll(withoutRateLimit);

describe('lock-out', () => {
  test('locks after five wrong passwords in a row, and refuses the right one with the same answer', async () => {
    const someone = await person();
    expect(await fail(someone.email, 5)).toEqual(Array(5).fill('credentials_invalid'));
    const [wrong, right] = [await login(cms, someone.email, 'Wrong-word-1'), await login(cms, someone.email)];
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'sign_in_locked']);
    expect(right.body).toEqual(wrong.body);
    const minutes = (new Date(right.body.error.details.until).getTime() - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(30);
    expect(await eventsOf(someone)).toEqual(['user_created', 'account_locked', 'sign_in_refused', 'sign_in_refused']);
  });

  test('answers for a name that nobody has as for one that somebody has', async () => {
    const someone = await person();
    const nobody = 'nobody@example.test';
    for (let at = 0; at < 7; at += 1) {
      const [one, other] = [await login(cms, someone.email, 'Wrong-word-1'), await login(cms, nobody, 'Wrong-word-1')];
      const said = ({ status, body }: Answer) => ({ status, ...body.error, details: Object.keys(body.error.details) });
      expect(said(other)).toEqual(said(one));
    }
    expect(JSON.stringify(await query('plugin::disclosure.sign-in-attempt').findMany({}))).not.toContain('@');
  });

  test('lasts for its time and no longer, and begins to count anew', async () => {
    const someone = await person();
    await fail(someone.email, 5);
    await query('plugin::disclosure.sign-in-attempt').updateMany({
      where: { account: String(someone.id) },
      data: { lockedUntil: minutesAgo(0) },
    });
    expect(await fail(someone.email, 4)).toEqual(Array(4).fill('credentials_invalid'));
    expect((await login(cms, someone.email)).status).toBe(200);
    expect(await fail(someone.email, 4)).toEqual(Array(4).fill('credentials_invalid'));
    expect((await login(cms, someone.email)).status).toBe(200);
  });

  test('is ended by an administrator, and told of', async () => {
    const someone = await person();
    const chief = await person();
    const admin = callerFor(cms, (await login(cms, chief.email)).body.data.token);
    await fail(someone.email, 5);
    const listed = async () =>
      (await admin('GET', '/disclosure/sign-in/accounts')).body.data.find((each: Person) => each.id === someone.id);
    expect((await listed()).lockedUntil).toEqual(expect.any(String));
    expect((await admin('POST', `/disclosure/sign-in/accounts/${someone.id}/unlock`)).status).toBe(200);
    expect((await listed()).lockedUntil).toBeNull();
    expect((await login(cms, someone.email)).status).toBe(200);
    expect(await eventsOf(someone)).toContain('account_unlocked');
    expect((await admin('POST', '/disclosure/sign-in/accounts/999999/unlock')).status).toBe(404);
  });

  test('of thirty wrong guesses at once, five are checked', async () => {
    const someone = await person();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => login(cms, someone.email, at === 29 ? PASSWORD : `Wrong-word-${at}`)),
    );
    const codes = answers.map(codeOf);
    const checked = codes.filter((code) => code !== 'sign_in_locked');
    // The right one may be among the five: it takes the count back, and five more are checked.
    expect(checked.length).toBeLessThanOrEqual(codes.includes(null) ? 10 : 5);
    if (!codes.includes(null)) expect(codeOf(await login(cms, someone.email))).toBe('sign_in_locked');
  });

  test('holds however name and password are written', async () => {
    const someone = await person();
    await fail(someone.email.toUpperCase(), 5);
    const ask = (path: string, body?: unknown) => callerFor(cms)('POST', path, body);
    const inAddress = `?email=${someone.email}&password=${PASSWORD}`;
    const ways = [
      await login(cms, [someone.email]),
      await login(cms, { toString: someone.email }),
      await login(cms, someone.email, [PASSWORD]),
      await ask(`/admin/login${inAddress}`, {}),
      await ask(`/admin/login${inAddress}`),
      await ask('/admin/login/', { email: someone.email, password: PASSWORD }),
      await ask('/ADMIN/LOGIN', { email: someone.email, password: PASSWORD }),
    ];
    expect(ways.map(isRefused)).toEqual(ways.map(() => true));
    expect(ways.map(({ status }) => status >= 400 && status < 500)).toEqual(ways.map(() => true));
  });

  test('is not passed by a password that is set by e-mail', async () => {
    const someone = await person();
    await fail(someone.email, 5);
    const resetPasswordToken = 'a'.repeat(40);
    await query('admin::user').update({
      where: { id: someone.id },
      data: { resetPasswordToken, resetPasswordTokenExpiresAt: new Date(Date.now() + 60_000) },
    });
    const reset = await callerFor(cms)('POST', '/admin/reset-password', {
      resetPasswordToken,
      password: 'Another-pass-1',
    });
    expect([codeOf(reset), isRefused(reset)]).toEqual(['sign_in_locked', true]);
    expect(codeOf(await login(cms, someone.email, 'Another-pass-1'))).toBe('sign_in_locked');
  });
});

describe('second factor', () => {
  test('opens no session before the code is given, and one after it', async () => {
    const someone = await person();
    const { secret } = await enrol(someone);
    const first = await login(cms, someone.email);
    expect([first.status, codeOf(first), isRefused(first)]).toEqual([400, 'second_factor_required', true]);
    const { challenge } = first.body.error.details;
    const answer = await call('/code', { challenge, code: codeNow(secret) });
    expect(answer.body.data).toMatchObject({ token: expect.any(String), user: { id: someone.id } });
    expect(JSON.stringify(answer.body)).not.toMatch(/"(?:password|secret|resetPasswordToken)"/);
    const me = await callerFor(cms, answer.body.data.token)('GET', '/admin/users/me');
    expect(me.body.data.id).toBe(someone.id);
    const cookie = refreshCookie(answer) ?? '';
    const renewed = await callerFor(cms)('POST', '/admin/access-token', {}, { cookie });
    expect(renewed.body.data.token).toEqual(expect.any(String));
    expect(await eventsOf(someone)).toEqual(['user_created', 'signed_in', 'second_factor_enrolled', 'signed_in']);
  });

  test('refuses a code the second time, and a challenge after its use', async () => {
    const someone = await person();
    const { secret } = await enrol(someone);
    const code = codeNow(secret);
    const challenge = await challengeFor(someone.email);
    expect((await call('/code', { challenge, code })).status).toBe(200);
    expect(codeOf(await call('/code', { challenge, code: codeNow(secret, 1) }))).toBe('challenge_expired');
    const next = await challengeFor(someone.email);
    expect(codeOf(await call('/code', { challenge: next, code }))).toBe('second_factor_wrong');
    expect((await call('/code', { challenge: next, code: codeNow(secret, 1) })).status).toBe(200);
  });

  test('of one code given by many at once, one is accepted', async () => {
    const someone = await person();
    const { secret } = await enrol(someone);
    const challenges = [
      await challengeFor(someone.email),
      await challengeFor(someone.email),
      await challengeFor(someone.email),
    ];
    const code = codeNow(secret);
    const answers = await Promise.all(challenges.map((challenge) => call('/code', { challenge, code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('refuses a challenge that is too old, that is another step, or that nobody got', async () => {
    const someone = await person();
    const { secret } = await enrol(someone);
    const challenge = await challengeFor(someone.email);
    expect(codeOf(await call('/password', { challenge, password: 'Another-pass-1' }))).toBe('challenge_expired');
    expect(codeOf(await call('/enrolment', { challenge }))).toBe('challenge_expired');
    await query('plugin::disclosure.sign-in-challenge').updateMany({
      where: { account: String(someone.id) },
      data: { expiresAt: minutesAgo(1) },
    });
    expect(codeOf(await call('/code', { challenge, code: codeNow(secret) }))).toBe('challenge_expired');
    expect(codeOf(await call('/code', { challenge: 'x'.repeat(43), code: codeNow(secret) }))).toBe('challenge_expired');
    expect(codeOf(await call('/code', { challenge: { $ne: '' }, code: '1' }))).toBe('parameter_invalid');
  });

  test('counts wrong codes like wrong passwords: the right password in between gives no further guesses', async () => {
    const someone = await person();
    await enrol(someone);
    const codes: (string | null)[] = [];
    for (let at = 0; at < 5; at += 1) {
      codes.push(codeOf(await call('/code', { challenge: await challengeFor(someone.email), code: '000000' })));
    }
    expect(codes).toEqual(Array(5).fill('second_factor_wrong'));
    expect(codeOf(await login(cms, someone.email))).toBe('sign_in_locked');
  });

  test('of thirty codes guessed at once, five are checked', async () => {
    const someone = await person();
    await enrol(someone);
    const challenge = await challengeFor(someone.email);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => call('/code', { challenge, code: String(100_000 + at) })),
    );
    expect(answers.filter((answer) => codeOf(answer) === 'second_factor_wrong')).toHaveLength(5);
    expect(answers.filter((answer) => codeOf(answer) === 'sign_in_locked')).toHaveLength(25);
    expect((await eventsOf(someone)).filter((event) => event === 'account_locked')).toHaveLength(1);
  });

  test('takes each recovery code once', async () => {
    const someone = await person();
    const { recoveryCodes } = await enrol(someone);
    expect(new Set(recoveryCodes).size).toBe(10);
    const code = recoveryCodes[3]?.toLowerCase().replaceAll('-', ' ');
    expect((await call('/code', { challenge: await challengeFor(someone.email), code })).status).toBe(200);
    expect(codeOf(await call('/code', { challenge: await challengeFor(someone.email), code }))).toBe(
      'second_factor_wrong',
    );
    expect(await eventsOf(someone)).toContain('recovery_code_used');
    const [row] = await query('plugin::disclosure.sign-in-account').findMany({
      where: { account: String(someone.id) },
    });
    for (const each of recoveryCodes) expect(JSON.stringify(row)).not.toContain(each);
  });

  test('is not passed by a password that is set by e-mail', async () => {
    const someone = await person();
    const { secret } = await enrol(someone);
    const resetPasswordToken = 'b'.repeat(40);
    await query('admin::user').update({
      where: { id: someone.id },
      data: { resetPasswordToken, resetPasswordTokenExpiresAt: new Date(Date.now() + 60_000) },
    });
    const reset = await callerFor(cms)('POST', '/admin/reset-password', {
      resetPasswordToken,
      password: 'Another-pass-1',
    });
    expect([codeOf(reset), isRefused(reset), reset.headers.getSetCookie()]).toEqual([
      'second_factor_required',
      true,
      [],
    ]);
    expect(await query('admin::session').count({ where: { userId: String(someone.id) } })).toBe(0);
    const { challenge } = reset.body.error.details;
    expect((await call('/code', { challenge, code: codeNow(secret) })).status).toBe(200);
  });

  test('is kept sealed, and its owner turns it off with a code', async () => {
    const someone = await person();
    const { secret, own } = await enrol(someone);
    const [row] = await query('plugin::disclosure.sign-in-account').findMany({
      where: { account: String(someone.id) },
    });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row.pendingSecret).toBeNull();
    const remove = (code: string) => own('POST', '/disclosure/sign-in/own/second-factor/remove', { code });
    expect(codeOf(await remove('000000'))).toBe('second_factor_wrong');
    settings({ secondFactor: 'required' });
    expect(codeOf(await remove(codeNow(secret)))).toBe('second_factor_kept');
    settings({});
    expect((await remove(codeNow(secret))).status).toBe(200);
    expect((await login(cms, someone.email)).status).toBe(200);
  });

  test('cannot be turned on over an open session without the password, or twice', async () => {
    const someone = await person();
    const own = callerFor(cms, (await login(cms, someone.email)).body.data.token);
    const begin = (password: string) => own('POST', '/disclosure/sign-in/own/second-factor', { password });
    expect(codeOf(await begin('Wrong-word-1'))).toBe('credentials_invalid');
    expect(codeOf(await own('POST', '/disclosure/sign-in/own/second-factor/confirm', { code: '000000' }))).toBe(
      'second_factor_not_begun',
    );
    const enrolled = await enrol(someone);
    expect(codeOf(await enrolled.own('POST', '/disclosure/sign-in/own/second-factor', { password: PASSWORD }))).toBe(
      'second_factor_on',
    );
  });

  test('is reset by an administrator, which ends the sessions of whoever lost it', async () => {
    const someone = await person();
    const { own } = await enrol(someone);
    const chief = callerFor(cms, (await login(cms, (await person()).email)).body.data.token);
    const renewed = await own('POST', '/disclosure/sign-in/own/recovery-codes', { code: '000000' });
    expect(codeOf(renewed)).toBe('second_factor_wrong');
    expect((await chief('POST', `/disclosure/sign-in/accounts/${someone.id}/second-factor/reset`)).status).toBe(200);
    expect((await own('GET', '/admin/users/me')).status).toBe(401);
    expect((await login(cms, someone.email)).status).toBe(200);
    expect(await eventsOf(someone)).toContain('second_factor_reset');
  });

  test('where it is required, is enrolled before anything else works', async () => {
    const someone = await person();
    const before = await login(cms, someone.email);
    const cookie = refreshCookie(before) ?? '';
    settings({ secondFactor: 'required' });
    const renewal = await callerFor(cms)('POST', '/admin/access-token', {}, { cookie });
    expect([renewal.status, isRefused(renewal)]).toEqual([401, true]);
    expect((await callerFor(cms, before.body.data.token)('GET', '/admin/users/me')).status).toBe(401);

    const first = await login(cms, someone.email);
    expect([codeOf(first), isRefused(first)]).toEqual(['second_factor_enrolment_required', true]);
    const { challenge } = first.body.error.details;
    const { secret, uri } = (await call('/enrolment', { challenge })).body.data;
    expect(uri).toContain(`secret=${secret}`);
    expect(codeOf(await call('/enrolment/confirm', { challenge, code: '000000' }))).toBe('second_factor_wrong');
    const { body } = await call('/enrolment/confirm', { challenge, code: codeNow(secret) });
    expect(body.data.recoveryCodes).toHaveLength(10);
    expect((await callerFor(cms, body.data.session.token)('GET', '/admin/users/me')).status).toBe(200);
    expect(codeOf(await login(cms, someone.email))).toBe('second_factor_required');
  });

  test('where it is required, is asked of who registers by invitation', async () => {
    settings({ secondFactor: 'required' });
    const registrationToken = 'c'.repeat(40);
    const invited = await createAdministrator(cms, 'invited', { registrationToken, isActive: false });
    const userInfo = { firstname: '芳', lastname: '王', password: 'Another-pass-1' };
    const answer = await callerFor(cms)('POST', '/admin/register', { registrationToken, userInfo });
    expect([codeOf(answer), isRefused(answer)]).toEqual(['second_factor_enrolment_required', true]);
    expect(await query('admin::session').count({ where: { userId: String(invited.id) } })).toBe(0);
  });
});

describe('passwords', () => {
  const age = (someone: Person, days: number) =>
    query('plugin::disclosure.sign-in-account').updateMany({
      where: { account: String(someone.id) },
      data: { passwordSetAt: daysAgo(days) },
    });

  test('expire after ninety days: a new one is set before anything else works', async () => {
    const someone = await person();
    const before = await login(cms, someone.email);
    await age(someone, 91);
    const renewal = await callerFor(cms)('POST', '/admin/access-token', {}, { cookie: refreshCookie(before) ?? '' });
    expect(renewal.status).toBe(401);
    const first = await login(cms, someone.email);
    expect([codeOf(first), isRefused(first)]).toEqual(['password_expired', true]);
    const { challenge } = first.body.error.details;
    const set = (password: string) => call('/password', { challenge, password });
    for (const refused of [PASSWORD, 'Short-1', 'password-1', `Long-1${'密'.repeat(23)}`]) {
      expect([refused, codeOf(await set(refused))]).toEqual([refused, 'password_refused']);
    }
    const { body } = await set('Another-pass-1');
    expect((await callerFor(cms, body.data.token)('GET', '/admin/users/me')).status).toBe(200);
    expect((await login(cms, someone.email, 'Another-pass-1')).status).toBe(200);
    expect(codeOf(await login(cms, someone.email))).toBe('credentials_invalid');
    expect(await eventsOf(someone)).toEqual(expect.arrayContaining(['password_expired', 'password_changed']));
  });

  test('that expire are changed after the code, not before it', async () => {
    const someone = await person();
    const { secret } = await enrol(someone);
    await age(someone, 91);
    const challenge = await challengeFor(someone.email);
    expect(codeOf(await call('/password', { challenge, password: 'Another-pass-1' }))).toBe('challenge_expired');
    const { body } = await call('/code', { challenge, code: codeNow(secret) });
    expect(body.data).toMatchObject({ step: 'password', challenge: expect.any(String) });
    const done = await call('/password', { challenge: body.data.challenge, password: 'Another-pass-1' });
    expect(done.body.data.token).toEqual(expect.any(String));
  });

  test('of the last five are not taken again, by any way of setting one', async () => {
    const someone = await person();
    let current = PASSWORD;
    const change = async (password: string) => {
      const own = callerFor(cms, (await login(cms, someone.email, current)).body.data.token);
      const answer = await own('PUT', '/admin/users/me', { currentPassword: current, password });
      if (answer.status === 200) current = password;
      return codeOf(answer);
    };
    expect(await change(PASSWORD)).toBe('password_refused');
    for (const at of [2, 3, 4, 5]) expect(await change(`Password-${at}`)).toBeNull();
    expect(await change(PASSWORD)).toBe('password_refused');
    expect(await change('Password-6')).toBeNull();
    expect(await change(PASSWORD)).toBeNull();
  }, 60_000);

  test('that somebody else has set are changed at the next sign-in, and end all sessions', async () => {
    const someone = await person();
    const session = callerFor(cms, (await login(cms, someone.email)).body.data.token);
    const chief = callerFor(cms, (await login(cms, (await person()).email)).body.data.token);
    const set = (password: string) => chief('PUT', `/admin/users/${someone.id}`, { password });
    expect(codeOf(await set('Short-1a'))).toBe('password_refused');
    expect((await set('Given-word-1')).status).toBe(200);
    expect((await session('GET', '/admin/users/me')).status).toBe(401);
    expect(codeOf(await login(cms, someone.email, 'Given-word-1'))).toBe('password_expired');
  });

  test('set by a script or by their owner need not be changed', async () => {
    const someone = await person();
    const users = cms.strapi.service('admin::user') as Json;
    await users.updateById(someone.id, { password: 'weak' });
    expect((await login(cms, someone.email, 'weak')).status).toBe(200);
  });

  test('say of their age what is left', async () => {
    const someone = await person();
    await age(someone, 85);
    const own = callerFor(cms, (await login(cms, someone.email)).body.data.token);
    const { data } = (await own('GET', '/disclosure/sign-in/own')).body;
    expect(data).toMatchObject({ policy: 'optional', idleMinutes: 15, password: { daysLeft: 5, isDue: false } });
    expect(data.recent).toMatchObject([{ event: 'signed_in' }]);
  });
});

describe('around it', () => {
  test('a session lasts as long as somebody may be idle, and no longer than half a day', async () => {
    const someone = await person();
    await login(cms, someone.email);
    const [session] = await query('admin::session').findMany({ where: { userId: String(someone.id) } });
    const minutes = (until: string) => Math.round((new Date(until).getTime() - Date.now()) / 60_000);
    expect([minutes(session.expiresAt), minutes(session.absoluteExpiresAt)]).toEqual([20, 12 * 60]);
  });

  test('nobody without the right sees or changes the sign-ins of others', async () => {
    const editor = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } });
    const someone = await createAdministrator(cms, 'editor', { roles: [editor.id] });
    const own = callerFor(cms, (await login(cms, someone.email)).body.data.token);
    expect((await own('GET', '/disclosure/sign-in/own')).status).toBe(200);
    expect((await own('GET', '/disclosure/sign-in/accounts')).status).toBe(403);
    for (const path of [`${someone.id}/unlock`, `${someone.id}/second-factor/reset`]) {
      expect((await own('POST', `/disclosure/sign-in/accounts/${path}`)).status).toBe(403);
    }
    expect((await callerFor(cms)('GET', '/disclosure/sign-in/own')).status).toBe(401);
  });

  test('what sign-in keeps goes with the account', async () => {
    const someone = await person();
    await enrol(someone);
    await (cms.strapi.service('admin::user') as Json).deleteById(someone.id);
    const where = { account: String(someone.id) };
    expect(await query('plugin::disclosure.sign-in-account').count({ where })).toBe(0);
    expect(await query('plugin::disclosure.sign-in-attempt').count({ where })).toBe(0);
  });

  test('no other route of the administration answers whoever is not signed in', async () => {
    const { routes } = (cms.strapi as Json).admin;
    const open = Object.values(routes as Json)
      .flatMap((router) => (router as Json).routes)
      .filter((route) => route.config?.auth === false && route.method !== 'GET')
      .map((route) => route.handler);
    expect(open.sort()).toEqual([
      'authentication.accessToken',
      'authentication.forgotPassword',
      'authentication.login',
      'authentication.register',
      'authentication.registerAdmin',
      'authentication.resetPassword',
    ]);
  });
});

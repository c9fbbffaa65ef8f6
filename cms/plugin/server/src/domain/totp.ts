import { createHmac, timingSafeEqual } from 'node:crypto';

/** Codes that change with time, RFC 6238: SHA-1, six digits, thirty seconds — what every authenticator app reads. */
const STEP_MS = 30_000;
const DIGITS = 6;
/** Clocks of telephones may be this many steps off. */
const DRIFT = 1;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / STEP_MS);
}

export function totpCode(secret: Buffer, step: number, digits: number = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0x0f;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The step whose code this is, or null. Steps up to `lastStep` were used: their codes are refused. */
export function acceptedStep(secret: Buffer, code: string, now: Date, lastStep: number): number | null {
  const given = Buffer.from(code);
  let accepted: number | null = null;
  for (let step = stepAt(now) - DRIFT; step <= stepAt(now) + DRIFT; step += 1) {
    const expected = Buffer.from(totpCode(secret, step));
    const isSame = expected.length === given.length && timingSafeEqual(expected, given);
    if (isSame && step > lastStep) accepted = step;
  }
  return accepted;
}

/** Text of a secret, as it is typed into an app. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + BASE32[(held << (5 - bits)) & 31];
}

/** What the square shown at enrolment says to an app. */
export function otpauthUri(secret: Buffer, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const parameters = { secret: base32(secret), issuer, algorithm: 'SHA1', digits: String(DIGITS), period: '30' };
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `otpauth://totp/${label}?${query.join('&')}`;
}

export interface PasswordRule {
  /** Characters at least. */
  readonly passwordLength: number;
  /** Of lower-case letters, upper-case letters, digits and other characters: how many kinds at least. */
  readonly passwordKinds: number;
}

export interface PasswordAgeRule {
  /** Days after which a password must be changed; 0 for never. */
  readonly passwordDays: number;
}

/** bcrypt reads no further. */
const MOST_BYTES = 72;

const LETTERS_AND_DIGITS = [/[a-z]/, /[A-Z]/, /\d/];
const OTHERS = /[^a-zA-Z\d\s]/;

export const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What a new password lacks, as a sentence; null when it is good. The first three kinds are demanded of every password:
 * Strapi's own forms refuse it otherwise.
 */
export function passwordProblem(password: string, { passwordLength, passwordKinds }: PasswordRule): string | null {
  if ([...password].length < passwordLength) return `密码至少需要 ${passwordLength} 个字符。`;
  if (Buffer.byteLength(password) > MOST_BYTES) return `密码过长：最多 ${MOST_BYTES} 个字节，一个汉字占 3 个字节。`;
  if (!LETTERS_AND_DIGITS.every((kind) => kind.test(password))) return '密码须同时包含大写字母、小写字母和数字。';
  if (passwordKinds > LETTERS_AND_DIGITS.length && !OTHERS.test(password))
    return '密码须同时包含大写字母、小写字母、数字和其他符号。';
  return null;
}

/** Whole days until a password has to be changed, 0 when it has expired; null when passwords do not expire. */
export function passwordDaysLeft(setAt: Date, now: Date, { passwordDays }: PasswordAgeRule): number | null {
  if (passwordDays === 0) return null;
  const left = setAt.getTime() + passwordDays * DAY_MS - now.getTime();
  return Math.max(0, Math.ceil(left / DAY_MS));
}

/** Characters of a unified social credit code, GB 32100-2015: no I, O, S, V, Z. Their position is their value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether `code` has the form of a unified social credit code (统一社会信用代码), check character included. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code[17];
}

/** The check character for the first 17 characters (GB 32100-2015 §4.6), or null when one of them is not allowed. */
export function creditCodeCheck(first17: string): string | null {
  if (first17.length !== 17) return null;
  let sum = 0;
  for (const [at, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17.charAt(at));
    if (value < 0) return null;
    sum += value * weight;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

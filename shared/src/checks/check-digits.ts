/** ISO 7064 mod 11-2, as GB 11643-1999 weighs the first 17 digits of a citizen's number. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

const FORM_18 = /^[1-9]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx]$/;
const FORM_15 = /^[1-9]\d{5}(\d{2})(\d{2})(\d{2})\d{3}$/;

/** First two digits of the numbers of administrative divisions, GB/T 2260; 91 is for foreigners with residence. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Whether `number` has the form of a citizen's number (公民身份号码) of 18 characters: a province and a day of birth. */
export function hasCitizenNumberForm(number: string): boolean {
  const [, year, month, day] = FORM_18.exec(number) ?? [];
  return PROVINCES.test(number) && isDay(Number(year), Number(month), Number(day));
}

/** Whether it is one: the form, and the check digit of GB 11643-1999. */
export function isCitizenNumber(number: string): boolean {
  if (!hasCitizenNumberForm(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number.charAt(17).toUpperCase();
}

/** Whether `number` has the form of a citizen's number before 1999: 15 digits, born in the 1900s, no check digit. */
export function isOldCitizenNumber(number: string): boolean {
  const [, year, month, day] = FORM_15.exec(number) ?? [];
  return PROVINCES.test(number) && isDay(1900 + Number(year), Number(month), Number(day));
}

/** Whether digits pass Luhn's check (ISO/IEC 7812-1), as the numbers of bank cards do; and one in ten of any others. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isDay(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}

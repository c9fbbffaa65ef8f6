import { isCreditCode } from '../credit-code.ts';
import { hasCitizenNumberForm, isCitizenNumber, isOldCitizenNumber, passesLuhn } from './check-digits.ts';
import type { CheckedText, Finding, Severity } from './finding.ts';
import { findHomeAddresses } from './home-addresses.ts';
import { normaliseForNumbers, type NormalisedText } from './normalised-text.ts';
import { digitRuns, type DigitRun } from './number-runs.ts';
import {
  CARD_WORDS,
  DEFAULT_MASKS,
  IDENTITY_WORDS,
  OFFICIAL_CONTACT_WORDS,
  type MaskShape,
  type PersonalDataMasks,
} from './personal-data-lists.ts';

export const PERSONAL_DATA_RULES = [
  'citizen_number',
  'citizen_number_unsure',
  'mobile_number',
  'bank_card',
  'passport_number',
  'home_address',
] as const;
export type PersonalDataRule = (typeof PERSONAL_DATA_RULES)[number];

/** What a rule says of a stretch of the normalised text. */
export interface Suspicion {
  readonly rule: PersonalDataRule;
  readonly severity: Severity;
  readonly from: number;
  readonly to: number;
  readonly suggestion: string | null;
}

/**
 * Finds what identifies a person: numbers of citizens, of mobile telephones, bank cards and passports, and addresses of
 * homes (《个人信息保护法》 art. 4 and 28). Each with the mask to publish in its place. Telephones of
 * offices, index numbers, credit codes, numbers of documents, of projects and of public security filings are not found.
 */
export function findPersonalData(texts: readonly CheckedText[], masks: PersonalDataMasks = DEFAULT_MASKS): Finding[] {
  return texts.flatMap((checked) => {
    const normalised = normaliseForNumbers(checked.text);
    return suspicionsIn(normalised.text, masks).map((suspicion) => toFinding(suspicion, checked, normalised));
  });
}

function suspicionsIn(text: string, masks: PersonalDataMasks): Suspicion[] {
  const open = withoutOfficialNumbers(text);
  const found: Suspicion[] = [];
  const isTaken = ({ from, to }: DigitRun) => found.some((other) => from < other.to && other.from < to);
  for (const run of digitRuns(open)) {
    if (isTaken(run)) continue;
    const suspicion = suspect(run, open, masks);
    if (suspicion !== null) found.push(suspicion);
  }
  found.push(...passports(open, masks), ...findHomeAddresses(open));
  return found.sort((a, b) => a.from - b.from);
}

/** Numbers that are public by their nature; spaces take their place, so that positions stay. */
const OFFICIAL_NUMBERS = [
  // Index numbers: credit code, period and serial number.
  /(?<![0-9A-Za-z])[0-9A-Z]{8,18}\/\d{4,6}-\d{4,6}(?!\d)/g,
  // Projects (投资项目统一代码) and their older forms.
  /(?<!\d)\d{4}-\d{6}-\d{2}-\d{2}-\d{6}(?!\d)/g,
  /网安备\s*\d{14}/g,
  /\bhttps?:\/\/[^\s"'<>，。）]+/g,
  // Hashes and other codes of machines.
  /(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{24,}(?![0-9A-Za-z])/g,
];
const CREDIT_CODES = /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])/g;

function withoutOfficialNumbers(text: string): string {
  const blank = (found: string) => '\t'.repeat(found.length);
  const open = OFFICIAL_NUMBERS.reduce((rest, form) => rest.replace(form, blank), text);
  return open.replace(CREDIT_CODES, (code) => (isCreditCode(code) && !isCitizenNumber(code) ? blank(code) : code));
}

function suspect(run: DigitRun, text: string, masks: PersonalDataMasks): Suspicion | null {
  switch (run.digits.length) {
    case 18:
      return citizenNumber(run, text, masks) ?? bankCard(run, text, masks);
    case 15:
      return oldCitizenNumber(run, text, masks) ?? mobile(run, text, masks);
    case 16:
    case 17:
    case 19:
      return bankCard(run, text, masks);
    default:
      return mobile(run, text, masks);
  }
}

function citizenNumber(run: DigitRun, text: string, masks: PersonalDataMasks): Suspicion | null {
  const { digits, from, to } = run;
  if (touchesLetter(text, run)) return null;
  const suggestion = mask(digits, masks.citizenNumber);
  const isNamed = speaksOf(IDENTITY_WORDS, text, from);
  if (isCitizenNumber(digits)) {
    // One credit code in thousands reads like a citizen's number, and the other way round.
    const severity = isCreditCode(digits.toUpperCase()) && !isNamed ? 'warning' : 'error';
    return { rule: 'citizen_number', severity, from, to, suggestion };
  }
  if (!isNamed || !hasCitizenNumberForm(digits)) return null;
  return { rule: 'citizen_number_unsure', severity: 'warning', from, to, suggestion };
}

function oldCitizenNumber(run: DigitRun, text: string, masks: PersonalDataMasks): Suspicion | null {
  const { digits, from, to } = run;
  if (!isOldCitizenNumber(digits) || touchesLetter(text, run)) return null;
  const suggestion = mask(digits, masks.citizenNumber);
  return speaksOf(IDENTITY_WORDS, text, from)
    ? { rule: 'citizen_number', severity: 'error', from, to, suggestion }
    : { rule: 'citizen_number_unsure', severity: 'warning', from, to, suggestion };
}

const MOBILE = /^(?:86|0086)?(1[3-9]\d{9})$/;

function mobile({ digits, from, to }: DigitRun, text: string, masks: PersonalDataMasks): Suspicion | null {
  const number = MOBILE.exec(digits)?.[1];
  if (number === undefined) return null;
  const severity = speaksOf(OFFICIAL_CONTACT_WORDS, text, from) ? 'warning' : 'error';
  return { rule: 'mobile_number', severity, from, to, suggestion: mask(number, masks.mobile) };
}

/** First digits of the cards that are in use in China: UnionPay, Visa, Mastercard, American Express, JCB. */
const CARD_ISSUERS = /^(?:62|4|5[1-5]|3[457]|60|955)/;

function bankCard(run: DigitRun, text: string, masks: PersonalDataMasks): Suspicion | null {
  const { digits, from, to } = run;
  if (!passesLuhn(digits) || touchesLetter(text, run)) return null;
  const isNamed = speaksOf(CARD_WORDS, text, from);
  if (!isNamed && !CARD_ISSUERS.test(digits)) return null;
  return {
    rule: 'bank_card',
    severity: isNamed ? 'error' : 'warning',
    from,
    to,
    suggestion: mask(digits, masks.bankCard),
  };
}

const PASSPORT = /护照[^\n]{0,12}?(?<![A-Za-z0-9])([EGDPS][A-HJ-NP-Z0-9]\d{7})(?!\d)/g;

function passports(text: string, masks: PersonalDataMasks): Suspicion[] {
  return [...text.matchAll(PASSPORT)].map((found) => {
    const number = found[1] ?? '';
    const to = found.index + found[0].length;
    const suggestion = mask(number, masks.passport);
    return { rule: 'passport_number', severity: 'warning', from: to - number.length, to, suggestion };
  });
}

/** How far before a number its label may stand. */
const LABEL_REACH = 16;

/** Whether the words just before a number, on the same line, say what it is. */
function speaksOf(words: RegExp, text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - LABEL_REACH), from);
  return words.test(before.slice(before.lastIndexOf('\n') + 1));
}

function touchesLetter(text: string, { from, to }: DigitRun): boolean {
  return /[0-9A-Za-z]/.test(text.charAt(from - 1)) || /[0-9A-Za-z]/.test(text.charAt(to));
}

/** The characters of a number that may be public, and a star for each of the others. */
export function mask(number: string, { head, tail }: MaskShape): string {
  const hidden = Math.max(0, number.length - head - tail);
  return number.slice(0, head) + '*'.repeat(hidden) + number.slice(head + hidden);
}

function toFinding(
  { rule, severity, from, to, suggestion }: Suspicion,
  { place, part, text }: CheckedText,
  normalised: NormalisedText,
): Finding {
  const { start, end } = normalised.originalRange(from, to);
  return {
    rule,
    severity,
    place,
    part,
    at: start,
    found: text.slice(start, end),
    suggestion,
    message: MESSAGES[rule],
  };
}

const MESSAGES: Readonly<Record<PersonalDataRule, Finding['message']>> = {
  citizen_number: {
    zh: '公民身份号码不能公开，请按建议遮挡，或者删去。',
    en: 'A citizen’s identity number must not be public. Mask it as suggested, or take it out.',
  },
  citizen_number_unsure: {
    zh: '像是公民身份号码，但无法确认。如果是，请遮挡或者删去。',
    en: 'This looks like an identity number, and cannot be made sure of. If it is one, mask it or take it out.',
  },
  mobile_number: {
    zh: '手机号码属于个人信息，请遮挡；对外联系请使用办公电话。',
    en: 'A mobile number is personal data. Mask it; for enquiries give the telephone of an office.',
  },
  bank_card: {
    zh: '像是银行卡号，请遮挡或者删去。',
    en: 'This looks like the number of a bank card. Mask it or take it out.',
  },
  passport_number: {
    zh: '像是护照号码，请遮挡或者删去。',
    en: 'This looks like a passport number. Mask it or take it out.',
  },
  home_address: {
    zh: '住址写到了门牌，请只写到乡镇或者街道。',
    en: 'The address of a home goes down to the door. Give the town or the subdistrict only.',
  },
};

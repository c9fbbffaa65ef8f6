import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { codesOf, type Vocabulary } from './vocabulary.ts';

/** 错误类型, as the national form has them. */
export const CORRECTION_KINDS = {
  wording: { zh: '错别字、表述错误', en: 'Wrong words' },
  content: { zh: '内容不准确或者过时', en: 'Wrong or outdated content' },
  link: { zh: '链接、附件打不开', en: 'A link or a file does not open' },
  service: { zh: '服务不可用', en: 'A service does not work' },
  access: { zh: '看不清、无法操作', en: 'It cannot be read or operated' },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Vocabulary;
export type CorrectionKind = keyof typeof CORRECTION_KINDS;

/** What a correction comes to. */
export const CORRECTION_STATES = {
  received: { zh: '已收到', en: 'Received' },
  in_work: { zh: '正在核实', en: 'Being looked into' },
  corrected: { zh: '已改正', en: 'Corrected' },
  closed: { zh: '无需改正', en: 'Nothing to correct' },
} as const satisfies Vocabulary;

/** Lengths in UTF-16 units. */
export const CORRECTION_LENGTHS = { page: 500, text: 1000, contact: 100 } as const;

/** 我为政府网站找错: what somebody says is wrong on the site. It may hold personal data, and travels sealed. */
export const correctionSchema = z.object({
  kind: codesOf(CORRECTION_KINDS),
  /** Address of the page, as it was given. */
  page: z.string().max(CORRECTION_LENGTHS.page),
  text: z.string().min(1).max(CORRECTION_LENGTHS.text),
  /** How to reach whoever reported it, if they want to be told. */
  contact: z.string().max(CORRECTION_LENGTHS.contact),
});
export type Correction = z.infer<typeof correctionSchema>;

/** The day and eight characters that no two people confuse: `20261128-K7M2QX4D`. */
export const RECEIPT_NUMBER = /^\d{8}-[2-9A-HJKMNP-TV-Z]{8}$/;
export const RECEIPT_NUMBER_CHARACTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A correction on its way from a node to the CMS: nobody in between can read it. */
export const sealedCorrectionSchema = z.object({
  receiptNumber: z.string().regex(RECEIPT_NUMBER),
  at: isoInstantSchema,
  /** Base64: see {@link CORRECTION_SEAL}. */
  sealed: z
    .string()
    .max(12_000)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
});
export type SealedCorrection = z.infer<typeof sealedCorrectionSchema>;

/** Body of `POST /api/disclosure/corrections`; the answer names the receipt numbers that were taken. */
export const sealedCorrectionsSchema = z.object({ corrections: z.array(sealedCorrectionSchema).max(50) });

/**
 * How corrections are sealed: an X25519 key made for each (its 32 public bytes come first), HKDF-SHA256 over the shared
 * secret with both public keys as salt, AES-256-GCM with the receipt number as additional data, tag last. HKDF gives key and
 * nonce, which are used once.
 */
export const CORRECTION_SEAL = {
  purpose: 'disclosure correction v1',
  publicBytes: 32,
  keyBytes: 32,
  nonceBytes: 12,
  tagBytes: 16,
} as const;

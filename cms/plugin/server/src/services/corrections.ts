import type { Core } from '@strapi/strapi';
import type { Correction, SealedCorrection } from 'disclosure-contract';
import { applicationSecret } from '../application-secret.ts';
import type { SiteNodeRow } from '../content-types/rows.ts';
import { CorrectionSeal } from '../domain/correction-seal.ts';
import { manyLines, oneLine } from '../domain/plain-text.ts';
import { CORRECTION } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { Audit } from './audit.ts';
import { publishing } from './publication-lock.ts';

/** 我为政府网站找错: what people report on a site, and what became of it. */
export const createCorrections = ({ strapi, audit }: { strapi: Core.Strapi; audit: Audit }) => {
  const rows = table(strapi, CORRECTION);
  const seal = new CorrectionSeal(applicationSecret(strapi));

  async function store(node: SiteNodeRow, { receiptNumber, at, sealed }: SealedCorrection): Promise<void> {
    if ((await rows.findOne({ where: { receiptNumber }, select: ['id'] })) !== null) return;
    const correction = seal.open(sealed, receiptNumber);
    await rows.create({ data: { receiptNumber, reportedAt: at, state: 'received', ...writtenIn(correction) } });
    const event = correction === null ? 'correction_unreadable' : 'correction_received';
    const detail = { kind: correction?.kind, node: node.documentId };
    await audit.record({ event, subject: `correction:${receiptNumber}`, detail }, null);
  }

  return {
    /** What nodes seal for. */
    publicKey: seal.publicKey,

    /** Gives the receipt numbers of those that need not be sent again. What is sent twice is kept once. */
    async take(node: SiteNodeRow, corrections: readonly SealedCorrection[]): Promise<string[]> {
      await publishing(strapi, async () => {
        for (const correction of corrections) await store(node, correction);
      });
      return corrections.map(({ receiptNumber }) => receiptNumber);
    },
  };
};

/** Whoever has the receipt number may ask after it: so what cannot be opened, for its secret is no more, is listed as well. */
const UNREADABLE: Correction = {
  kind: 'other',
  page: '',
  text: '（系统密钥已更换，内容无法解密。对方来问时，请其重新提交。）',
  contact: '',
};

function writtenIn(correction: Correction | null): Correction {
  const { kind, page, text, contact } = correction ?? UNREADABLE;
  return { kind, page: oneLine(page), text: manyLines(text), contact: oneLine(contact) };
}

export type Corrections = ReturnType<typeof createCorrections>;

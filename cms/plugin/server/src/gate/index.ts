import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { toStrapiError } from '../errors.ts';
import { CATEGORY, CORRECTION, INTERNAL, isItemUid, ORGAN, REVIEW_CHAIN, type ItemUid } from '../plugin-id.ts';
import { servicesOf } from '../services/index.ts';
import { useDocumentMiddleware, type DocumentCall } from '../strapi-access.ts';
import { catalogueGate } from './catalogue-gate.ts';
import { chainGate } from './chain-gate.ts';
import { correctionGate } from './correction-gate.ts';
import { itemGate } from './item-gate.ts';

/**
 * Puts the gate under every way to write: REST, admin, bulk actions and scripts all pass the Document Service. What
 * bypasses it is the query engine, which nothing but this plugin may use on these tables.
 */
export function installGate(strapi: Core.Strapi): void {
  const services = servicesOf(strapi);
  useDocumentMiddleware(strapi, async (call, next) => {
    try {
      if (INTERNAL.has(call.uid)) throw internalType(call.uid);
      if (isItem(call)) return await itemGate(strapi, services, call, next);
      if (call.uid === CORRECTION) return await correctionGate(strapi, services, call, next);
      if (call.uid === REVIEW_CHAIN) return await chainGate(strapi, services, call, next);
      if (isCatalogue(call)) return await catalogueGate(strapi, services, call, next);
    } catch (error) {
      throw toStrapiError(error);
    }
    return next();
  });
}

/** A super administrator may ask the content manager for any table: hashes of tokens and nudge keys stand in these. */
function internalType(uid: string): DisclosureError {
  const message = '这是系统内部的数据，不能在这里查看或修改。';
  return new DisclosureError('type_internal', message, { uid });
}

function isItem(call: DocumentCall): call is DocumentCall & { readonly uid: ItemUid } {
  return isItemUid(call.uid);
}

function isCatalogue(call: DocumentCall): call is DocumentCall & { readonly uid: typeof CATEGORY | typeof ORGAN } {
  return call.uid === CATEGORY || call.uid === ORGAN;
}

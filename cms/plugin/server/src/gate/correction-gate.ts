import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { refuseInput } from '../errors.ts';
import type { Services } from '../services/index.ts';
import { publishing } from '../services/publication-lock.ts';
import type { DocumentCall } from '../strapi-access.ts';
import { writtenDocument } from './written-document.ts';
import { readWrittenFields } from './written-fields.ts';

/** What the department adds to a correction. The rest is as it came. */
const OWN_FIELDS = ['state', 'handlingNote'];

/** Every write of a correction by people. They come from nodes and not through here. */
export async function correctionGate(
  strapi: Core.Strapi,
  services: Services,
  call: DocumentCall,
  next: () => Promise<unknown>,
): Promise<unknown> {
  switch (call.action) {
    case 'create':
    case 'clone':
      throw new DisclosureError('field_immutable', '纠错由公众在网站上提交，不能在这里新建或复制。');
    case 'update':
      return publishing(strapi, async () => {
        const { fields, creators, problems } = readWrittenFields(strapi, call);
        refuseInput(problems);
        const own = Object.fromEntries(Object.entries(fields).filter(([name]) => OWN_FIELDS.includes(name)));
        call.params = { ...call.params, data: { ...own, ...creators } };
        const result = await next();
        const written = writtenDocument(result);
        if (written === null) return result;
        const detail = {
          fields: Object.keys(own).sort(),
          ...(typeof own['state'] === 'string' && { state: own['state'] }),
        };
        await services.audit.record({ event: 'correction_updated', subject: `correction:${written}`, detail });
        return result;
      });
    case 'delete':
      return publishing(strapi, async () => {
        const result = await next();
        const subject = `correction:${call.params.documentId ?? ''}`;
        await services.audit.record({ event: 'correction_deleted', subject, detail: {} });
        return result;
      });
    default:
      return next();
  }
}

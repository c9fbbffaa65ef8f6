import type { Core } from '@strapi/strapi';
import { readReviewSteps } from '../domain/review-steps.ts';
import { refuseInput } from '../errors.ts';
import type { Services } from '../services/index.ts';
import { publishing } from '../services/publication-lock.ts';
import type { DocumentCall } from '../strapi-access.ts';
import { writtenDocument } from './written-document.ts';
import { readWrittenFields } from './written-fields.ts';

const EVENTS = { create: 'chain_created', update: 'chain_updated', clone: 'chain_copied' } as const;

/** Every write of a review chain. Reviews that are under way keep the steps that they began with. */
export async function chainGate(
  strapi: Core.Strapi,
  services: Services,
  call: DocumentCall,
  next: () => Promise<unknown>,
): Promise<unknown> {
  const documentId = call.params.documentId ?? '';
  switch (call.action) {
    case 'create':
    case 'update':
    case 'clone': {
      const event = EVENTS[call.action];
      const isNew = call.action === 'create';
      return publishing(strapi, async () => {
        const { fields, creators, problems } = readWrittenFields(strapi, call);
        const steps = isNew || 'steps' in fields ? readReviewSteps(fields['steps']) : null;
        refuseInput(steps?.kind === 'wrong' ? [...problems, steps.problem] : problems);
        if (steps?.kind === 'read') await services.reviewChains.assertRoles(steps.value);
        const data = steps?.kind === 'read' ? { ...fields, steps: steps.value } : fields;
        const copied = call.action === 'clone' ? { isDefault: false } : {};
        call.params = { ...call.params, data: { ...data, ...copied, ...creators } };
        const result = await next();
        const written = writtenDocument(result);
        if (written === null) return result;
        await services.reviewChains.saved(written);
        await services.audit.record({
          event,
          subject: `chain:${written}`,
          detail: { fields: Object.keys(data).sort(), copyOf: call.action === 'clone' ? documentId : undefined },
        });
        return result;
      });
    }
    case 'delete':
      return publishing(strapi, async () => {
        await services.reviewChains.assertUnused(documentId);
        const result = await next();
        await services.audit.record({ event: 'chain_deleted', subject: `chain:${documentId}`, detail: {} });
        return result;
      });
    default:
      return next();
  }
}

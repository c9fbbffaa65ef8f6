import type { Core } from '@strapi/strapi';
import { DisclosureError, isoInstantSchema } from 'disclosure-contract';
import { z } from 'zod';
import { readInput } from '../domain/read-input.ts';
import { PERMISSIONS } from '../plugin-id.ts';
import { servicesOf } from '../services/index.ts';
import type { Person } from '../services/people.ts';
import { mayDo } from '../strapi-access.ts';
import { answering, DOCUMENT_ID, readableItem, writableItem, type Context } from './koa.ts';

const note = z.string().trim().max(1000).default('');
const publishAt = isoInstantSchema.nullable().default(null);
const submissionSchema = z.strictObject({ note, publishAt });
const planSchema = z.strictObject({ publishAt });
const withdrawalSchema = z.strictObject({
  note,
  reason: z.unknown().optional(),
  replacedBy: z.string().regex(DOCUMENT_ID).nullable().default(null),
});

/** Reviews as the admin shows them to whoever is signed in. */
export const reviewController = ({ strapi }: { strapi: Core.Strapi }) => {
  const { reviews, reviewDesk, draftReports, people, withholding } = servicesOf(strapi);

  async function signedIn(): Promise<Person> {
    const person = await people.current();
    if (person !== null) return person;
    throw new DisclosureError('person_unknown', '只有登录的管理员可以审核。请重新登录。');
  }

  async function answerWith(ctx: Context, item: string): Promise<void> {
    ctx.body = { data: await reviewDesk.reportsOf(item, await people.current()) };
  }

  return {
    desk: answering(async (ctx) => {
      const person = await signedIn();
      // Whoever manages reviews sees to it that others do not forget.
      const all = mayDo(ctx.state['userAbility'], PERMISSIONS.manageReview);
      ctx.body = {
        data: {
          waiting: await reviewDesk.waitingFor(person),
          again: await reviewDesk.toLookAgain(person, { all }),
          own: await reviewDesk.ownedBy(person),
        },
      };
    }),

    ofItem: answering(async (ctx) => answerWith(ctx, await readableItem(strapi, ctx))),

    /** What is under review, for whoever may read the item. */
    draft: answering(async (ctx) => {
      ctx.body = { data: await draftReports.of(await readableItem(strapi, ctx)) };
    }),

    submit: answering(async (ctx) => {
      const documentId = await writableItem(strapi, ctx);
      await reviews.submit({ documentId, ...readInput(submissionSchema, ctx.request.body) }, await signedIn());
      await answerWith(ctx, documentId);
    }),

    submitWithdrawal: answering(async (ctx) => {
      const documentId = await writableItem(strapi, ctx);
      const { reason, ...request } = readInput(withdrawalSchema, ctx.request.body);
      await reviews.submitWithdrawal({ documentId, reason, ...request }, await signedIn());
      await answerWith(ctx, documentId);
    }),

    decide: answering(async (ctx) => {
      const { item } = await reviews.decide(reviewIdIn(ctx), await signedIn(), ctx.request.body);
      await answerWith(ctx, item);
    }),

    lookAgain: answering(async (ctx) => {
      const { item } = await withholding.lookAgain(reviewIdIn(ctx), await signedIn(), ctx.request.body);
      await answerWith(ctx, item);
    }),

    cancel: answering(async (ctx) => {
      const { item } = await reviews.get(reviewIdIn(ctx));
      await reviews.cancel(reviewIdIn(ctx), await signedIn());
      await answerWith(ctx, item);
    }),

    plan: answering(async (ctx) => {
      const { item } = await reviews.get(reviewIdIn(ctx));
      await writableItem(strapi, ctx, item);
      const { publishAt: at } = readInput(planSchema, ctx.request.body);
      await reviews.plan(reviewIdIn(ctx), await signedIn(), at);
      await answerWith(ctx, item);
    }),

    people: answering(async (ctx) => {
      ctx.body = { data: { people: await people.all(), standIns: await people.standIns() } };
    }),

    /** The roles that a step can name. */
    roles: answering(async (ctx) => {
      ctx.body = { data: await people.roles() };
    }),

    assign: answering(async (ctx) => {
      const { sections } = readInput(z.strictObject({ sections: z.unknown() }), ctx.request.body);
      await people.assign(ctx.params['userId'] ?? '', sections);
      ctx.body = { data: await people.all() };
    }),

    addStandIn: answering(async (ctx) => {
      await people.addStandIn(ctx.request.body);
      ctx.status = 201;
      ctx.body = { data: await people.standIns() };
    }),

    removeStandIn: answering(async (ctx) => {
      await people.removeStandIn(ctx.params['documentId'] ?? '');
      ctx.body = { data: await people.standIns() };
    }),
  };
};

function reviewIdIn(ctx: Context): string {
  const id = ctx.params['reviewId'] ?? '';
  return DOCUMENT_ID.test(id) ? id : '';
}

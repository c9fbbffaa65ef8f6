import type { Core } from '@strapi/strapi';
import { DisclosureError, type ReviewStep } from 'disclosure-contract';
import type { CategoryRow, ItemWithRelations, OrganRow, ReviewChainRow } from '../content-types/rows.ts';
import { DEFAULT_CHAIN } from '../domain/default-chain.ts';
import { refuse } from '../errors.ts';
import { CATEGORY, ORGAN, REVIEW_CHAIN } from '../plugin-id.ts';
import { documents, roleService, table } from '../strapi-access.ts';

/** Deeper than any tree; where a walk stops that would never end. */
const DEEPEST = 20;

/** Which steps a version goes through. */
export const createReviewChains = ({ strapi }: { strapi: Core.Strapi }) => {
  const chains = table(strapi, REVIEW_CHAIN);
  const categories = table(strapi, CATEGORY);
  const organs = table(strapi, ORGAN);

  async function defaultChain(): Promise<ReviewChainRow | null> {
    return chains.findOne({ where: { isDefault: true }, orderBy: { id: 'asc' } });
  }

  async function chainOfCategory(id: number): Promise<ReviewChainRow | null> {
    let at: number | null = id;
    for (let depth = 0; at !== null && depth < DEEPEST; depth += 1) {
      const row: CategoryRow | null = await categories.findOne({
        where: { id: at },
        select: ['id'],
        populate: { parent: { select: ['id'] }, reviewChain: true },
      });
      if (row?.reviewChain) return row.reviewChain;
      at = row?.parent?.id ?? null;
    }
    return null;
  }

  return {
    /** The steps for an item: of its primary category, of one above it, or those of the default chain. */
    async stepsFor({ documentId, categories: [primary] }: ItemWithRelations): Promise<readonly ReviewStep[]> {
      const chain = (primary === undefined ? null : await chainOfCategory(primary.id)) ?? (await defaultChain());
      if (chain !== null) return chain.steps;
      const message = '还没有默认的审核流程，不能送审。请联系管理员在“审核流程”中设一个默认流程。';
      throw new DisclosureError('chain_missing', message, { documentId });
    },

    /** A section and the organs above it, by documentId. */
    async sectionsOf(section: OrganRow | null): Promise<string[]> {
      const found: string[] = [];
      let at = section;
      for (let depth = 0; at !== null && depth < DEEPEST; depth += 1) {
        found.push(at.documentId);
        const row = await organs.findOne({ where: { id: at.id }, select: ['id'], populate: { parent: true } });
        at = row?.parent ?? null;
      }
      return found;
    },

    /** Gives a new installation its first chain. */
    async begin(): Promise<void> {
      if ((await chains.count({ where: {} })) > 0) return;
      await documents(strapi, REVIEW_CHAIN).create({ data: { ...DEFAULT_CHAIN, isDefault: true } });
    },

    /** Refuses steps that nobody could decide. */
    async assertRoles(steps: readonly ReviewStep[]): Promise<void> {
      for (const { name, role } of steps) {
        if ((await roleService(strapi).findOne({ code: role })) !== null) continue;
        const message = `步骤“${name}”的角色已不存在，请重新选择角色。`;
        refuse('chain_invalid', message, [{ path: 'steps', code: 'chain_invalid', message }]);
      }
    },

    /** Keeps one default chain, after a chain was saved. */
    async saved(documentId: string): Promise<void> {
      const chain = await chains.findOne({ where: { documentId } });
      if (chain?.isDefault) {
        await chains.updateMany({
          where: { documentId: { $ne: documentId }, isDefault: true },
          data: { isDefault: false },
        });
        return;
      }
      if ((await defaultChain()) !== null) return;
      const message = '必须有一个默认流程。请先把另一个流程设为默认，再取消这一个。';
      throw new DisclosureError('default_chain_needed', message, { documentId });
    },

    async assertUnused(documentId: string): Promise<void> {
      const chain = await chains.findOne({ where: { documentId } });
      if (chain === null) return;
      const users = await categories.findMany({
        where: { reviewChain: { documentId } },
        select: ['id', 'name'],
        limit: 1,
      });
      const [user] = users;
      if (!chain.isDefault && user === undefined) return;
      const reason = chain.isDefault ? '它是默认流程' : `栏目“${user?.name ?? ''}”在用它`;
      throw new DisclosureError('chain_in_use', `不能删除流程“${chain.name}”：${reason}。请先改用别的流程。`, {
        documentId,
      });
    },
  };
};

export type ReviewChains = ReturnType<typeof createReviewChains>;

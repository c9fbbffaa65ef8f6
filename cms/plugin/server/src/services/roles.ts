import type { Core } from '@strapi/strapi';
import { OWN_SECTION, ROLES, type RoleInput, type RolePermission } from '../domain/roles.ts';
import { PLUGIN_ID } from '../plugin-id.ts';
import { afterAdminStarted, permissionService, permittedFields, roleService } from '../strapi-access.ts';
import type { People } from './people.ts';
import type { ReviewChains } from './review-chains.ts';

/** The roles of a department, and what "one's own section" means in them. */
export const createRoles = ({ strapi, chains }: { strapi: Core.Strapi; chains: ReviewChains }) => {
  /** A role that is there is the department's: what they took away stays away. */
  async function begin({ code, name, description, permissions }: RoleInput): Promise<void> {
    const roles = roleService(strapi);
    if ((await roles.findOne({ code })) !== null) return;
    const { id } = await roles.create({ code, name, description });
    await roles.assignPermissions(
      id,
      permissions.map((permission) => written(strapi, permission)),
    );
  }

  return {
    /** Makes "own section" known as a condition of permissions. */
    async offerConditions(people: People): Promise<void> {
      await permissionService(strapi).conditionProvider.registerMany([
        {
          displayName: '本科室的，或自己新建的',
          name: OWN_SECTION.split('.').at(-1) ?? '',
          plugin: PLUGIN_ID,
          async handler({ id }) {
            const person = await people.find(String(id));
            const sections = await people.withThoseBelow(person?.sections ?? []);
            return { $or: [{ 'responsible.documentId': { $in: sections } }, { 'createdBy.id': id }] };
          },
        },
      ]);
    },

    /** At the first start: roles and the chain that names them. Strapi makes its own roles only where there are none yet. */
    beginAfterAdmin(): void {
      afterAdminStarted(strapi, async () => {
        for (const role of Object.values(ROLES)) await begin(role);
        await chains.begin();
      });
    },
  };
};

/** Actions of the content manager that a permission may limit to some fields. */
const BY_FIELD = new Set(['create', 'read', 'update'].map((action) => `plugin::content-manager.explorer.${action}`));

function written(strapi: Core.Strapi, { action, subject, conditions = [] }: RolePermission) {
  const isByField = subject !== undefined && BY_FIELD.has(action);
  const properties = isByField ? { fields: permittedFields(strapi, subject) } : {};
  return { action, actionParameters: {}, subject: subject ?? null, properties, conditions };
}

export type Roles = ReturnType<typeof createRoles>;

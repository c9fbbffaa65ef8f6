import type { Core } from '@strapi/strapi';
import { administratorName, type Administrator } from '../domain/administrator-name.ts';
import { PRESENCE } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

/** A form says every twenty seconds that it is open; two of these may be lost. */
const LASTS_MS = 50_000;

/** Who has the form of an item open: a courtesy, on which nothing depends. In the database, for several instances. */
export const createPresence = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = table(strapi, PRESENCE);

  return {
    /** Notes that somebody has a form open, and gives the names of the others. */
    async note(subject: string, user: Administrator): Promise<string[]> {
      const now = Date.now();
      const userId = String(user.id);
      const data = { name: administratorName(user), expiresAt: new Date(now + LASTS_MS).toISOString() };
      const { count } = await rows.updateMany({ where: { subject, userId }, data });
      if (count === 0) await rows.createMany({ data: [{ subject, userId, ...data }] });
      await rows.deleteMany({ where: { expiresAt: { $lt: new Date(now).toISOString() } } });
      const others = await rows.findMany({ where: { subject, userId: { $ne: userId } }, orderBy: { id: 'asc' } });
      return [...new Map(others.map((row) => [row.userId, row.name])).values()];
    },

    async leave(subject: string, user: Administrator): Promise<void> {
      await rows.deleteMany({ where: { subject, userId: String(user.id) } });
    },
  };
};

export type Presence = ReturnType<typeof createPresence>;

import type { Core } from '@strapi/strapi';

const EVERY_NIGHT = '17 3 * * *';

/**
 * SQLite chooses indexes by statistics that it does not collect by itself; without them a list of 100,000 items takes
 * eight times as long. PostgreSQL looks after its own.
 */
export async function keepStatistics(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client !== 'sqlite') return;
  await collect(strapi);
  strapi.cron.add({
    disclosureStatistics: { task: () => collect(strapi), options: { rule: EVERY_NIGHT, tz: 'Asia/Shanghai' } },
  });
}

/** Looks at a sample of each index, which takes milliseconds whatever the size of the tables. */
async function collect(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw('pragma analysis_limit = 1000');
  await strapi.db.connection.raw('analyze');
}

import type { Core } from '@strapi/strapi';
import type { Incident } from 'disclosure-contract';
import type { IncidentRow, SiteNodeRow } from '../content-types/rows.ts';
import { oneLine } from '../domain/plain-text.ts';
import { INCIDENT } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { Audit } from './audit.ts';
import { toInstant } from './instant.ts';
import { publishing } from './publication-lock.ts';

/** How long an incident is shown beside its node. In the audit log it stays. */
const SHOWN_DAYS = 7;
const SHOWN_MS = SHOWN_DAYS * 24 * 60 * 60 * 1000;
const MOST_SHOWN = 5;
/** More than these are not counted: it is bad enough. */
const MOST_COUNTED = 1000;

/** What the panel shows of the incidents of a node. */
export interface RecentIncidents {
  readonly count: number;
  /** Newest first. */
  readonly newest: readonly Pick<Incident, 'path' | 'kind' | 'at' | 'isRepaired'>[];
}

/** Public files that nodes found tampered with. */
export const createIncidents = ({ strapi, audit }: { strapi: Core.Strapi; audit: Audit }) => {
  const rows = table(strapi, INCIDENT);

  async function isKnown(node: SiteNodeRow, { id }: Incident): Promise<boolean> {
    return (await rows.findOne({ where: { node: node.documentId, key: id }, select: ['id'] })) !== null;
  }

  async function record(node: SiteNodeRow, incident: Incident): Promise<void> {
    if (await isKnown(node, incident)) return;
    const { id, kind, at, isRepaired } = incident;
    const path = oneLine(incident.path);
    await rows.createMany({ data: [{ node: node.documentId, key: id, path, tampering: kind, at, isRepaired }] });
    await audit.record(
      { event: 'node_tampering', subject: `node:${node.documentId}`, detail: { path, kind, at, isRepaired } },
      null,
    );
  }

  return {
    /** Notes down what a node reports, each incident once. */
    async take(node: SiteNodeRow, incidents: readonly Incident[]): Promise<void> {
      if (incidents.length === 0) return;
      await publishing(strapi, async () => {
        for (const incident of incidents) await record(node, incident);
      });
    },

    /** By the documentId of the node. `now` is an instant. */
    async recent(now: string): Promise<ReadonlyMap<string, RecentIncidents>> {
      const since = new Date(Date.parse(now) - SHOWN_MS).toISOString();
      const found = await rows.findMany({
        where: { at: { $gt: since } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        limit: MOST_COUNTED,
      });
      const nodes = new Set(found.map((row) => row.node));
      return new Map([...nodes].map((node) => [node, describe(found.filter((row) => row.node === node))]));
    },
  };
};

function describe(rows: readonly IncidentRow[]): RecentIncidents {
  const newest = rows
    .slice(0, MOST_SHOWN)
    .map(({ path, tampering, at, isRepaired }) => ({ path, kind: tampering, at: toInstant(at), isRepaired }));
  return { count: rows.length, newest };
}

export type Incidents = ReturnType<typeof createIncidents>;

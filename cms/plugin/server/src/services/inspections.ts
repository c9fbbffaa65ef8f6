import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import { AttachmentThreadError, AttachmentThreads } from '../attachments/attachment-threads.ts';
import { scanForViruses } from '../attachments/clamav.ts';
import { contentKindOf } from '../attachments/content-kind.ts';
import { INSPECTION_VERSION, type Inspection } from '../attachments/inspect.ts';
import type { ReadableForm } from '../attachments/readable-form.ts';
import { INSPECTION } from '../plugin-id.ts';
import { configOf, table } from '../strapi-access.ts';

/** Whether a file was looked at by a virus scanner; `not_scanned` where none is configured. */
export type ScanState = 'clean' | 'infected' | 'not_scanned';

/** Inspections that are kept in memory: those of a refused publication are rolled back with it. */
const MOST_IN_MEMORY = 20;

/** What is in files: read once per content, in threads of their own, and kept beside the feed. */
export const createInspections = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = table(strapi, INSPECTION);
  const threads = new AttachmentThreads(createRequire(import.meta.url).resolve('strapi-plugin-disclosure/attachments'));
  const recent = new Map<string, Promise<Inspection>>();
  const recentForms = new Map<string, Promise<ReadableForm | null>>();

  async function known(sha256: string): Promise<Inspection | null> {
    const row = await rows.findOne({ where: { sha256, version: INSPECTION_VERSION } });
    return row === null ? null : (JSON.parse(row.found) as Inspection);
  }

  async function inspectNow(path: string): Promise<Inspection> {
    const bytes = await readFile(path);
    try {
      const result = await threads.run({ task: 'inspect', bytes });
      if (result.task === 'inspect') return result.inspection;
    } catch (error) {
      if (!(error instanceof AttachmentThreadError)) throw error;
      strapi.log.warn(error.message);
    }
    // A file that breaks its reader, or takes for ever: nothing is known of it but its kind.
    return { kind: contentKindOf(bytes), parts: [], notes: [{ rule: 'content_unreadable', part: null, found: '' }] };
  }

  async function find(sha256: string, path: string): Promise<Inspection> {
    const stored = await known(sha256);
    if (stored !== null) return stored;
    const inspection = await inspectNow(path);
    await rows.createMany({ data: [{ sha256, version: INSPECTION_VERSION, found: JSON.stringify(inspection) }] });
    return inspection;
  }

  async function readNow(path: string): Promise<ReadableForm | null> {
    try {
      const result = await threads.run({ task: 'read', bytes: await readFile(path) });
      return result.task === 'read' ? result.reading : null;
    } catch (error) {
      if (!(error instanceof AttachmentThreadError)) throw error;
      strapi.log.warn(error.message);
      return { html: null, isCut: false, refusal: 'unreadable' };
    }
  }

  return {
    /** What the file at `path` is and says. Its bytes are those of `sha256`. */
    async of(sha256: string, path: string): Promise<Inspection> {
      return remembered(recent, sha256, () => find(sha256, path));
    },

    /** 网页版 of a file; null for kinds that have none. A version is read several times on its way to its publication. */
    async readableForm(sha256: string, path: string): Promise<ReadableForm | null> {
      return remembered(recentForms, sha256, () => readNow(path));
    },

    /** A copy without metadata that was opened again; null for what is published as it is. Throws where there is none. */
    async cleanCopy(path: string): Promise<Uint8Array | null> {
      const result = await threads.run({ task: 'clean', bytes: await readFile(path) });
      return result.task === 'clean' ? result.copy : null;
    },

    /** Throws a `ScannerError` where a scanner is configured and gives no verdict. */
    async scan(path: string): Promise<ScanState> {
      const { clamav } = configOf(strapi);
      if (clamav === null) return 'not_scanned';
      return (await scanForViruses(clamav, createReadStream(path))).state;
    },
  };
};

function remembered<Value>(
  known: Map<string, Promise<Value>>,
  sha256: string,
  find: () => Promise<Value>,
): Promise<Value> {
  const begun = known.get(sha256);
  if (begun !== undefined) return begun;
  const found = find();
  known.set(sha256, found);
  found.catch(() => known.delete(sha256));
  for (const oldest of [...known.keys()].slice(0, known.size - MOST_IN_MEMORY)) known.delete(oldest);
  return found;
}

export type Inspections = ReturnType<typeof createInspections>;

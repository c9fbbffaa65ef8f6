import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { IsoDate } from 'disclosure-contract';
import { inspectSite, type FreshnessLimits, type InspectionFinding } from 'disclosure-contract/inspection';
import { ContentSnapshot } from './content-snapshot.ts';
import { readContent } from './inspected-content.ts';

export interface InspectionTarget {
  readonly contentFile: string;
  /** Folder of the pages that are served. */
  readonly pages: string;
  readonly siteUrl: string;
  readonly day: IsoDate;
  readonly limits: FreshnessLimits;
}

/** What the thread is told when it starts. The key tells it from other threads that load the same module. */
interface ThreadData {
  readonly disclosureInspection: InspectionTarget;
}

const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/**
 * Inspects the site in a thread, which loads `module` and there comes to {@link inspectInThread}; without one it is done here.
 * Throws where it cannot be done.
 */
export async function inspectAside(target: InspectionTarget, module: URL | null): Promise<InspectionFinding[]> {
  if (module === null) return inspectContent(target);
  const data: ThreadData = { disclosureInspection: target };
  return new Promise((resolve, reject) => {
    const thread = new Worker(module, { workerData: data, resourceLimits: MEMORY });
    thread.unref();
    thread.once('message', (findings: InspectionFinding[]) => resolve(findings));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the inspection ended without a result')));
  });
}

/** In a thread of {@link inspectAside}: inspects and ends. Elsewhere nothing. */
export function inspectInThread(): void {
  const target = (workerData as Partial<ThreadData> | null)?.disclosureInspection;
  if (target !== undefined) parentPort?.postMessage(inspectContent(target));
}

function inspectContent({ contentFile, pages, siteUrl, day, limits }: InspectionTarget): InspectionFinding[] {
  const snapshot = new ContentSnapshot(contentFile);
  try {
    snapshot.hold();
    const { statements } = snapshot;
    return inspectSite(readContent({ statements, pages, siteUrl }, day), { day, limits });
  } finally {
    snapshot.close();
  }
}

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IsoDate, IsoInstant } from 'disclosure-contract';
import {
  inspectionReport,
  inspectionReportSchema,
  type InspectionFinding,
  type InspectionReport,
} from 'disclosure-contract/inspection';
import { z } from 'zod';
import type { Log } from './log.ts';

export interface InspectorParts {
  /** Keeps until the next start when the site was inspected, and of the result what the CMS does not have yet. */
  readonly file: string;
  readonly buildId: string;
  readonly inspect: (day: IsoDate) => Promise<InspectionFinding[]>;
  readonly now: () => IsoInstant;
  /** There is something to report. */
  readonly onReport: () => void;
  readonly log: Log;
}

const stateSchema = z.object({
  day: z.string(),
  buildId: z.string(),
  /** Null once it was reported: what was found may quote what is withdrawn later. */
  report: inspectionReportSchema.nullable(),
});
type State = z.output<typeof stateSchema>;

/** 巡检 of the node's own site: once a day, anew with other templates, and when somebody asks for it. Never twice at a time. */
export class Inspector {
  readonly #parts: InspectorParts;
  #state: State | null;
  #isAsked = false;
  #isStopped = false;
  #isRunning = false;
  /** A day on which it could not be done is not tried again every ten seconds. */
  #failedOn: IsoDate | null = null;

  constructor(parts: InspectorParts) {
    this.#parts = parts;
    this.#state = readState(parts.file);
  }

  /** "Inspect now." Any number of askings make one inspection. */
  ask(): void {
    this.#isAsked = true;
  }

  /** Begins an inspection where one is due, and does not wait for its end. */
  begin(day: IsoDate): void {
    if (this.#isRunning || !this.#isDue(day)) return;
    this.#isAsked = false;
    this.#isRunning = true;
    void this.#inspect(day).finally(() => (this.#isRunning = false));
  }

  /** What the CMS does not have yet. */
  get unreported(): InspectionReport | null {
    return this.#state?.report ?? null;
  }

  markReported(report: InspectionReport): void {
    if (this.#state?.report === report) this.#keep({ ...this.#state, report: null });
  }

  /** One that is under way ends with the process: nothing is kept of it. */
  stop(): void {
    this.#isStopped = true;
  }

  #isDue(day: IsoDate): boolean {
    if (this.#isAsked) return true;
    return this.#failedOn !== day && (this.#state?.day !== day || this.#state.buildId !== this.#parts.buildId);
  }

  async #inspect(day: IsoDate): Promise<void> {
    const { buildId, inspect, now, onReport, log } = this.#parts;
    try {
      const report = inspectionReport(await inspect(day), { day, at: now() });
      if (this.#isStopped) return;
      this.#keep({ day, buildId, report });
      onReport();
    } catch (error) {
      if (this.#isStopped) return;
      this.#failedOn = day;
      log.error('Cannot inspect the site, trying again tomorrow', error);
    }
  }

  #keep(state: State): void {
    this.#state = state;
    writeFileSync(`${this.#parts.file}.new`, JSON.stringify(state));
    renameSync(`${this.#parts.file}.new`, this.#parts.file);
  }
}

/** A file that is not there, or not what was written, counts as no inspection. */
function readState(file: string): State | null {
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

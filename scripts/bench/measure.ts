import { readFileSync } from 'node:fs';

export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest rank: of 20 values, p95 is the 19th. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

export function medianOf(values: readonly number[]): number {
  return spreadOf(values).p50;
}

/** Milliseconds that `act` takes. */
export async function timed<Result>(act: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const startedAt = performance.now();
  const result = await act();
  return { ms: performance.now() - startedAt, result };
}

/** Milliseconds that each of `count` calls takes, one after the other. */
export async function timesOf(count: number, act: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) times.push((await timed(() => act(at))).ms);
  return times;
}

/** Follows the largest amount of memory that a process has held. It is asked while the process lives. */
export class MemoryWatch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  #peak = 0;

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#look(), 250);
    this.#timer.unref();
  }

  /** Megabytes. */
  get peak(): number {
    this.#look();
    return this.#peak;
  }

  stop(): number {
    clearInterval(this.#timer);
    return this.peak;
  }

  #look(): void {
    try {
      const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1];
      this.#peak = Math.max(this.#peak, Number(kilobytes ?? 0) / 1024);
    } catch {
      // It has ended: what was seen last stands.
    }
  }
}

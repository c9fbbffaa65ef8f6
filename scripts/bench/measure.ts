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

/** Follows how much memory and processor time a process has used. It is asked while the process lives. */
export class ProcessWatch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  #peakMB = 0;
  #cpuSeconds = 0;

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#look(), 250);
    this.#timer.unref();
  }

  /** The largest amount of memory held so far. */
  get peakMB(): number {
    this.#look();
    return this.#peakMB;
  }

  /** Of all its threads. On a machine with other work this tells more than the clock. */
  get cpuSeconds(): number {
    this.#look();
    return this.#cpuSeconds;
  }

  stop(): void {
    this.#look();
    clearInterval(this.#timer);
  }

  #look(): void {
    try {
      const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1];
      this.#peakMB = Math.max(this.#peakMB, Number(kilobytes ?? 0) / 1024);
      // After the name in brackets, the 12th and 13th fields are user and system time in hundredths of a second.
      const fields = readFileSync(`/proc/${this.#pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      this.#cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // It has ended: what was seen last stands.
    }
  }
}

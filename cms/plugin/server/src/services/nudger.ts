import { randomUUID } from 'node:crypto';
import type { SiteNodeRow } from '../content-types/rows.ts';
import { signedHeaders } from '../domain/signed-headers.ts';

const TIMEOUT_MS = 3_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
const MOST_TRIES = 10;

/** How nudging a node is going: shown to administrators. */
export type NudgeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly tries: number; readonly problem: string | null }
  | { readonly kind: 'given_up'; readonly problem: string | null };

interface Dependencies {
  readonly loadNodes: () => Promise<SiteNodeRow[]>;
  readonly warn: (message: string) => void;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Tells nodes that the feed has grown. A nudge may be lost, repeated or reordered; it is tried again until the node has
 * reported the position or ten tries are over, and then the node's own asking has to do. Never throws into a publication.
 */
export class Nudger {
  readonly #dependencies: Dependencies;
  readonly #couriers = new Map<string, Courier>();
  #nodes: Promise<SiteNodeRow[]> | null = null;
  #isStopped = false;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /** The feed has reached `last`. Returns at once. */
  notify(last: number): void {
    void this.#tell(last, null);
  }

  /** Tries a node again now, whatever happened before. */
  retry(documentId: string, last: number): void {
    void this.#tell(last, documentId);
  }

  /** As {@link retry}, and the node inspects its site. */
  askForInspection(documentId: string, last: number): void {
    void this.#tell(last, documentId, true);
  }

  /** A node has reported its position. */
  reached(documentId: string, position: number): void {
    this.#couriers.get(documentId)?.reached(position);
  }

  stateOf(documentId: string): NudgeState {
    return this.#couriers.get(documentId)?.state ?? { kind: 'idle' };
  }

  /** Nodes were added, changed or removed. */
  forgetNodes(): void {
    this.#nodes = null;
    for (const courier of this.#couriers.values()) courier.stop();
    this.#couriers.clear();
  }

  stop(): void {
    this.#isStopped = true;
    this.forgetNodes();
  }

  async #tell(last: number, only: string | null, inspect = false): Promise<void> {
    if (this.#isStopped) return;
    try {
      this.#nodes ??= this.#dependencies.loadNodes();
      const nodes = await this.#nodes;
      if (this.#isStopped) return;
      for (const node of nodes) {
        if (node.nudgeUrl === null || (only !== null && node.documentId !== only)) continue;
        this.#courierOf(node, node.nudgeUrl).deliver(last, inspect);
      }
    } catch (error) {
      this.#nodes = null;
      this.#dependencies.warn(`Cannot nudge site nodes: ${nameOf(error)}`);
    }
  }

  #courierOf(node: SiteNodeRow, url: string): Courier {
    const known = this.#couriers.get(node.documentId);
    if (known) return known;
    const courier = new Courier(url, node.nudgeKey, this.#dependencies.fetch ?? globalThis.fetch);
    this.#couriers.set(node.documentId, courier);
    return courier;
  }
}

/** Brings nudges to one node, one at a time; what comes in meanwhile goes with the next one. */
class Courier {
  state: NudgeState = { kind: 'idle' };
  readonly #url: string;
  readonly #key: string;
  readonly #fetch: typeof globalThis.fetch;
  #wanted = 0;
  #position = 0;
  /** An inspection was asked for that no nudge has brought yet. */
  #inspect = false;
  #tries = 0;
  #isSending = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(url: string, keyHex: string, fetch: typeof globalThis.fetch) {
    this.#url = url;
    this.#key = keyHex;
    this.#fetch = fetch;
  }

  deliver(last: number, inspect: boolean): void {
    this.#inspect ||= inspect;
    this.#wanted = Math.max(this.#wanted, last);
    this.#tries = 0;
    if (!this.#isSending) void this.#send();
  }

  reached(position: number): void {
    this.#position = position;
    if (position < this.#wanted || this.#inspect) return;
    this.#clearTimer();
    this.state = { kind: 'idle' };
  }

  stop(): void {
    this.#isStopped = true;
    this.#clearTimer();
  }

  async #send(): Promise<void> {
    this.#clearTimer();
    this.#isSending = true;
    const sent = this.#wanted;
    const inspect = this.#inspect;
    this.#inspect = false;
    this.#tries += 1;
    const problem = await this.#post(sent, inspect);
    this.#isSending = false;
    if (this.#isStopped) return;
    const isMore = this.#wanted > sent || this.#inspect;
    if (problem !== null) this.#inspect ||= inspect;
    if (isMore) return this.#send();
    if (this.#position >= sent && !this.#inspect) {
      this.state = { kind: 'idle' };
    } else if (this.#tries >= MOST_TRIES) {
      this.state = { kind: 'given_up', problem };
    } else {
      this.state = { kind: 'waiting', tries: this.#tries, problem };
      const delay = Math.min(FIRST_RETRY_MS * 2 ** (this.#tries - 1), LONGEST_RETRY_MS);
      this.#timer = setTimeout(() => void this.#send(), delay);
      this.#timer.unref();
    }
  }

  /** Null when the node took it; else what went wrong, without anything that the node wrote. */
  async #post(last: number, inspect: boolean): Promise<string | null> {
    const body = JSON.stringify({ id: randomUUID(), last, ...(inspect && { inspect }) });
    try {
      const answer = await this.#fetch(this.#url, {
        method: 'POST',
        headers: signedHeaders(this.#key, body, new Date()),
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.body?.cancel();
      return answer.ok ? null : `HTTP ${answer.status}`;
    } catch (error) {
      return nameOf(error);
    }
  }

  #clearTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

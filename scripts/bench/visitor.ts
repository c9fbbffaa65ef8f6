import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Seen {
  readonly status: number;
  readonly body: string;
}

const ASK_EVERY_MS = 5;

/** Somebody who reads the site, over one connection that stays open. */
export class Visitor {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string) {
    this.#url = url;
  }

  get(path: string): Promise<Seen> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.#url}${path}`, { agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', reject);
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  /** Asks every five milliseconds until the page is as expected. Gives the moment of that answer. */
  async waitFor(path: string, isThere: (seen: Seen) => boolean, patienceMs = 120_000): Promise<number> {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const askedAt = performance.now();
      const seen = await this.get(path);
      const now = performance.now();
      if (isThere(seen)) return now;
      if (now > giveUpAt)
        throw new Error(`${path} is not as expected after ${patienceMs / 1000} s: HTTP ${seen.status}`);
      await sleep(Math.max(0, ASK_EVERY_MS - (now - askedAt)));
    }
  }

  close(): void {
    this.#agent.destroy();
  }
}

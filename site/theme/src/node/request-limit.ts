/** So many of something within a time, of one client and of all together. It keeps only what still counts, in memory. */
export class RequestLimit {
  readonly #limits: { readonly ofOne: number; readonly ofAll: number; readonly withinMs: number };
  #taken: { readonly client: string; readonly at: number }[] = [];

  constructor(limits: { readonly ofOne: number; readonly ofAll: number; readonly withinMs: number }) {
    this.#limits = limits;
  }

  /** Whether there is room for one more, which is counted then. */
  take(client: string, now: number): boolean {
    const { ofOne, ofAll, withinMs } = this.#limits;
    this.#taken = this.#taken.filter(({ at }) => at > now - withinMs);
    const own = this.#taken.filter((each) => each.client === client).length;
    if (this.#taken.length >= ofAll || own >= ofOne) return false;
    this.#taken.push({ client, at: now });
    return true;
  }
}

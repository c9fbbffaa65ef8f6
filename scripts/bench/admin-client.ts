import type { Login } from '../demo/seed.ts';

/** The admin API as the panel uses it. */
export class AdminClient {
  readonly #url: string;
  readonly #login: Login;
  #token = '';

  constructor(url: string, login: Login) {
    this.#url = url;
    this.#login = login;
  }

  async get<Answer>(path: string): Promise<Answer> {
    return this.call<Answer>('GET', path);
  }

  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.call<Answer>('POST', path, body);
  }

  /** A token that has run out is asked for anew. */
  async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    if (this.#token === '') await this.signIn();
    let answer = await this.#send(method, path, body);
    if (answer.status === 401) {
      await answer.body?.cancel();
      await this.signIn();
      answer = await this.#send(method, path, body);
    }
    if (!answer.ok)
      throw new Error(`${method} ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    return (await answer.json()) as Answer;
  }

  async signIn(): Promise<void> {
    const { email, password } = this.#login;
    const answer = await fetch(`${this.#url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`Cannot sign in at ${this.#url}: HTTP ${answer.status}`);
    const { data } = (await answer.json()) as { data: { token?: string; accessToken?: string } };
    this.#token = data.token ?? data.accessToken ?? '';
  }

  #send(method: string, path: string, body: unknown): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

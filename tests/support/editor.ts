import { loginOf, type Login } from '../../scripts/demo/seed.ts';
import { POSTS } from '../../scripts/seed/posts.ts';
import { agree, approve, reviewOf, type Colleague } from '../../scripts/seed/review-round.ts';

/** What the admin sends when the people of a department work: the same requests, without the browser. */
export interface Editor {
  /** Saves a draft, as an officer, and gives its documentId. */
  write(item: Readonly<Record<string, unknown>>): Promise<string>;
  change(documentId: string, item: Readonly<Record<string, unknown>>): Promise<void>;
  /** Sends a draft on its way, and no more. */
  submit(documentId: string): Promise<void>;
  /** Whoever holds a post agrees to the newest review of an item. */
  agree(documentId: string, post: keyof typeof POSTS): Promise<void>;
  /** Takes a draft through its review: the officer submits it, everyone else agrees. */
  approve(documentId: string): Promise<void>;
  /** Has a draft approved and publishes it. */
  publish(documentId: string): Promise<void>;
  /** Publishes what is approved. */
  publishApproved(documentId: string): Promise<void>;
  /** Has what is under review or approved published at an instant. */
  plan(documentId: string, publishAt: string): Promise<void>;
  /** Asks for a public item to be taken down, through its review. */
  requestWithdrawal(documentId: string, reason: string): Promise<void>;
  /** At once, as the disclosure office may. */
  withdraw(documentId: string, reason: string): Promise<void>;
  /** An item as the officer sees it. */
  read(documentId: string): Promise<Record<string, unknown>>;
  /** What nodes found tampered with lately. */
  incidents(): Promise<{ path: string; kind: string; isRepaired: boolean }[]>;
}

/** Refused by the CMS, or not answered at all. */
export class EditorError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** A token of the first account of each role, by the role's name. */
export type Tokens = Readonly<Record<string, string>>;

/** A token is not used in its last minutes: what it is sent with may take a while. */
const LEEWAY_MS = 3 * 60_000;

/**
 * The people of a department, signed in. A token that runs out is followed by another one. Strapi lets the same person sign in
 * five times in five minutes, so tokens that there are already are used first.
 */
export class SignIns {
  readonly cmsUrl: string;
  readonly #logins: readonly Login[];
  readonly #tokens: Map<string, string>;

  constructor(cmsUrl: string, logins: readonly Login[], tokens: Tokens = {}) {
    this.cmsUrl = cmsUrl;
    this.#logins = logins;
    this.#tokens = new Map(Object.entries(tokens));
  }

  async tokenOf(role: string): Promise<string> {
    const known = this.#tokens.get(role);
    if (known !== undefined && expiryOf(known) > Date.now() + LEEWAY_MS) return known;
    const { email, password } = loginOf(this.#logins, role);
    const credentials = { email, password };
    const { data } = await call<{ data: { token: string } }>(`${this.cmsUrl}/admin/login`, 'POST', credentials);
    this.#tokens.set(role, data.token);
    return data.token;
  }

  /** One for everybody. */
  async tokens(): Promise<Tokens> {
    for (const { role } of this.#logins) await this.tokenOf(role);
    return Object.fromEntries(this.#tokens);
  }
}

/** When a JSON web token ends. */
function expiryOf(token: string): number {
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
  return exp * 1000;
}

export async function signIn(cmsUrl: string, logins: readonly Login[]): Promise<Editor> {
  const signIns = new SignIns(cmsUrl, logins);
  await signIns.tokens();
  return editorWith(signIns);
}

/** Whoever has this role, at the API of the admin panel. */
function colleagueIn(role: string, signIns: SignIns): Colleague {
  return {
    call: async (method, path, body) => call(signIns.cmsUrl + path, method, body, await signIns.tokenOf(role)),
  };
}

/** Works on items of one type: `power`, by the name of its content type. */
export function editorWith(signIns: SignIns, type = 'item'): Editor {
  const officer = colleagueIn(POSTS.officer.role, signIns);
  const office = colleagueIn(POSTS.office.role, signIns);
  const items = `/content-manager/collection-types/plugin::disclosure.${type}`;
  const ask = <Answer>(method: string, path: string, body?: unknown) =>
    officer.call<{ data: Answer }>(method, path, body).then(({ data }) => data);
  const approved = (documentId: string) => approve(documentId, officer, (role) => colleagueIn(role, signIns));
  const publishApproved = async (documentId: string) =>
    void (await ask('POST', `${items}/${documentId}/actions/publish`, {}));
  return {
    write: async (item) => (await ask<{ documentId: string }>('POST', items, item)).documentId,
    change: async (documentId, item) => void (await ask('PUT', `${items}/${documentId}`, item)),
    submit: async (documentId) =>
      void (await officer.call('POST', `/disclosure/items/${documentId}/reviews`, { note: '' })),
    agree: async (documentId, post) =>
      void (await agree(await reviewOf(documentId, officer), colleagueIn(POSTS[post].role, signIns))),
    approve: approved,
    async publish(documentId) {
      await approved(documentId);
      await publishApproved(documentId);
    },
    publishApproved,
    plan: async (documentId, publishAt) => {
      const { id } = await reviewOf(documentId, officer);
      await officer.call('PUT', `/disclosure/reviews/${id}/plan`, { publishAt });
    },
    requestWithdrawal: async (documentId, reason) =>
      void (await officer.call('POST', `/disclosure/items/${documentId}/withdrawals`, { reason })),
    withdraw: async (documentId, reason) =>
      void (await office.call('POST', `/disclosure/items/${documentId}/withdraw`, { reason })),
    read: (documentId) => ask('GET', `${items}/${documentId}`),
    async incidents() {
      type Newest = Awaited<ReturnType<Editor['incidents']>>;
      const { nodes } = await ask<{ nodes: { incidents: { newest: Newest } }[] }>('GET', '/disclosure/status');
      return nodes.flatMap((node) => node.incidents.newest);
    },
  };
}

async function call<Answer>(url: string, method: string, body?: unknown, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (!response.ok)
    throw new EditorError(`${method} ${url} answered ${response.status}: ${text.slice(0, 500)}`, response.status);
  return (text === '' ? { data: null } : JSON.parse(text)) as Answer;
}

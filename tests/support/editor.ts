import type { Login } from '../../scripts/demo/seed.ts';

const ITEM = 'plugin::disclosure.item';

/** What the admin sends when an editor works: the same requests, without the browser. */
export interface Editor {
  /** Saves a draft and gives its documentId. */
  write(item: Readonly<Record<string, unknown>>): Promise<string>;
  change(documentId: string, item: Readonly<Record<string, unknown>>): Promise<void>;
  publish(documentId: string): Promise<void>;
  withdraw(documentId: string, reason: string): Promise<void>;
  /** An item as the editor sees it. */
  read(documentId: string): Promise<Record<string, unknown>>;
}

/** Refused by the CMS, or not answered at all. */
export class EditorError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export async function signIn(cmsUrl: string, login: Login): Promise<Editor> {
  return editorWith(cmsUrl, await tokenOf(cmsUrl, login));
}

/** Good for half an hour in the demo that tests start. Strapi lets the same person sign in five times in five minutes. */
export async function tokenOf(cmsUrl: string, { email, password }: Login): Promise<string> {
  const { data: session } = await call<{ data: { token: string } }>(`${cmsUrl}/admin/login`, 'POST', {
    email,
    password,
  });
  return session.token;
}

export function editorWith(cmsUrl: string, token: string): Editor {
  const ask = <Answer>(path: string, method: string, body?: unknown) =>
    call<{ data: Answer }>(`${cmsUrl}${path}`, method, body, token).then((answer) => answer.data);
  const items = `/content-manager/collection-types/${ITEM}`;
  return {
    write: async (item) => (await ask<{ documentId: string }>(items, 'POST', item)).documentId,
    change: async (documentId, item) => void (await ask(`${items}/${documentId}`, 'PUT', item)),
    publish: async (documentId) => void (await ask(`${items}/${documentId}/actions/publish`, 'POST', {})),
    withdraw: async (documentId, reason) =>
      void (await ask(`/disclosure/items/${documentId}/withdraw`, 'POST', { reason })),
    read: (documentId) => ask(`${items}/${documentId}`, 'GET'),
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

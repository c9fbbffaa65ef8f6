import { callerFor, type Caller } from './http.ts';
import { colleague, PASSWORD, type Colleague, type Post } from './people.ts';
import type { RunningCms } from './running-cms.ts';

export interface SignedIn extends Colleague {
  readonly call: Caller;
}

/** A new account in a post, signed in over HTTP as its owner would. */
export async function signedIn(
  cms: RunningCms,
  post: Post,
  sections: readonly string[],
  name = post,
): Promise<SignedIn> {
  const person = await colleague(cms.strapi, post, { name, sections });
  return { ...person, call: await sessionOf(cms, person) };
}

/** An account that is there, signed in. */
export async function sessionOf(cms: RunningCms, { email }: Colleague): Promise<Caller> {
  const { body } = await callerFor(cms)('POST', '/admin/login', { email, password: PASSWORD });
  return callerFor(cms, body.data.token);
}

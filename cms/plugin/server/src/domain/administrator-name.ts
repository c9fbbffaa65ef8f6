export interface Administrator {
  readonly id: number;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly username: string | null;
}

/** What an administrator is called where it says who did something: never by an e-mail address. */
export function administratorName({ id, firstname, lastname, username }: Administrator): string {
  const name = [lastname, firstname].filter(Boolean).join('');
  return [name, username ?? ''].find((each) => each !== '' && !each.includes('@')) ?? `#${id}`;
}

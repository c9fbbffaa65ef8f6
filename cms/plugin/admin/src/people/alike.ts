/** The ids of those whose names and roles another one in the list has as well. */
export function alike<Id extends string | number>(
  people: readonly { readonly id: Id; readonly name: string; readonly roleNames?: readonly string[] }[],
): ReadonlySet<Id> {
  const ids = new Map<string, Id[]>();
  for (const { id, name, roleNames = [] } of people) {
    const looks = JSON.stringify([name, ...roleNames.toSorted()]);
    ids.set(looks, [...(ids.get(looks) ?? []), id]);
  }
  return new Set([...ids.values()].filter(({ length }) => length > 1).flat());
}

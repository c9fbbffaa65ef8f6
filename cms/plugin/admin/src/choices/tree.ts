/** A category or an organ, as the content manager lists it. */
export interface TreeRow {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly order?: number | null;
  readonly parent?: { readonly documentId: string } | null;
}

export interface TreeChoice {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  /**
   * 「上级 / 名称」: two categories may share a name, and no two share their way. A name that begins with that of its parent,
   * as those of sections do, says the parent already.
   */
  readonly path: string;
  readonly isLeaf: boolean;
}

/** Rows in the order in which the tree is read. What lies in a circle, or below nothing, is left out of no list. */
export function choicesOf(rows: readonly TreeRow[]): TreeChoice[] {
  const known = new Set(rows.map(({ documentId }) => documentId));
  const below = Map.groupBy(rows, ({ parent }) => (parent && known.has(parent.documentId) ? parent.documentId : ''));
  const choices: TreeChoice[] = [];
  const seen = new Set<string>();
  const add = (row: TreeRow, way: readonly string[]): void => {
    if (seen.has(row.documentId)) return;
    seen.add(row.documentId);
    const { id, documentId, name } = row;
    const children = below.get(documentId) ?? [];
    const own = [...(name.startsWith(way.at(-1) ?? name) ? way.slice(0, -1) : way), name];
    choices.push({ id, documentId, name, path: own.join(' / '), isLeaf: children.length === 0 });
    for (const child of [...children].sort(byOrder)) add(child, own);
  };
  for (const row of [...(below.get('') ?? [])].sort(byOrder)) add(row, []);
  for (const row of rows) add(row, []);
  return choices;
}

function byOrder(a: TreeRow, b: TreeRow): number {
  return (a.order ?? 0) - (b.order ?? 0) || a.id - b.id;
}

import type { Effects } from './content-store.ts';
import type { Generation } from './generation.ts';
import { itemPathOf } from './item-path.ts';

/** Paths of what changes ask for, each in one of the three. */
export interface TouchedPages {
  /** Pages of the items themselves: made whether or not they stood there. */
  readonly own: ReadonlySet<string>;
  /** Others that stand there and show something of what changed. */
  readonly touched: ReadonlySet<string>;
  /** Pages that stand there and go. */
  readonly gone: ReadonlySet<string>;
}

/** The one rule for which pages changes rewrite: the publisher follows it, and a preview counts by it. */
export function pagesTouched(
  pending: readonly Effects[],
  generations: readonly Pick<Generation, 'pathsWith' | 'has'>[],
): TouchedPages {
  const own = new Set(pending.flatMap(({ item }) => (item ? [item.path] : [])));
  const leaving = new Set(pending.flatMap((effects) => effects.gone));
  const tags = [...new Set(pending.flatMap((effects) => effects.tags))];
  // What stands below the page of an item goes with it.
  const isLeaving = (path: string) => leaving.has(itemPathOf(path)?.page ?? path);
  const bearing = generations.flatMap((generation) => generation.pathsWith(tags));
  return {
    own,
    touched: new Set(bearing.filter((path) => !own.has(path) && !isLeaving(path))),
    gone: new Set([...leaving].filter((path) => !own.has(path) && generations.some((pages) => pages.has(path)))),
  };
}

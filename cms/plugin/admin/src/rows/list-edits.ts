/** `list` with one of its entries moved up (-1) or down (1); as it was where there is no way. */
export function withMoved<Entry>(list: readonly Entry[], index: number, by: -1 | 1): Entry[] {
  const moved = [...list];
  const [entry, other] = [moved[index], moved[index + by]];
  if (entry === undefined || other === undefined) return moved;
  moved[index] = other;
  moved[index + by] = entry;
  return moved;
}

export function withReplaced<Entry>(list: readonly Entry[], index: number, replacement: Entry): Entry[] {
  return list.map((entry, at) => (at === index ? replacement : entry));
}

export function withInserted<Entry>(list: readonly Entry[], index: number, inserted: readonly Entry[]): Entry[] {
  return [...list.slice(0, index), ...inserted, ...list.slice(index)];
}

export function without<Entry>(list: readonly Entry[], index: number): Entry[] {
  return list.filter((_entry, at) => at !== index);
}

import type { NodeKind } from 'disclosure-contract/flow';
import type { Direction } from './walk.ts';

export type ChartKey =
  | { readonly type: 'walk'; readonly direction: Direction }
  | { readonly type: 'add'; readonly kind: NodeKind }
  | { readonly type: 'edit' | 'connect' | 'leave' | 'copy' | 'paste' | 'remove' };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const WALKING: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const ADDING: Readonly<Record<string, NodeKind>> = { a: 'step', d: 'decision', e: 'end' };

/** What a key does in the chart; null where it is none of the chart's. Who may not edit still walks. */
export function chartKey({ key, ctrlKey, metaKey, altKey }: Pressed, isReadOnly: boolean): ChartKey | null {
  if (altKey) return null;
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (letter === 'c') return { type: 'copy' };
    return letter === 'v' && !isReadOnly ? { type: 'paste' } : null;
  }
  const direction = WALKING[key];
  if (direction !== undefined) return { type: 'walk', direction };
  if (key === 'Enter') return { type: 'edit' };
  if (key === 'Escape') return { type: 'leave' };
  if (isReadOnly) return null;
  const kind = ADDING[letter];
  if (kind !== undefined) return { type: 'add', kind };
  if (letter === 'c') return { type: 'connect' };
  return key === 'Delete' || key === 'Backspace' ? { type: 'remove' } : null;
}

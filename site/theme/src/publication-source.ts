import type { ItemView } from './node/views.ts';

/** 来源: what the item states, else who is responsible for it, else who published it. */
export function sourceOf({ item, responsible, publisher }: ItemView): string {
  return item.source ?? responsible?.name ?? publisher.name;
}

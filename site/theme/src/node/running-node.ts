import type { SiteNode } from './site-node.ts';

/**
 * The node of this process. Astro makes the cache provider itself and hands it nothing but plain options, so this is
 * where the provider and the server meet.
 */
let running: SiteNode | null = null;

export function setRunningNode(node: SiteNode | null): void {
  running = node;
}

export function runningNode(): SiteNode | null {
  return running;
}

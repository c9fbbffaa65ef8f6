import { addresses, parseAddress } from 'disclosure-contract';
import type { ContentViews } from './node/views.ts';

/** What people come for, in their words, and where it is done. */
export interface Task {
  readonly label: string;
  readonly href: string;
}

/**
 * Tasks without those that lead to an item which is not public: a guide may be withdrawn long after the site was built.
 * One that has moved is followed.
 */
export function openTasks(tasks: readonly Task[], content: Pick<ContentViews, 'item'>): Task[] {
  return tasks.flatMap((task): Task[] => {
    const addressed = task.href.startsWith('/') ? parseAddress(task.href) : null;
    if (addressed?.kind !== 'item') return [task];
    const answer = content.item(addressed.slug, addressed.type);
    if (answer.kind === 'item') return [task];
    return answer.kind === 'moved' ? [{ ...task, href: addresses.item(answer.slug, answer.type) }] : [];
  });
}

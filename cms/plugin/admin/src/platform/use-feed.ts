import { useEffect, useState } from 'react';
import { useFeedEntriesQuery, useLazyFeedEntriesQuery, type FeedEntry } from '../disclosure-api';

const PAGE = 20;

/** The newest changes, kept up to date, and as many older ones as were asked for. */
export function useFeed(refreshInterval: number) {
  const [entries, setEntries] = useState<readonly FeedEntry[]>([]);
  const {
    data: newest,
    isError,
    isLoading,
  } = useFeedEntriesQuery({ limit: PAGE }, { pollingInterval: refreshInterval, refetchOnMountOrArgChange: true });
  const [askFor, { isFetching: isLoadingOlder }] = useLazyFeedEntriesQuery();

  useEffect(() => {
    if (newest) setEntries((known) => mergeEntries(known, newest));
  }, [newest]);

  const oldest = entries.at(-1)?.seq ?? 1;
  const loadOlder = async () => {
    const { data: older } = await askFor({ before: oldest, limit: PAGE });
    if (older) setEntries((known) => mergeEntries(known, older));
  };

  return { entries, isError, isLoading, hasOlder: oldest > 1, isLoadingOlder, loadOlder };
}

/** Entries by position, newest first. What is newly heard about a position is what holds. */
export function mergeEntries(known: readonly FeedEntry[], heard: readonly FeedEntry[]): FeedEntry[] {
  const bySeq = new Map([...known, ...heard].map((entry) => [entry.seq, entry]));
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq);
}

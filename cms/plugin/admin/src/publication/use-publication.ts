import { useEffect, useState } from 'react';
import { usePublicationQuery } from '../disclosure-api';

const POLL_MS = 1000;
const PATIENCE_MS = 30_000;

/**
 * The publication of an item. While a site has not reported, it is asked for every second; after half a minute somebody
 * has to ask again.
 */
export function usePublication(documentId: string) {
  const [isPolling, setIsPolling] = useState(false);
  const query = usePublicationQuery(documentId, {
    pollingInterval: isPolling ? POLL_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  const seq = query.data?.change?.seq ?? null;
  const isWaiting = query.data?.receipts.some(({ state }) => state === 'waiting') ?? false;

  useEffect(() => {
    setIsPolling(isWaiting);
    if (!isWaiting) return;
    const end = setTimeout(() => setIsPolling(false), PATIENCE_MS);
    return () => clearTimeout(end);
  }, [isWaiting, seq]);

  return { ...query, hasGivenUp: isWaiting && !isPolling, askAgain: () => setIsPolling(isWaiting) };
}

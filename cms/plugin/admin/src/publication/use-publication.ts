import { useEffect, useState } from 'react';
import { usePublicationQuery, type Publication } from '../disclosure-api';

const POLL_MS = 1000;
const PATIENCE_MS = 30_000;

/**
 * The publication of an item. While a site has not reported, or was asked to try again, it is asked for every second;
 * after half a minute somebody has to ask again.
 */
export function usePublication(documentId: string) {
  const [isPolling, setIsPolling] = useState(false);
  const [retries, setRetries] = useState(0);
  const query = usePublicationQuery(documentId, {
    pollingInterval: isPolling ? POLL_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  const seq = query.data?.change?.seq ?? null;
  const isWaiting = has(query.data, 'waiting');
  const isRetrying = isPolling && retries > 0 && has(query.data, 'problem');
  const wantsNews = isWaiting || (retries > 0 && has(query.data, 'problem'));

  useEffect(() => {
    setIsPolling(wantsNews);
    if (!wantsNews) return;
    const end = setTimeout(() => setIsPolling(false), PATIENCE_MS);
    return () => clearTimeout(end);
  }, [wantsNews, seq, retries]);

  return {
    ...query,
    hasGivenUp: isWaiting && !isPolling,
    isRetrying,
    askAgain: () => setRetries((count) => count + 1),
  };
}

function has(publication: Publication | undefined, state: 'waiting' | 'problem'): boolean {
  return publication?.receipts.some((receipt) => receipt.state === state) ?? false;
}

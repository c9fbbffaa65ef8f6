import { useEffect, useState } from 'react';

const REFRESH_MS = 3000;

/** How often to ask again: every three seconds while somebody can see the answer, otherwise never. */
export function useRefreshInterval(): number {
  const [isVisible, setIsVisible] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setIsVisible(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isVisible ? REFRESH_MS : 0;
}

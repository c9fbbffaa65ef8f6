import { useEffect, useState } from 'react';
import type { Flow } from 'disclosure-contract/flow';
import { layOut, layoutKey, type Layout } from './layout';

/** The layout of a flow; that of its last state until the new one is ready, and null before the first. */
export function useLayout(flow: Flow): Layout | null {
  const [layout, setLayout] = useState<Layout | null>(null);
  const key = layoutKey(flow);
  useEffect(() => {
    let isCurrent = true;
    void layOut(flow).then((laidOut) => {
      if (isCurrent) setLayout(laidOut);
    });
    return () => {
      isCurrent = false;
    };
    // The flow is laid out anew when something changes that the layout depends on, and not with every letter.
  }, [key]);
  return layout;
}

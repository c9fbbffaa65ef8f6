import { useEffect, useState } from 'react';
import type { WordingModel } from 'disclosure-contract/checks';

/** `missing` where it could not be fetched: the lists of words are checked without it. */
export type LoadedModel = WordingModel | 'loading' | 'missing';

/** A browser that is never idle fetches it after this time. */
const LATEST_MS = 2000;

let loading: Promise<WordingModel> | null = null;

async function load(): Promise<WordingModel> {
  const [{ openWordingModel }, { WORDING_MODEL }] = await Promise.all([
    import('disclosure-contract/checks'),
    import('disclosure-contract/checks/wording-model'),
  ]);
  return openWordingModel(WORDING_MODEL);
}

/** The statistical model, fetched once for all forms: 2.6 MB. What failed is tried again by the next form. */
function wordingModel(): Promise<WordingModel> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The statistical model, from when it is needed and the browser has nothing else to do. */
export function useWordingModel(isNeeded: boolean): LoadedModel {
  const [model, setModel] = useState<LoadedModel>('loading');

  useEffect(() => {
    if (!isNeeded) return undefined;
    let isCurrent = true;
    const settle = (settled: LoadedModel) => {
      if (isCurrent) setModel(settled);
    };
    const cancel = whenIdle(() => {
      wordingModel().then(settle, () => settle('missing'));
    });
    return () => {
      isCurrent = false;
      cancel();
    };
  }, [isNeeded]);

  return model;
}

function whenIdle(start: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(start, LATEST_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(start, { timeout: LATEST_MS });
  return () => cancelIdleCallback(handle);
}

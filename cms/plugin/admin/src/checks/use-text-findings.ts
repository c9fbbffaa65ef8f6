import { useEffect, useState } from 'react';
import type { Finding, WrittenItem } from 'disclosure-contract/checks';
import { betweenKeys } from './between-keys';
import { useWordingModel } from './wording-model';

/** After the last key, before the text is checked again. */
const PAUSE_MS = 300;

/** What was found in a text that is typed. */
export interface TextFindings {
  /** Null until the checks have run. */
  readonly findings: readonly Finding[] | null;
  /** Without statistics there may be more to find. */
  readonly statistics: 'asked' | 'loading' | 'missing';
}

/**
 * What the checks find in the text of a form that is typed in. They run here, on what is typed; their rules are loaded when
 * they are first needed, the statistical model after them.
 */
export function useTextFindings(item: WrittenItem, isNeeded: boolean): TextFindings {
  const { title, abstract, keywords, body } = item;
  const [found, setFound] = useState<TextFindings>({ findings: null, statistics: 'loading' });
  const model = useWordingModel(isNeeded);
  const words = Array.isArray(keywords) ? keywords.join('\n') : '';

  useEffect(() => {
    if (!isNeeded) return undefined;
    let isCurrent = true;
    const check = async () => {
      const { checkTextsInSlices, textsOfItem } = await import('disclosure-contract/checks');
      const written = { title, abstract, body, keywords: words.split('\n') } as WrittenItem;
      const context = typeof model === 'string' ? {} : { model };
      const findings = await betweenKeys(checkTextsInSlices(textsOfItem(written), context), () => isCurrent);
      if (findings !== null) setFound({ findings, statistics: typeof model === 'string' ? model : 'asked' });
    };
    const timer = setTimeout(() => void check(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isNeeded, title, abstract, words, body, model]);

  return found;
}

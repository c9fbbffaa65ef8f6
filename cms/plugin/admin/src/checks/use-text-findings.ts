import { useEffect, useState } from 'react';
import type { Finding, WrittenItem } from 'disclosure-contract/checks';

/** After the last key, before the text is checked again. */
const PAUSE_MS = 300;

/**
 * What the checks find in the text of a form. They run here, on what is typed; their rules are loaded when a form is
 * opened. Null until they have run.
 */
export function useTextFindings({ title, abstract, keywords, body }: WrittenItem): readonly Finding[] | null {
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const words = Array.isArray(keywords) ? keywords.join('\n') : '';

  useEffect(() => {
    let isCurrent = true;
    const check = async () => {
      const { checkTexts, textsOfItem } = await import('disclosure-contract/checks');
      const written = { title, abstract, body, keywords: words.split('\n') } as WrittenItem;
      if (isCurrent) setFindings(checkTexts(textsOfItem(written)));
    };
    const timer = setTimeout(() => void check(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [title, abstract, words, body]);

  return findings;
}

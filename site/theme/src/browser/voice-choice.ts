/** What is asked of a voice of the browser. */
export interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

/** Languages that are written as Chinese and spoken otherwise. */
const SPOKEN_OTHERWISE = /^(?:yue|zh-(?:hk|mo))\b/;

/**
 * The voice that reads a language, or null. One of the reader's own machine comes before one that sends the text away, and
 * Mandarin before Cantonese.
 */
export function voiceFor<Given extends Voice>(voices: readonly Given[], language: string): Given | null {
  const wanted = tagOf(language);
  const [family = ''] = wanted.split('-');
  const score = (voice: Given) =>
    (tagOf(voice.lang) === wanted ? 4 : 0) +
    (SPOKEN_OTHERWISE.test(tagOf(voice.lang)) ? 0 : 2) +
    (voice.localService ? 1 : 0);
  const able = voices.filter(({ lang }) => familyOf(lang) === family);
  return able.toSorted((one, other) => score(other) - score(one))[0] ?? null;
}

function tagOf(language: string): string {
  return language.toLowerCase().replaceAll('_', '-');
}

function familyOf(language: string): string {
  const [family = ''] = tagOf(language).split('-');
  return family === 'cmn' || family === 'yue' ? 'zh' : family;
}

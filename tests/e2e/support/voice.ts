import type { Page } from 'playwright-core';

export interface Said {
  readonly text: string;
  readonly lang: string;
  readonly rate: number;
}

interface VoiceWindow {
  readonly said: Said[];
  finish(): boolean;
}

/** Chromium has no voices without a sound card: one that says nothing, and ends when it is told. */
export async function useVoice(page: Page, language: string): Promise<void> {
  await page.addInitScript(giveVoice, language);
}

/** What was given to the voice, in order. */
export function said(page: Page): Promise<Said[]> {
  return page.evaluate(() => (window as unknown as VoiceWindow).said);
}

/** Ends what is being said; false where nothing is. */
export function finishSaying(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as unknown as VoiceWindow).finish());
}

/** Runs in the page, before its scripts. */
function giveVoice(lang: string): void {
  class Utterance {
    lang = '';
    rate = 1;
    voice: unknown = null;
    onend: (() => void) | null = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  let current: Utterance | null = null;
  const given: Said[] = [];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [{ lang, localService: true, name: 'Silent' }],
    speak: (utterance: Utterance) => {
      current = utterance;
      given.push({ text: utterance.text, lang: utterance.lang, rate: utterance.rate });
    },
    cancel: () => {
      current = null;
    },
  });
  const finish = () => {
    const ended = current;
    current = null;
    ended?.onend?.();
    return ended !== null;
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, said: given, finish });
}

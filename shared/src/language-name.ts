import type { Locale } from './strings.ts';

/** Made once: to make one costs more than to ask it. */
const NAMES: Readonly<Record<Locale, Intl.DisplayNames>> = {
  'zh-CN': new Intl.DisplayNames(['zh-CN'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
};

/** 语种: the name of a language (BCP 47) in another one, without the country it is written in. What is no tag stays as it is. */
export function languageName(tag: string, locale: Locale): string {
  try {
    return NAMES[locale].of(new Intl.Locale(tag).language) ?? tag;
  } catch {
    return tag;
  }
}

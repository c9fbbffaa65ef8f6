import type { Locale } from './strings.ts';

/** 语种: the name of a language (BCP 47) in another one, without the country it is written in. What is no tag stays as it is. */
export function languageName(tag: string, locale: Locale): string {
  try {
    const { language } = new Intl.Locale(tag);
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? tag;
  } catch {
    return tag;
  }
}

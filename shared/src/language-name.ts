/** Made once for each language asked for: to make one costs more than to ask it. */
const names = new Map<string, Intl.DisplayNames>();

/**
 * 语种: the name of a language, without the country it is written in.
 * @param tag BCP 47; what is none stays as it is
 * @param locale language of the answer, BCP 47
 */
export function languageName(tag: string, locale: string): string {
  try {
    return namesIn(locale).of(new Intl.Locale(tag).language) ?? tag;
  } catch {
    return tag;
  }
}

function namesIn(locale: string): Intl.DisplayNames {
  const made = names.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
  names.set(locale, made);
  return made;
}

import en from './translations/en.json' with { type: 'json' };
import zh from './translations/zh-CN.json' with { type: 'json' };

export type StringKey = keyof typeof zh;
export type Locale = 'zh-CN' | 'en';

export const STRING_KEYS = Object.keys(zh) as [StringKey, ...StringKey[]];

const TRANSLATIONS: Record<Locale, Record<StringKey, string>> = { 'zh-CN': zh, en };

export type Translate = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

/** Gives the function that words the interface. `{name}` in a text is replaced by the value of that name. */
export function useTranslations(
  locale: Locale,
  own: Readonly<Partial<Record<StringKey, string | undefined>>> = {},
): Translate {
  return (key, values = {}) =>
    (own[key] ?? TRANSLATIONS[locale][key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}

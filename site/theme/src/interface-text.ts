import type { Label } from 'disclosure-contract';
import options from 'virtual:astro-disclosure/options';
import { useTranslations } from './strings.ts';

/** Language of the site, how its keepers are reached, and the licence of what it publishes, where there is one. */
export const { locale, contact, licence } = options;

/** Words the interface in the site's language. */
export const t = useTranslations(options.locale, options.strings);

/** A word of a vocabulary in the site's language. */
export function labelOf(label: Label): string {
  return options.locale === 'en' ? label.en : label.zh;
}

export const organName = options.locale === 'en' ? (options.organ.en ?? options.organ.zh) : options.organ.zh;
export const siteTitle = options.title ?? t('site.title');

/** The whole name of the site, for titles, feeds and the `SiteName` tag. */
export const siteName = options.locale === 'en' ? `${organName} · ${siteTitle}` : `${organName}${siteTitle}`;

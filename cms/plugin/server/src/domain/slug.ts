import { SLUG } from 'disclosure-contract';
import { pinyin } from 'pinyin-pro';
import slugify from 'slugify';

const LONGEST_SLUG = 80;

/** An address made from a title: pinyin, lower case, cut at a hyphen. `fallback` when the title holds no letter or digit. */
export function slugOfTitle(title: string, fallback: string): string {
  const latin = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ');
  const slug = slugify(latin, { lower: true, strict: true }).replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
  const short = cutAtHyphen(slug, LONGEST_SLUG);
  return SLUG.test(short) ? short : fallback;
}

/** `slug` with a suffix, no longer than a slug may be. */
export function withSuffix(slug: string, suffix: string): string {
  return `${cutAtHyphen(slug, LONGEST_SLUG - suffix.length - 1)}-${suffix}`;
}

function cutAtHyphen(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  const hyphen = cut.lastIndexOf('-');
  return hyphen > 0 ? cut.slice(0, hyphen) : slug.slice(0, longest);
}

/** A number, or what is drawn when many titles are the same. */
const SUFFIX = /-([2-5]|(?=[a-z]*\d)[0-9a-z]{5})$/;

/** Whether `slug` was made from `title`, with or without a suffix. */
export function isSlugOf(slug: string, title: string): boolean {
  const made = slugOfTitle(title, '');
  const suffix = SUFFIX.exec(slug)?.[1];
  return made !== '' && (slug === made || (suffix !== undefined && slug === withSuffix(made, suffix)));
}

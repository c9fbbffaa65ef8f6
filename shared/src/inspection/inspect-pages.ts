import type { IsoDate } from '../dates.ts';
import type { InspectionFinding } from './finding.ts';
import { found, moreThan, RepeatedFindings } from './found.ts';
import type { DeadLink, InspectedPage, InspectedSite } from './inspected-site.ts';
import { FOOTER_ELEMENTS, REQUIRED_TAGS } from './page-elements.ts';

/** 网页标签 and 网站标识: tags in the head, and what every footer has to have. A fault of many pages is told once. */
export function inspectPages(pages: readonly InspectedPage[], day: IsoDate): InspectionFinding[] {
  const repeated = new RepeatedFindings();
  for (const page of pages) {
    addTagFaults(page, repeated);
    addFooterFaults(page, repeated);
  }
  return [...repeated.findings(), ...pages.flatMap((page) => futureDate(page, day))];
}

function addTagFaults(page: InspectedPage, repeated: RepeatedFindings): void {
  for (const { name, level, on, form } of REQUIRED_TAGS) {
    if (!on.includes(page.kind)) continue;
    const value = page.tags.get(name) ?? '';
    if (value === '') repeated.add(page.place, { rule: 'tag_missing', words: { tag: name, level } });
    else if (form !== undefined && !form.pattern.test(value)) {
      repeated.add(page.place, { rule: 'tag_malformed', words: { tag: name, value, form: form.name } });
    }
  }
  if (page.kind === 'article') addUnlikeTags(page, repeated);
}

function addUnlikeTags({ place, tags, heading, times }: InspectedPage, repeated: RepeatedFindings): void {
  const title = tags.get('ArticleTitle') ?? '';
  if (title !== '' && heading !== null && withoutSpaces(title) !== withoutSpaces(heading)) {
    repeated.add(place, { rule: 'tag_unlike_page', words: { tag: 'ArticleTitle', value: title, shown: heading } });
  }
  const pubDate = tags.get('PubDate') ?? '';
  const [shown] = times;
  if (pubDate !== '' && shown !== undefined && !times.some((time) => isSameTime(time, pubDate))) {
    repeated.add(place, { rule: 'tag_unlike_page', words: { tag: 'PubDate', value: pubDate, shown } });
  }
}

/** A page may show the day alone. */
function isSameTime(shown: string, pubDate: string): boolean {
  return (
    shown !== '' &&
    pubDate.startsWith(
      shown
        .replace(/[年月/]/g, '-')
        .replace(/日/, '')
        .slice(0, 16),
    )
  );
}

function addFooterFaults({ place, footer }: InspectedPage, repeated: RepeatedFindings): void {
  for (const { name, says, leadsTo } of FOOTER_ELEMENTS) {
    const isThere = says?.test(footer.text) === true || footer.links.some((link) => leadsTo?.test(link) === true);
    if (!isThere) repeated.add(place, { rule: 'footer_missing', words: { element: name } });
  }
}

function futureDate({ place, tags }: InspectedPage, day: IsoDate): InspectionFinding[] {
  const date = (tags.get('PubDate') ?? '').slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date <= day) return [];
  return [found('date_in_future', place, { title: tags.get('ArticleTitle') ?? place, date })];
}

/** 不能访问的链接. */
export function inspectLinks({ deadLinks, pages }: InspectedSite): InspectionFinding[] {
  const homes = new Set(pages.filter(({ kind }) => kind === 'home').map(({ place }) => place));
  return deadLinks.map((link) => {
    const { from, href, status } = link;
    const [place] = from;
    return found(ruleOf(link, homes), place, { href, status, more: moreThan(from.length - 1) });
  });
}

function ruleOf({ isOutside, from }: DeadLink, homes: ReadonlySet<string>) {
  if (isOutside) return 'link_dead_outside';
  return from.some((place) => homes.has(place)) ? 'link_dead_home' : 'link_dead_inside';
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

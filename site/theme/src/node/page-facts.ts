import type { InspectedPage, PageKind } from 'disclosure-contract/inspection';
import { Parser } from 'htmlparser2';

/** What the inspection reads in the HTML of a page. */
export interface PageFacts extends InspectedPage {
  /** Where its links lead, and where its pictures are, as written. */
  readonly links: readonly string[];
  /** Address of the same as data, as written. */
  readonly twin: string | null;
  readonly canonical: string | null;
}

const VOID_OF_TEXT = new Set(['script', 'style', 'template', 'noscript']);

/** Reads a page once, from its first tag to its last. `place` is its path, `kindOf` says what stands there. */
export function pageFacts(
  html: string,
  place: string,
  kindOf: (place: string, tags: ReadonlyMap<string, string>) => PageKind,
): PageFacts {
  const reader = new FactsReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  parser.end(html);
  const { tags, heading, times, footerText, footerLinks, links, twin, canonical } = reader;
  const footer = { text: footerText.join('').replace(/\s+/g, ' '), links: footerLinks };
  return { place, kind: kindOf(place, tags), tags, heading, times, footer, links, twin, canonical };
}

class FactsReader {
  readonly tags = new Map<string, string>();
  readonly times: string[] = [];
  readonly links: string[] = [];
  readonly footerText: string[] = [];
  readonly footerLinks: string[] = [];
  heading: string | null = null;
  twin: string | null = null;
  canonical: string | null = null;
  /** Open elements, by name: how many. */
  readonly #open = new Map<string, number>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
    if (name === 'time' && this.#isIn('main')) this.times.push('');
    if (name === 'h1') this.heading ??= '';
    if (name === 'meta') this.#noteTag(attributes);
    if (name === 'link') this.#noteRelation(attributes);
    const target = name === 'a' ? attributes['href'] : name === 'img' ? attributes['src'] : undefined;
    if (target === undefined) return;
    this.links.push(target);
    if (this.#isIn('footer')) this.footerLinks.push(target);
  }

  text(text: string): void {
    if ([...VOID_OF_TEXT].some((name) => this.#isIn(name))) return;
    if (this.#isIn('footer')) this.footerText.push(text);
    if (this.#isIn('h1')) this.heading = (this.heading ?? '') + text;
    if (this.#isIn('time') && this.times.length > 0) this.times.push((this.times.pop() ?? '') + text);
  }

  close(name: string): void {
    this.#open.set(name, Math.max(0, (this.#open.get(name) ?? 0) - 1));
    if (this.#isIn('footer')) this.footerText.push(' ');
  }

  #isIn(name: string): boolean {
    return (this.#open.get(name) ?? 0) > 0;
  }

  #noteTag({ name, content }: Readonly<Record<string, string>>): void {
    if (name !== undefined && !this.tags.has(name)) this.tags.set(name, (content ?? '').trim());
  }

  #noteRelation({ rel, type, href }: Readonly<Record<string, string>>): void {
    if (href === undefined) return;
    if (rel === 'canonical') this.canonical ??= href;
    if (rel === 'alternate' && type === 'application/json') this.twin ??= href;
  }
}

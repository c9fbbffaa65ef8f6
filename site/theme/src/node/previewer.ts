import {
  addresses,
  dayInChina,
  DisclosureError,
  itemTypeOf,
  type IsoInstant,
  type Item,
  type PreviewAnswer,
  type PreviewRequest,
  type Tombstone,
} from 'disclosure-contract';
import type { ContentStore, NewChange } from './content-store.ts';
import { contentViews } from './content-views.ts';
import type { PageStore } from './page-store.ts';
import { effectOf } from './preview-effect.ts';
import type { Rendered } from './publisher.ts';
import { pagesTouched, type TouchedPages } from './touched-pages.ts';
import type { DisclosureLocals, ItemAnswer } from './views.ts';

export interface PreviewerParts {
  readonly content: () => ContentStore;
  readonly pages: PageStore;
  readonly locals: DisclosureLocals;
  readonly render: (path: string, locals: DisclosureLocals) => Promise<Rendered>;
  readonly now: () => IsoInstant;
}

/**
 * Shows what a draft would be: its page, and which others would change. The draft is applied to the content store in a
 * transaction that is undone before anything else runs, so the page is made by the same code from the same state as after
 * publication, and nothing of the draft is left: no row, no page, no line in the log.
 */
export class Previewer {
  readonly #parts: PreviewerParts;

  constructor(parts: PreviewerParts) {
    this.#parts = parts;
  }

  /** Throws `render_failed`, without a word of the draft. */
  async preview({ item, expiresAt }: PreviewRequest): Promise<PreviewAnswer> {
    const { content, locals } = this.#parts;
    if (!content().isComplete)
      throw new DisclosureError('render_failed', 'Cannot render a preview before the first synchronisation');
    const publication = this.publication(item);
    const known = content().itemOf(item.documentId);
    const withdrawal = known && this.withdrawal(known);
    return {
      html: await this.#render(addresses.item(item.slug, itemTypeOf(item)), publication.answer, {
        expiresAt,
        live: known,
      }),
      siteUrl: locals.siteUrl,
      effect: effectOf(publication.touched, known === null),
      withdrawalEffect: withdrawal && effectOf(withdrawal, false),
    };
  }

  /** What the item's address would answer, and the pages that publishing this version would rewrite. */
  publication(item: Item): { answer: ItemAnswer; touched: TouchedPages } {
    return this.#rehearse({ kind: 'item_published', at: this.#parts.now(), approval: null, payload: item });
  }

  /** The pages that withdrawing an item would rewrite. */
  withdrawal(item: Item): TouchedPages {
    const { documentId, slug, formerSlugs, indexNo } = item;
    const at = this.#parts.now();
    // Neither the reason nor a successor changes which pages are touched.
    const payload: Tombstone = {
      documentId,
      type: itemTypeOf(item),
      slug,
      formerSlugs,
      indexNo,
      reason: 'inaccurate',
      replacedBy: null,
      withdrawnAt: at,
    };
    return this.#rehearse({ kind: 'item_withdrawn', at, approval: null, payload }).touched;
  }

  #rehearse(change: NewChange): { answer: ItemAnswer; touched: TouchedPages } {
    const { content, pages, now } = this.#parts;
    const store = content();
    // Views of its own: those of the pages remember what they have read.
    const type = change.kind === 'item_published' ? itemTypeOf(change.payload) : change.payload.type;
    const look = () => contentViews(store, now).item(change.payload.slug, type);
    const { effects, seen } = store.rehearse(change, dayInChina(now()), look);
    return { answer: seen, touched: pagesTouched([effects], [pages.current]) };
  }

  async #render(path: string, answer: ItemAnswer, preview: NonNullable<DisclosureLocals['preview']>): Promise<string> {
    const { locals, render } = this.#parts;
    const content = { ...locals.content, item: () => answer };
    const rendered = await render(path, { ...locals, content, preview }).catch(
      // What a template says of its failure may quote what it was given.
      (error: unknown) => (error instanceof DisclosureError ? error.code : null),
    );
    if (rendered !== null && typeof rendered === 'object' && rendered.kind === 'page')
      return rendered.body.toString('utf8');
    throw new DisclosureError(typeof rendered === 'string' ? rendered : 'render_failed', 'Cannot render a preview');
  }
}

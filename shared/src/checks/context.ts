import type { IsoDate } from '../dates.ts';
import type { LocalWord } from './local-words.ts';
import type { WordingModel } from './wording-model.ts';

/** What is known besides the text. Everything may be left out; a rule that needs what is not known finds nothing. */
export interface CheckContext {
  /** Title of the item or file that the text is part of. */
  readonly title?: string;
  /** Label of the category that it is filed in: 政府信息公开年报. */
  readonly category?: string;
  /** Day on which it was made public. */
  readonly publishedOn?: IsoDate;
  /** Words that a department watches for: its own list, empty until it writes one. */
  readonly localWords?: readonly LocalWord[];
  /** The statistical model, when the caller has loaded it. */
  readonly model?: WordingModel;
  /** Hosts besides those of `gov.cn` that pages may link to. A host stands for those below it too. */
  readonly knownHosts?: readonly string[];
}

import { z } from 'zod';
import { codesOf, type Vocabulary } from './vocabulary.ts';

/** Why there is no web page of a file. Readers are told, and load the file. */
export const READING_REFUSALS = {
  hidden_content: {
    zh: '文件含有隐藏的内容或者修订痕迹，没有网页版',
    en: 'There is no web page of this file: it holds hidden content or tracked changes',
  },
  too_large: { zh: '文件内容太多，没有网页版', en: 'There is no web page of this file: it holds too much' },
  unreadable: { zh: '无法读出文件的内容，没有网页版', en: 'There is no web page of this file: it could not be read' },
  empty: { zh: '文件中没有文字，没有网页版', en: 'There is no web page of this file: it holds no text' },
} as const satisfies Vocabulary;

/** 网页版: what a file of an item says, as HTML. Made by the CMS from the published copy; never written by people. */
export const readingSchema = z.object({
  /** Of the file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Sanitised as every body is, headings from the second level on; null where there is none. */
  html: z.string().nullable(),
  /** The file goes on where the HTML ends. */
  isCut: z.boolean(),
  refusal: codesOf(READING_REFUSALS).nullable(),
});
export type Reading = z.infer<typeof readingSchema>;

/** What a reading is addressed by below its item: enough of the hash to tell the files of one item apart. */
export function readingKey(sha256: string): string {
  return sha256.slice(0, 12);
}

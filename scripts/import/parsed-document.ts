import type { Genre, IsoDate } from '../../shared/src/index.ts';

/** A picture that stands in the body as `files/<name>`, or a file that the page links to. */
export interface ParsedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file says about itself, whatever its format. Null where it says nothing; what was doubtful is in `notes`. */
export interface ParsedDocument {
  readonly title: string;
  readonly bodyHtml: string;
  /** 制发机关, as the document names it. */
  readonly publisherName: string | null;
  readonly docNo: string | null;
  readonly writtenOn: IsoDate | null;
  /** The day it was first public elsewhere. */
  readonly originalDate: IsoDate | null;
  /** `HH:mm` of that day, null when the source has none or writes 00:00. */
  readonly originalTime: string | null;
  readonly effectiveOn: IsoDate | null;
  readonly repealedOn: IsoDate | null;
  readonly source: string | null;
  readonly keywords: readonly string[];
  readonly images: readonly ParsedFile[];
  /** Paths of linked files, relative to the document. */
  readonly links: readonly { readonly path: string; readonly name: string }[];
  /** What a person should look at, in Chinese. */
  readonly notes: readonly string[];
}

const GENRE_ENDINGS: readonly (readonly [RegExp, Genre])[] = [
  [/决议$/, 'resolution'],
  [/决定$/, 'decision'],
  [/(?:命令|令)$/, 'order'],
  [/公报$/, 'communique'],
  [/公告$/, 'proclamation'],
  [/通告$/, 'public_notice'],
  [/意见$/, 'opinion'],
  [/通知$/, 'notice'],
  [/通报$/, 'circular'],
  [/报告$/, 'report'],
  [/请示$/, 'request'],
  [/批复$/, 'reply'],
  [/议案$/, 'bill'],
  [/(?:复函|的函)$/, 'letter'],
  [/纪要$/, 'minutes'],
];

/** 体裁 by the last word of the title; a note in brackets after it, such as （试行）, does not count. */
export function genreOfTitle(title: string): Genre {
  const words = title.replace(/[（(][^（()）]*[)）]\s*$/, '').trim();
  return GENRE_ENDINGS.find(([ending]) => ending.test(words))?.[1] ?? 'other';
}

import { Parser } from 'htmlparser2';

/** What readers see of a source, and where in the source each of its UTF-16 units stands. */
export interface ReadableText {
  readonly text: string;
  readonly offsets: readonly number[];
}

const UNREAD = ['script', 'style', 'template', 'noscript'];
const INLINE = new Set(
  'a abbr b big cite code em font i ins del label mark q s small span strong sub sup u'.split(' '),
);

/** The text of a page: blocks become lines, entities characters. Scripts, styles and `unreadToo` are not read. */
export function readableText(html: string, unreadToo: readonly string[] = []): ReadableText {
  const isUnread = new Set([...UNREAD, ...unreadToo]);
  const pieces: string[] = [];
  const offsets: number[] = [];
  let unread = 0;
  const add = (piece: string, start: number, isVerbatim: boolean) => {
    pieces.push(piece);
    for (let at = 0; at < piece.length; at += 1) offsets.push(isVerbatim ? start + at : start);
  };
  const breakLine = (name: string) => {
    if (!INLINE.has(name)) add('\n', parser.startIndex, false);
  };
  const parser = new Parser({
    onopentag(name) {
      if (isUnread.has(name)) unread += 1;
      breakLine(name);
    },
    ontext(text) {
      if (unread > 0) return;
      add(text.replace(/\s/g, ' '), parser.startIndex, text.length === parser.endIndex - parser.startIndex + 1);
    },
    onclosetag(name) {
      if (isUnread.has(name)) unread -= 1;
      breakLine(name);
    },
  });
  parser.end(html);
  return { text: pieces.join(''), offsets };
}

import type { AttachmentNote } from './attachment-notes.ts';
import type { ExtractedText, TextPart } from './extracted-text.ts';
import { attributeOf, OfficePackage, readXml } from './office-package.ts';

const PARTS: readonly (readonly [form: RegExp, part: string | null])[] = [
  [/^word\/document\.xml$/, null],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
  [/^word\/comments\.xml$/, '批注'],
];

/** The text of a Word document: what is seen, and what is not seen at once: comments, deletions, hidden words. */
export function docxText(bytes: Buffer): ExtractedText {
  const document = new OfficePackage(bytes);
  const parts: TextPart[] = [];
  const authors = { comment: new Set<string>(), change: new Set<string>() };
  for (const [form, part] of PARTS) {
    for (const name of document.namesOf(form)) {
      const read = readStory(document.xmlOf(name) ?? '', authors);
      parts.push({ part, text: read.shown });
      parts.push({ part: '修订中删去的文字', text: read.deleted }, { part: '隐藏的文字', text: read.hidden });
    }
  }
  return { parts, notes: notesOf(parts, authors) };
}

interface Story {
  readonly shown: string;
  readonly deleted: string;
  readonly hidden: string;
}

interface Authors {
  readonly comment: Set<string>;
  readonly change: Set<string>;
}

const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'pPrChange']);

function readStory(xml: string, authors: Authors): Story {
  const story = { shown: '', deleted: '', hidden: '' };
  let reads: 't' | 'delText' | null = null;
  let isHidden = false;
  const add = (text: string) => {
    if (reads === 'delText') story.deleted += text;
    else if (isHidden) story.hidden += text;
    else story.shown += text;
  };
  readXml(xml, {
    open(name, attributes) {
      const author = attributeOf(attributes, 'author');
      if (author !== null && name === 'comment') authors.comment.add(author);
      if (author !== null && CHANGES.has(name)) authors.change.add(author);
      if (name === 'r') isHidden = false;
      if (name === 'vanish') isHidden = !['0', 'false', 'off'].includes(attributeOf(attributes, 'val') ?? '');
      if (name === 't' || name === 'delText') reads = name;
      if (name === 'tab') add('\t');
      if (name === 'br' || name === 'cr') add('\n');
    },
    text(piece) {
      if (reads !== null) add(piece);
    },
    close(name) {
      if (name === 't' || name === 'delText') reads = null;
      if (name === 'r') isHidden = false;
      if (name === 'p') {
        story.shown += '\n';
        if (story.deleted !== '' && !story.deleted.endsWith('\n')) story.deleted += '\n';
        if (story.hidden !== '' && !story.hidden.endsWith('\n')) story.hidden += '\n';
      }
    },
  });
  return story;
}

function notesOf(parts: readonly TextPart[], { comment, change }: Authors): AttachmentNote[] {
  const has = (part: string) => parts.some((each) => each.part === part && each.text.trim() !== '');
  const notes: AttachmentNote[] = [];
  if (has('批注')) notes.push({ rule: 'comments_kept', part: '批注', found: [...comment].join('、') });
  if (change.size > 0) notes.push({ rule: 'tracked_changes', part: null, found: [...change].join('、') });
  if (has('隐藏的文字')) notes.push({ rule: 'hidden_content', part: '隐藏的文字', found: '' });
  return notes;
}

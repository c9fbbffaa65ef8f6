import type { Document } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { type Block, cleanLine } from './blocks.ts';
import { readMoment } from './chinese-days.ts';
import { completeDocument } from './complete-document.ts';
import type { FileName } from './file-name.ts';
import { readLabels } from './head-labels.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { takePictures } from './page-files.ts';
import { type PageHead, readHead, takeHead } from './page-head.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { findMain, removeFurniture, textOf } from './page-main.ts';
import { refuse } from './refusal.ts';
import { takeTitleLine } from './title-line.ts';

/** A saved page: its text without the page around it. */
export function parseHtml(source: string, fileName: FileName): ParsedDocument {
  if (deepest(source) > 500) return refuse('网页结构嵌套过深，无法读取');
  const page = parseDocument(source);
  const meta = readMeta(page);
  const headings = DomUtils.getElementsByTagName('h1', page, true)
    .map(textOf)
    .filter((text) => text !== '');
  const name = siteless(DomUtils.getElementsByTagName('title', page, true).map(textOf)[0] ?? '');
  const hidden = removeFurniture(page);
  const files = takePictures(page);

  const main = blocksOfHtml([findMain(page)].flat());
  const { head: headOfMain, body } = takeHead(withoutLeadingTitle(main, meta.title ?? headings[0] ?? null));
  const head =
    headOfMain.originalDate === null && headOfMain.source === null ? headBeside(page, headOfMain) : headOfMain;
  const known =
    meta.title ?? (headings.length === 1 ? headings[0] : undefined) ?? head.title ?? (name === '' ? null : name);
  const titled = known === null ? takeTitleLine(body) : { title: known, body: withoutLeadingTitle(body, known) };
  return completeDocument({
    title: titled.title,
    head: withMeta(head, meta),
    blocks: titled.body,
    fileName,
    marksHeadings: titled.body.some((block) => block.kind === 'heading'),
    images: files.images,
    links: files.links,
    notes: [...files.notes, ...(hidden > 0 ? [`网页中有 ${hidden} 处隐藏内容，未导入`] : [])],
  });
}

/** How deep elements may lie at most: opened tags that are not closed. Parsers and walkers recurse as deep. */
function deepest(source: string): number {
  let depth = 0;
  let most = 0;
  for (const [, slash] of source.matchAll(/<(\/?)(?!(?:br|img|hr|input|meta|link|wbr|col)\b)[a-z][^>]*>/gi)) {
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

/** 某通知_某局网站 and 某通知-某局: the site's name is not part of the title. */
function siteless(title: string): string {
  return title.replace(/\s*[-_—|–]+[^-_—|–]*(?:局|政府|委员会|网|网站|门户|公开)[^-_—|–]*$/, '').trim();
}

/** The line with date and source often stands above the place of the text. */
function headBeside(page: Document, head: PageHead): PageHead {
  const labels = blocksOfHtml(page.children).flatMap((block) =>
    block.text.length < 300 ? readLabels(block.text) : [],
  );
  if (labels.length === 0) return head;
  const { title, publisherName, docNo, writtenOn, effectiveOn, repealedOn, ...rest } = readHead(labels, head.title);
  return {
    ...rest,
    title: head.title ?? title,
    publisherName: head.publisherName ?? publisherName,
    docNo: head.docNo ?? docNo,
    writtenOn: head.writtenOn ?? writtenOn,
    effectiveOn: head.effectiveOn ?? effectiveOn,
    repealedOn: head.repealedOn ?? repealedOn,
    notes: [...head.notes, ...rest.notes],
  };
}

function withoutLeadingTitle(blocks: readonly Block[], title: string | null): Block[] {
  const at = blocks.slice(0, 4).findIndex((block) => title !== null && bare(block.text) === bare(title));
  return blocks.filter((_, index) => index !== at);
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

interface Meta {
  readonly title: string | null;
  readonly published: string | null;
  readonly source: string | null;
}

/** The tags that every page of a government site carries (国办发〔2017〕47号). */
function readMeta(page: Document): Meta {
  const values = new Map(
    DomUtils.getElementsByTagName('meta', page, true).map((tag) => [
      (tag.attribs['name'] ?? '').toLowerCase(),
      cleanLine(tag.attribs['content'] ?? ''),
    ]),
  );
  return {
    title: values.get('articletitle') || null,
    published: values.get('pubdate') || null,
    source: values.get('contentsource') || null,
  };
}

function withMeta(head: PageHead, meta: Meta): PageHead {
  const moment = head.originalDate === null && meta.published !== null ? readMoment(meta.published) : null;
  const source = head.source ?? meta.source;
  if (moment?.reading.kind !== 'day') return { ...head, source };
  const isUnknown = moment.time === '00:00';
  return {
    ...head,
    source,
    originalDate: moment.reading.day,
    originalTime: isUnknown ? null : moment.time,
    notes: isUnknown ? [...head.notes, '发布时间为 00:00，真实时间未知'] : head.notes,
  };
}

import { type IsoDate, textOfHtml } from '../../shared/src/index.ts';
import { isAdoptionNote, readAdoption, readEffectClause } from './adoption-notes.ts';
import type { Block } from './blocks.ts';
import { toBodyHtml } from './body-html.ts';
import { DAY, narrowDigits, readDay } from './chinese-days.ts';
import type { FileName } from './file-name.ts';
import { findHeadings, markArticles, placeSignature } from './headings.ts';
import { impossibleDay, type PageHead, readDocNo } from './page-head.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { refuse } from './refusal.ts';
import { isDocNoLine, usableTitle } from './title-line.ts';

export interface DraftDocument {
  readonly title: string | null;
  readonly head: PageHead;
  readonly blocks: readonly Block[];
  readonly fileName: FileName;
  /** Whether the format marks headings itself, so that none has to be found by its number. */
  readonly marksHeadings: boolean;
  readonly images?: ParsedDocument['images'];
  readonly links?: ParsedDocument['links'];
  readonly notes?: readonly string[];
}

/** From the pieces of a document to what is imported: dates, number and organ are looked for in the text. */
export function completeDocument(draft: DraftDocument): ParsedDocument {
  const { head, fileName } = draft;
  const blocks = withoutRepeatedTitle(draft.blocks, draft.title);
  const structured = draft.marksHeadings ? blocks : findHeadings(blocks);
  const bodyHtml = toBodyHtml(markArticles(placeSignature(structured, isDayLine)));
  if (textOfHtml(bodyHtml) === '' && !bodyHtml.includes('<img')) return refuse('没有正文');

  const notes = [...head.notes, ...(draft.notes ?? [])];
  const title = usableTitle(draft.title);
  if (title === null) notes.push('文中没有可用的标题，标题取自文件名');
  const signature = readSignature(blocks, notes);
  const adoption = readAdoption(leadingNotes(blocks));
  notes.push(...adoption.notes);

  const writtenOn = head.writtenOn ?? signature.day ?? adoption.writtenOn;
  const originalDate = head.originalDate ?? versionDay(fileName.versionOn, writtenOn, notes) ?? adoption.promulgatedOn;
  if (originalDate !== null && writtenOn !== null && writtenOn > originalDate) {
    notes.push(`成文日期 ${writtenOn} 晚于发布日期 ${originalDate}`);
  }
  const effectiveOn = effectiveDay(
    blocks,
    [head.effectiveOn, adoption.effectiveOn],
    adoption.promulgatedOn,
    writtenOn,
    notes,
  );
  const numberLine = blocks.slice(0, 6).find((block) => block.kind === 'paragraph' && isDocNoLine(block.text));
  return {
    title: title ?? fileName.title,
    bodyHtml,
    publisherName: head.publisherName ?? signature.name ?? adoption.issuer ?? organOfTitle(title ?? fileName.title),
    docNo: head.docNo ?? (numberLine ? readDocNo(withoutBrackets(numberLine.text), notes) : adoption.docNo),
    writtenOn,
    originalDate,
    originalTime: head.originalTime,
    effectiveOn,
    repealedOn: inOrder(effectiveOn, head.repealedOn, notes),
    source: head.source,
    keywords: head.keywords,
    images: draft.images ?? [],
    links: draft.links ?? [],
    notes,
  };
}

/** Pages print the title once more above the text, often over several lines. */
function withoutRepeatedTitle(blocks: readonly Block[], title: string | null): readonly Block[] {
  const wanted = (title ?? '').replace(/\s/g, '');
  let read = '';
  for (const [index, block] of blocks.slice(0, 4).entries()) {
    if (block.kind === 'other' || isAdoptionNote(block.text)) return blocks;
    read += block.text.replace(/\s/g, '');
    if (wanted !== '' && read === wanted) return blocks.slice(index + 1);
    if (!wanted.startsWith(read)) return blocks;
  }
  return blocks;
}

/** A 题注 stands above the first sentence of the text. */
function leadingNotes(blocks: readonly Block[]): string[] {
  const first = blocks.findIndex((block) => block.kind !== 'paragraph' || !isAdoptionNote(block.text));
  return blocks.slice(0, first < 0 ? blocks.length : first).map((block) => block.text);
}

function isDayLine(text: string): boolean {
  return new RegExp(`^[（(]?${DAY}[)）]?$`).test(narrowDigits(text));
}

function readSignature(blocks: readonly Block[], notes: string[]): { day: IsoDate | null; name: string | null } {
  const last = blocks.slice(-4);
  const dayAt = last.findLastIndex((block) => block.kind === 'paragraph' && isDayLine(block.text));
  const reading = readDay(last[dayAt]?.text ?? '');
  if (!reading) return { day: null, name: null };
  if (reading.kind === 'impossible') notes.push(impossibleDay('落款日期', reading.written));
  const name = last[dayAt - 1]?.text ?? '';
  const isOrgan = name.length <= 30 && /(?:局|委员会|委|厅|部|政府|办公室|中心|处|院)$/.test(name);
  return { day: reading.kind === 'day' ? reading.day : null, name: isOrgan ? name : null };
}

function versionDay(versionOn: IsoDate | null, writtenOn: IsoDate | null, notes: string[]): IsoDate | null {
  if (versionOn === null || writtenOn === null || versionOn >= writtenOn) return versionOn;
  notes.push(`文件名中的日期 ${versionOn} 早于文中最后的日期 ${writtenOn}，以文中为准`);
  return writtenOn;
}

/** The day that is stated, else that of the clause at the end; not one that belongs to the text before its last amendment. */
function effectiveDay(
  blocks: readonly Block[],
  stated: readonly (IsoDate | null)[],
  promulgatedOn: IsoDate | null,
  writtenOn: IsoDate | null,
  notes: string[],
): IsoDate | null {
  const clause = readEffectClause(blocks.map((block) => block.text).join('\n'), promulgatedOn);
  const candidates = [...stated, clause.effectiveOn].filter((day): day is IsoDate => day !== null);
  if (candidates.length === 0) notes.push(...clause.notes);
  const fitting = candidates.find((day) => writtenOn === null || day >= writtenOn);
  if (fitting === undefined && candidates[0] !== undefined) {
    notes.push(`文中的施行日期 ${candidates[0]} 早于本版本的日期 ${writtenOn}，应属修改前的文本，未采用`);
  }
  return fitting ?? null;
}

function inOrder(effectiveOn: IsoDate | null, repealedOn: IsoDate | null, notes: string[]): IsoDate | null {
  if (effectiveOn === null || repealedOn === null || effectiveOn <= repealedOn) return repealedOn;
  notes.push(`废止日期 ${repealedOn} 早于施行日期 ${effectiveOn}，未采用`);
  return null;
}

function organOfTitle(title: string): string | null {
  return /^([\u4e00-\u9fa5]{0,40}?(?:局|委员会|委|厅|部|政府|办公室|法院|国务院))关于/.exec(title)?.[1] ?? null;
}

function withoutBrackets(text: string): string {
  return text.replace(/^[（(]\s*(.*?)\s*[)）]$/, '$1');
}

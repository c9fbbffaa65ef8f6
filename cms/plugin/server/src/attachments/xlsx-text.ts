import type { AttachmentNote } from './attachment-notes.ts';
import type { ExtractedText, TextPart } from './extracted-text.ts';
import { attributeOf, OfficePackage, readXml } from './office-package.ts';

/** The text of a workbook, row by row, with what Excel does not show at once: hidden sheets, rows, columns, comments. */
export function xlsxText(bytes: Buffer): ExtractedText {
  const book = new OfficePackage(bytes);
  const { sheets, names } = readWorkbook(book);
  const strings = sharedStrings(book.xmlOf('xl/sharedStrings.xml') ?? '');
  const parts: TextPart[] = [];
  for (const sheet of sheets) {
    const rows = readSheet(book.xmlOf(sheet.path) ?? '', strings);
    parts.push(...partsOfSheet(sheet, rows));
  }
  const comments = book.namesOf(/^xl\/(?:comments|threadedComments\/threadedComment)[^/]*\.xml$/);
  parts.push({ part: '批注', text: comments.map((name) => runsIn(book.xmlOf(name) ?? '', ['t', 'text'])).join('\n') });
  const drawings = book.namesOf(/^xl\/(?:drawings|charts)\/[^/]+\.xml$/);
  parts.push({ part: '图形和图表', text: drawings.map((name) => runsIn(book.xmlOf(name) ?? '', ['t'])).join('\n') });
  parts.push({ part: '名称管理器', text: names.join('\n') });
  const authors = comments.flatMap((name) => authorsIn(book.xmlOf(name) ?? ''));
  return { parts, notes: notesOf(parts, authors) };
}

export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

export function readWorkbook(book: OfficePackage): { sheets: Sheet[]; names: string[] } {
  const targets = new Map<string, string>();
  readXml(book.xmlOf('xl/_rels/workbook.xml.rels') ?? '', {
    open: (_name, { Id, Target }) => void targets.set(Id ?? '', Target ?? ''),
  });
  const sheets: Sheet[] = [];
  const names: string[] = [];
  let name: string | null = null;
  readXml(book.xmlOf('xl/workbook.xml') ?? '', {
    open(tag, attributes) {
      if (tag === 'definedName') name = '';
      if (tag !== 'sheet') return;
      const target = targets.get(attributeOf(attributes, 'id') ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', path, isHidden });
    },
    text(piece) {
      if (name !== null) name += piece;
    },
    close(tag) {
      if (tag !== 'definedName' || name === null) return;
      names.push(name);
      name = null;
    },
  });
  return { sheets, names };
}

export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  readXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(piece) {
      if (isText) current += piece;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

export interface Cell {
  /** Counted from one. */
  readonly column: number;
  readonly text: string;
  /** Number of its format in the table of styles; null of text. */
  readonly style: number | null;
  readonly isHidden: boolean;
}

export interface Row {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly Cell[];
}

/** Columns from `min` to `max`, counted from one, that are not shown. */
interface HiddenColumns {
  readonly min: number;
  readonly max: number;
}

export function readSheet(xml: string, strings: readonly string[]): Row[] {
  const rows: Row[] = [];
  const hidden: HiddenColumns[] = [];
  let cells: Cell[] = [];
  let row = { number: 0, isHidden: false };
  let cell = { column: 0, type: '', style: 0, value: '' };
  let reads = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'col' && isOn(attributes['hidden'])) {
        hidden.push({ min: Number(attributes['min']), max: Number(attributes['max']) });
      }
      if (name === 'row') {
        row = { number: Number(attributes['r'] ?? row.number + 1), isHidden: isOn(attributes['hidden']) };
        cells = [];
        cell = { ...cell, column: 0 };
      }
      if (name === 'c') {
        const column = columnOf(attributes['r']) ?? cell.column + 1;
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
      }
      reads = name === 'v' || name === 't';
    },
    text(piece) {
      if (reads) cell.value += piece;
    },
    close(name) {
      reads = false;
      if (name === 'c' && cell.value !== '') {
        const isHidden = hidden.some(({ min, max }) => cell.column >= min && cell.column <= max);
        const style = cell.type === 'n' ? cell.style : null;
        cells.push({ column: cell.column, text: shownValue(cell, strings), style, isHidden });
      }
      if (name === 'row' && cells.length > 0) rows.push({ ...row, cells });
    },
  });
  return rows;
}

function shownValue({ type, value }: { type: string; value: string }, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? '';
  // A telephone that was typed as a number may be stored as 1.3800138E10.
  if (type === 'n' && /e\+?\d+$/i.test(value) && Number.isSafeInteger(Number(value))) return String(Number(value));
  return value;
}

function partsOfSheet({ name, isHidden }: Sheet, rows: readonly Row[]): TextPart[] {
  const label = `工作表“${name}”`;
  if (isHidden) return [tablePart(`${label}（隐藏的工作表）`, rows, () => true)];
  const shown = rows.filter((row) => !row.isHidden);
  return [
    tablePart(label, shown, (cell) => !cell.isHidden),
    tablePart(`${label}（隐藏的列）`, shown, (cell) => cell.isHidden),
    tablePart(
      `${label}（隐藏的行）`,
      rows.filter((row) => row.isHidden),
      () => true,
    ),
  ];
}

function tablePart(part: string, rows: readonly Row[], isWanted: (cell: Cell) => boolean): TextPart {
  const lines = rows
    .map(({ number, cells }) => ({ number, line: lineOf(cells.filter(isWanted)) }))
    .filter(({ line }) => line !== '');
  return { part, text: lines.map(({ line }) => line).join('\n'), rows: lines.map(({ number }) => number) };
}

/** Cells stand between tabs: digits of neighbouring cells are never one number. */
function lineOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text.replace(/[\t\r\n]+/g, ' ')).join('\t');
}

/** All text of runs in a part, one after the other. */
export function runsIn(xml: string, names: readonly string[]): string {
  let text = '';
  let reads = false;
  readXml(xml, {
    open: (name) => (reads = names.includes(name)),
    text: (piece) => {
      if (reads) text += piece;
    },
    close(name) {
      reads = false;
      if (name === 'p' || name === 'comment' || name === 'threadedComment') text += '\n';
    },
  });
  return text;
}

function authorsIn(xml: string): string[] {
  const authors: string[] = [];
  let reads = false;
  readXml(xml, {
    open: (name) => (reads = name === 'author'),
    text: (piece) => {
      if (reads && !piece.startsWith('tc=')) authors.push(piece);
    },
    close: () => (reads = false),
  });
  return authors;
}

function notesOf(parts: readonly TextPart[], authors: readonly string[]): AttachmentNote[] {
  const hidden = parts.filter(({ part, text }) => part?.includes('（隐藏的') && text.trim() !== '');
  const hasComments = parts.some(({ part, text }) => part === '批注' && text.trim() !== '');
  return [
    ...(hasComments ? [{ rule: 'comments_kept', part: '批注', found: [...new Set(authors)].join('、') } as const] : []),
    ...hidden.map(({ part }) => ({ rule: 'hidden_content', part, found: '' }) as const),
  ];
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** "AB12" is in column 28. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

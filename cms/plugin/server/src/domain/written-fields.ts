import type { Written } from './item-input.ts';
import type { Reading } from './lists.ts';
import { manyLines, oneLine } from './plain-text.ts';
import type { Problem } from './problem.ts';

/** What is looked at of an attribute of a content type. */
export interface Attribute {
  readonly type: string;
  /** Of a relation that is stored on its other side. */
  readonly mappedBy?: string;
}
export type Attributes = Readonly<Record<string, Attribute>>;

/** What Strapi keeps about every row, and stores as well when a client sends it. */
const KEPT_BY_STRAPI: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'publishedAt',
  'createdAt',
  'updatedAt',
  'createdBy',
  'updatedBy',
]);

/** Far more than a list has entries, and far less than a column holds. */
const GREATEST_INTEGER = 1_000_000;

/**
 * The fields that a content type declares for people, out of what was written. Relations are written on the side that
 * stores them: through the other one, a row would change that nobody saved.
 */
export function pickFields(written: Written, attributes: Attributes): Record<string, unknown> {
  const isForPeople = (name: string): boolean =>
    Object.hasOwn(attributes, name) && !KEPT_BY_STRAPI.has(name) && attributes[name]?.mappedBy === undefined;
  return Object.fromEntries(Object.entries(written).filter(([name]) => isForPeople(name)));
}

/** Values of the types that their attributes ask for, without what cannot be printed. What is of another type is a problem. */
export function readTypes(
  fields: Written,
  attributes: Attributes,
): { data: Record<string, unknown>; problems: Problem[] } {
  const data: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, written] of Object.entries(fields)) {
    const reading = readType(name, written, attributes[name]?.type);
    if (reading.kind === 'read') data[name] = reading.value;
    else problems.push(reading.problem);
  }
  return { data, problems };
}

function readType(path: string, written: unknown, type: string | undefined): Reading<unknown> {
  if (written === null || written === undefined) return { kind: 'read', value: written };
  switch (type) {
    case 'string':
      return typeof written === 'string' ? { kind: 'read', value: oneLine(written) } : wrong(path, '这里应填写文字。');
    case 'text':
    case 'richtext':
      return typeof written === 'string'
        ? { kind: 'read', value: manyLines(written) }
        : wrong(path, '这里应填写文字。');
    case 'enumeration':
      return typeof written === 'string'
        ? { kind: 'read', value: written }
        : wrong(path, '这里只能选择列表中的选项，请重新选择。');
    case 'integer':
      return readInteger(path, written);
    default:
      return { kind: 'read', value: written };
  }
}

function readInteger(path: string, written: unknown): Reading<number> {
  const value = typeof written === 'string' && /^-?\d{1,9}$/.test(written) ? Number(written) : written;
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= GREATEST_INTEGER) {
    return { kind: 'read', value };
  }
  return wrong(path, `这里应填写 -${GREATEST_INTEGER} 到 ${GREATEST_INTEGER} 之间的整数。`);
}

function wrong(path: string, message: string): { kind: 'wrong'; problem: Problem } {
  return { kind: 'wrong', problem: { path, code: 'field_invalid', message } };
}

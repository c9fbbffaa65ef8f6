import { LIMIT_UNITS, type LimitUnit, type TimeLimit } from 'disclosure-contract/flow';
import { labelIn } from '../message.ts';
import { dayIn } from '../review/day-in.ts';
import type { Column } from './row-shapes.ts';

/** A cell in words, for whoever reads it: empty where nothing is written. */
export function cellText(value: unknown, column: Column, locale: string): string {
  switch (column.input) {
    case 'select': {
      const label = typeof value === 'string' ? column.vocabulary[value] : undefined;
      return label === undefined ? textOf(value) : labelIn(label, locale);
    }
    case 'limit':
      return limitText(value, locale);
    case 'boolean':
      return locale.startsWith('zh') ? (value === true ? '是' : '否') : value === true ? 'yes' : 'no';
    default:
      return textOf(value);
  }
}

export function limitText(value: unknown, locale: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const { amount, unit } = value as Partial<TimeLimit>;
  if (amount === undefined || unit === undefined || !(unit in LIMIT_UNITS)) return '';
  const label = labelIn(LIMIT_UNITS[unit], locale);
  return locale.startsWith('zh') ? `${amount}${label}` : `${amount} ${label}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** What a text of a table means in a column; undefined where it means nothing there. */
export function cellIn(text: string, column: Column): unknown {
  const written = text.trim();
  switch (column.input) {
    case 'text':
    case 'longText':
      return written;
    case 'code':
      return written.replace(/\s+/g, '');
    case 'select':
      return codeIn(written, column);
    case 'date':
      return dayIn(written);
    case 'number':
      return written === '' ? null : numberIn(written);
    case 'boolean':
      return written === '' ? false : booleanIn(written);
    case 'limit':
      return written === '' ? null : limitIn(written);
  }
}

function codeIn(written: string, { vocabulary }: Extract<Column, { input: 'select' }>): string | undefined {
  if (written === '' || written in vocabulary) return written;
  const lower = written.toLowerCase();
  return Object.entries(vocabulary).find(([, { zh, en }]) => zh === written || en.toLowerCase() === lower)?.[0];
}

function numberIn(written: string): number | undefined {
  const [number] = /^\d+(?=\s*份?$)/.exec(written) ?? [];
  return number === undefined ? undefined : Number(number);
}

function booleanIn(written: string): boolean | undefined {
  if (/^(?:是|有|√|✓|计入|yes|true|1)$/i.test(written)) return true;
  return /^(?:否|无|×|不计入|no|false|0)$/i.test(written) ? false : undefined;
}

function limitIn(written: string): TimeLimit | undefined {
  const [, amount, unit = ''] = /^(\d+)\s*(.*)$/.exec(written) ?? [];
  if (amount === undefined) return undefined;
  const known = unitIn(unit.trim());
  return known === undefined ? undefined : { amount: Number(amount), unit: known };
}

function unitIn(written: string): LimitUnit | undefined {
  if (/^个?工作日$|^working days?$/i.test(written)) return 'working_days';
  return /^(?:个?自然日|日|天|(?:calendar )?days?)$/i.test(written) ? 'calendar_days' : undefined;
}

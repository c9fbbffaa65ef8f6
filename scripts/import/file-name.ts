import { basename, extname } from 'node:path';
import type { IsoDate } from '../../shared/src/index.ts';
import { readDay } from './chinese-days.ts';

export interface FileName {
  /** The name without ending and version day. */
  readonly title: string;
  /** `某条例(2019-03-24).md` is the version of that day. */
  readonly versionOn: IsoDate | null;
}

export function readFileName(path: string): FileName {
  const stem = basename(path, extname(path)).normalize('NFC').trim();
  const bracketed = /^(.+?)\s*[（(]([^（()）]+)[)）]$/.exec(stem);
  const reading = bracketed ? readDay(bracketed[2] ?? '') : null;
  if (!bracketed || reading?.kind !== 'day') return { title: stem, versionOn: null };
  return { title: bracketed[1] ?? stem, versionOn: reading.day };
}

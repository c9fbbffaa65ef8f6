import { fileFormat } from 'disclosure-contract';

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** Bytes as people read them: `48 KB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), UNITS.length - 1);
  const amount = bytes / 1024 ** power;
  return `${power === 0 || amount >= 10 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[power]}`;
}

/** The letters of a type badge. */
export function fileKind(fileName: string): string {
  return fileFormat(fileName) ?? 'FILE';
}

import { csvOf, csvResponse } from './csv.ts';
import type { DataTable, ListData } from './record-data.ts';

interface Shapes {
  readonly table: () => DataTable;
  readonly data: () => ListData;
}

/** Answers in the format that the address ends in; a table is saved under `name`. */
export function dataResponse({ pathname }: URL, name: string, { table, data }: Shapes): Response {
  if (!pathname.endsWith('.csv')) return Response.json(data());
  const { header, rows } = table();
  return csvResponse(csvOf(header, rows), `${name}.csv`);
}

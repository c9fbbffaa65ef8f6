/** An instant of the database as the contract writes it: drivers give text, numbers or Date objects. */
export function toInstant(stored: string | number | Date): string {
  return new Date(stored).toISOString();
}

export function toInstantOrNull(stored: string | number | Date | null | undefined): string | null {
  return stored === null || stored === undefined ? null : toInstant(stored);
}

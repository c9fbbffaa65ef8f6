/** The node's log: one line an event, for the operator. Never a text that a person wrote. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

export const consoleLog: Log = {
  info: (message) => console.log(`${new Date().toISOString()} ${message}`),
  warn: (message) => console.warn(`${new Date().toISOString()} ${message}`),
  error: (message, cause) => console.error(`${new Date().toISOString()} ${message}${causeText(cause)}`),
};

function causeText(cause: unknown): string {
  if (cause === undefined) return '';
  if (!(cause instanceof Error)) return ': unknown cause';
  const inner = cause.cause instanceof Error ? ` (${codeOf(cause.cause)})` : '';
  return `: ${cause.message}${inner}`;
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.name;
}

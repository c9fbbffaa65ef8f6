/** Every code that a product error can carry. A code is public: add, deprecate, never rename. */
export const ERROR_CODES = [
  'address_taken',
  'attachment_missing',
  'category_cycle',
  'config_invalid',
  'content_store_corrupt',
  'date_invalid',
  'document_number_invalid',
  'feed_unreachable',
  'feed_invalid',
  'field_immutable',
  'import_unreadable',
  'index_number_exhausted',
  'node_unknown',
  'nudge_refused',
  'publish_incomplete',
  'publish_separately',
  'render_failed',
  'withdrawal_reason_missing',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * An error that a person can act on: `code` says which, `message` says what could not be done and what is needed.
 * `details` holds identifiers and limits for logs and API clients, never what a person wrote.
 */
export class DisclosureError extends Error {
  override readonly name = 'DisclosureError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number | null>>;

  constructor(
    code: ErrorCode,
    message: string,
    details: Record<string, string | number | null> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

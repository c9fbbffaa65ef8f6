/** Every code that a product error can carry. A code is public: add, deprecate, never rename. */
export const ERROR_CODES = [
  'address_invalid',
  'address_taken',
  'attachment_missing',
  'catalogue_entry_in_use',
  'category_cycle',
  'category_has_items',
  'code_invalid',
  'code_taken',
  'config_invalid',
  'content_store_corrupt',
  'date_invalid',
  'document_number_invalid',
  'edit_conflict',
  'feed_invalid',
  'feed_unreachable',
  'field_immutable',
  'field_invalid',
  'file_unknown',
  'import_unreadable',
  'index_number_exhausted',
  'item_unknown',
  'node_unknown',
  'nothing_published',
  'nudge_refused',
  'organ_cycle',
  'parameter_invalid',
  'publish_incomplete',
  'publish_separately',
  'published_item_kept',
  'render_failed',
  'successor_missing',
  'successor_narrower',
  'token_invalid',
  'type_internal',
  'version_unknown',
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

/** Every code that a product error can carry. A code is public: add, deprecate, never rename. */
export const ERROR_CODES = [
  'account_unknown',
  'address_invalid',
  'address_taken',
  'approval_missing',
  'approval_pending',
  'approval_void',
  'attachment_missing',
  'attachment_refused',
  'attachment_unclean',
  'batch_missing',
  'batch_unknown',
  'catalogue_entry_in_use',
  'category_cycle',
  'category_has_items',
  'chain_in_use',
  'chain_invalid',
  'chain_missing',
  'challenge_expired',
  'checks_failed',
  'code_invalid',
  'code_taken',
  'config_invalid',
  'content_changed',
  'content_store_corrupt',
  'credentials_invalid',
  'date_invalid',
  'decided_before',
  'decision_incomplete',
  'default_chain_needed',
  'document_number_invalid',
  'edit_conflict',
  'feed_invalid',
  'feed_unreachable',
  'field_immutable',
  'field_invalid',
  'file_unknown',
  'flow_unreadable',
  'import_unreadable',
  'index_number_exhausted',
  'item_unknown',
  'item_withheld',
  'node_unknown',
  'not_your_step',
  'nothing_published',
  'nudge_refused',
  'organ_cycle',
  'own_work',
  'parameter_invalid',
  'password_expired',
  'password_refused',
  'person_unknown',
  'plan_in_past',
  'preview_incomplete',
  'preview_mismatch',
  'preview_unavailable',
  'preview_unreachable',
  'publication_planned',
  'publish_incomplete',
  'publish_separately',
  'published_item_kept',
  'publisher_decided',
  'ratification_open',
  'render_failed',
  'review_closed',
  'review_under_way',
  'review_unknown',
  'scanner_unreachable',
  'second_factor_enrolment_required',
  'second_factor_kept',
  'second_factor_not_begun',
  'second_factor_off',
  'second_factor_on',
  'second_factor_required',
  'second_factor_wrong',
  'sign_in_locked',
  'successor_missing',
  'successor_narrower',
  'successor_unlike',
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

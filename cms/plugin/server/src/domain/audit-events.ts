import type { AuditDetail } from './audit-chain.ts';

/** Who did something. */
export interface Actor {
  readonly id: string;
  readonly name: string | null;
}

type Written = 'item' | 'category' | 'organ' | 'chain';
type Told = 'user' | 'role' | 'permission' | 'api_token' | 'transfer_token' | 'file' | 'folder';

/** What the audit log tells of. A code is kept for ever: add, never rename. */
export type AuditEventCode =
  | `${Written}_${'created' | 'updated' | 'copied' | 'deleted'}`
  | 'item_draft_discarded'
  | 'item_previewed'
  | 'item_published'
  | 'item_restored'
  | 'item_withdrawn'
  | `review_${'submitted' | 'decided' | 'voided' | 'cancelled'}`
  | `withholding_${'kept' | 'reopened'}`
  | 'publication_planned'
  | 'planned_publication_refused'
  | 'batch_approved'
  | 'staff_assigned'
  | `stand_in_${'added' | 'removed'}`
  | 'node_created'
  | 'node_updated'
  | 'node_removed'
  | 'node_tampering'
  | `correction_${'received' | 'unreadable' | 'updated' | 'deleted'}`
  | 'command_run'
  | 'signed_in'
  | 'sign_in_failed'
  | 'signed_out'
  | 'sign_in_refused'
  | 'account_locked'
  | 'account_unlocked'
  | 'password_changed'
  | 'password_expired'
  | 'second_factor_enrolled'
  | 'second_factor_removed'
  | 'second_factor_reset'
  | 'recovery_code_used'
  | 'recovery_codes_renewed'
  | `${Told}_${'created' | 'updated' | 'deleted'}`;

export interface AuditEvent {
  readonly event: AuditEventCode;
  /** What it was done to, such as `item:<documentId>`. */
  readonly subject: string | null;
  /** Names of fields, numbers, hashes: never contents, and nothing about citizens. */
  readonly detail: AuditDetail;
}

type Row = Readonly<Record<string, unknown>>;

const DONE: Readonly<Record<string, 'created' | 'updated' | 'deleted'>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
};

/**
 * The audit events in an event of Strapi's hub; none for what the log does not tell of. A failed sign-in says nothing of
 * what was typed: in the field for the e-mail address there may be anything, a password included.
 */
export function auditEventsOf(
  name: string,
  payload: unknown,
  roleOfRequest: string | null = null,
): readonly AuditEvent[] {
  const told = rowOf(payload);
  if (name === 'admin.auth.success')
    return [{ event: 'signed_in', subject: subjectOf('user', told['user']), detail: {} }];
  if (name === 'admin.auth.error') return [{ event: 'sign_in_failed', subject: null, detail: {} }];
  if (name === 'admin.logout') return [{ event: 'signed_out', subject: subjectOf('user', told['user']), detail: {} }];

  const [kind, action = ''] = name.split('.');
  const done = DONE[action];
  if (done === undefined) return [];
  switch (kind) {
    case 'user':
      return rowsOf(told['user'] ?? told['users']).map((user) => ({
        event: `user_${done}`,
        subject: subjectOf('user', user),
        detail: { isActive: user['isActive'] === true, roles: idsOf(user['roles']) },
      }));
    case 'role':
      return rowsOf(told['role']).map((role) => ({
        event: `role_${done}`,
        subject: subjectOf('role', role),
        detail: { code: textOf(role['code']) },
      }));
    case 'permission':
      return permissionsOf(done, rowsOf(told['permissions']), roleOfRequest);
    case 'media':
      return rowsOf(told['media']).map((file) => ({
        event: `file_${done}`,
        subject: subjectOf('file', file),
        detail: {},
      }));
    case 'media-folder':
      return rowsOf(told['folder'] ?? told['folders']).map((folder) => ({
        event: `folder_${done}`,
        subject: subjectOf('folder', folder),
        detail: {},
      }));
    default:
      return [];
  }
}

/** Commands of Strapi that take data out, bring data in, or change accounts, past every request. */
const COMMANDS = /^(export|import|transfer|console|(admin|config|configuration):.+)$/;

/** What the log tells of the command that this process is; null for a server. `argv` as Node gives it. */
export function commandEventOf(argv: readonly string[]): AuditEvent | null {
  const [, program = '', command = ''] = argv;
  if (!/(^|[\\/])strapi(\.js)?$/.test(program) || !COMMANDS.test(command)) return null;
  return { event: 'command_run', subject: null, detail: { command } };
}

/** One event for each role. Of those that Strapi writes and deletes one by one, only the request says whose they are. */
function permissionsOf(
  done: 'created' | 'updated' | 'deleted',
  permissions: readonly Row[],
  roleOfRequest: string | null,
): AuditEvent[] {
  const byRole = new Map<string | null, string[]>();
  for (const permission of permissions) {
    const subject = subjectOf('role', permission['role'] ?? roleOfRequest);
    byRole.set(subject, [...(byRole.get(subject) ?? []), nameOfPermission(permission)]);
  }
  return [...byRole].map(([subject, names]) => ({
    event: `permission_${done}`,
    subject,
    detail: { permissions: names.sort() },
  }));
}

function nameOfPermission({ action, subject }: Row): string {
  return [textOf(action), textOf(subject)].filter((part) => part !== null).join(' ');
}

/** Tables whose changes Strapi's hub does not tell of. */
export const TOKEN_TABLES = {
  'admin::api-token': 'api_token',
  'admin::transfer-token': 'transfer_token',
} as const;

/** Noted by Strapi itself whenever a token is used. */
const NOTES_OF_USE: ReadonlySet<string> = new Set(['lastUsedAt', 'updatedAt']);

/** The audit events in a write of a table of tokens, told by a lifecycle of the database such as `afterCreate`. */
export function tokenEventsOf(
  uid: keyof typeof TOKEN_TABLES,
  { action, data, result }: { action: string; data: unknown; result: unknown },
): readonly AuditEvent[] {
  const done = DONE[/^after(Create|Update|Delete)(?:Many)?$/.exec(action)?.[1]?.toLowerCase() ?? ''];
  if (done === undefined) return [];
  const fields = Object.keys(rowOf(data)).sort();
  if (done === 'updated' && fields.every((field) => NOTES_OF_USE.has(field))) return [];
  const token = rowOf(result);
  const { count } = token;
  if (count === 0) return [];
  const kind = TOKEN_TABLES[uid];
  const detail = typeof count === 'number' ? { count } : done === 'deleted' ? {} : { fields };
  return [{ event: `${kind}_${done}`, subject: subjectOf(kind, token), detail }];
}

/** Relations come as rows, or as their numbers alone. */
function subjectOf(kind: string, row: unknown): string | null {
  const id = typeof row === 'object' && row !== null ? (row as Row)['id'] : row;
  return typeof id === 'number' || typeof id === 'string' ? `${kind}:${id}` : null;
}

function idsOf(rows: unknown): number[] {
  return rowsOf(rows)
    .map(({ id }) => Number(id))
    .sort((a, b) => a - b);
}

function rowsOf(told: unknown): readonly Row[] {
  const list: readonly unknown[] = Array.isArray(told) ? told : [told];
  return list.filter((each): each is Row => typeof each === 'object' && each !== null);
}

function rowOf(told: unknown): Row {
  return rowsOf(told)[0] ?? {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

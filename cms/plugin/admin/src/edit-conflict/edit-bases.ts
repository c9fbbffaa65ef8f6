import type { StrapiApp } from '@strapi/strapi/admin';
import { isItemUid } from '../item-types';
import { noteConflict } from './conflict-store';
import { keepTyping, typedFields } from './typing';

type Middleware = ReturnType<StrapiApp['middlewares'][number]>;

interface Call {
  readonly model?: string;
  readonly documentId?: string;
  data?: Record<string, unknown>;
}

interface Action {
  readonly type: string;
  readonly payload?: unknown;
  readonly meta?: { readonly arg?: { readonly endpointName?: string; readonly originalArgs?: unknown } };
}

interface Refusal {
  name?: string;
  message?: string;
  status?: number;
  details?: Readonly<Record<string, unknown>>;
}

const SAVES: ReadonlySet<string> = new Set(['createDocument', 'updateDocument', 'publishDocument']);

/** By document, the state of the draft that this browser last read or wrote: the one its form shows. */
const shown = new Map<string, string>();

/**
 * Tells the server with every save which state of the item it was made from, and the form when the save was refused because
 * that state is not the last one. See the gate's rule for `edit_conflict`.
 */
export const editBases = (): Middleware => () => (next) => (action) => {
  const { type, payload, meta } = action as Action;
  const call = (meta?.arg?.originalArgs ?? {}) as Call;
  const isSave = SAVES.has(meta?.arg?.endpointName ?? '') && isItemUid(call.model);
  if (isSave && type.endsWith('/pending')) nameBase(call);
  const isRead = meta?.arg?.endpointName === 'getDocument' && isItemUid(call.model);
  if (isSave && type.endsWith('/fulfilled')) noteState(payload);
  if (isRead && type.endsWith('/fulfilled')) noteState(payload, 'draft');
  if (type.endsWith('/rejected')) {
    const refusal = (payload ?? {}) as Refusal;
    if (isSave) {
      keepInForm(refusal);
      noteRefusal(refusal, call);
    }
    if (refusal.status === 401 || isSave) keepTyping();
  }
  return next(action);
};

/** The content manager's form leaves out when what it shows was last written. */
function nameBase(call: Call): void {
  const base = shown.get(call.documentId ?? '');
  if (call.data !== undefined && base !== undefined) call.data = { ...call.data, updatedAt: base };
}

function noteState(payload: unknown, only?: 'draft'): void {
  const row = ((payload as { data?: object } | undefined)?.data ?? {}) as Readonly<Record<string, unknown>>;
  const { documentId, updatedAt, publishedAt } = row;
  if (only === 'draft' && publishedAt !== null) return;
  if (typeof documentId === 'string' && typeof updatedAt === 'string') shown.set(documentId, updatedAt);
}

/**
 * The content manager takes any failure but one of validation for a save: the form then counts as stored, its button is
 * off, and leaving it asks nothing (Strapi 5.54).
 */
function keepInForm(refusal: Refusal): void {
  if (refusal.name === 'ValidationError') return;
  refusal.name = 'ValidationError';
  refusal.details = { ...refusal.details, errors: [] };
}

function noteRefusal({ details = {} }: Refusal, { documentId, data }: Call): void {
  if (details['code'] !== 'edit_conflict' || documentId === undefined || data === undefined) return;
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : null);
  noteConflict({
    documentId,
    base: text('base') ?? '',
    current: text('current') ?? '',
    savedBy: text('savedBy'),
    savedAt: text('savedAt') ?? '',
    data,
    typed: typedFields(),
  });
}

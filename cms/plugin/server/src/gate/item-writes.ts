import type { Core } from '@strapi/strapi';
import { dayInChina } from 'disclosure-contract';
import { readItemInput } from '../domain/item-input.ts';
import type { Problem } from '../domain/problem.ts';
import { refuseInput } from '../errors.ts';
import { ITEM_TYPE_OF_UID as TYPES, type ItemUid } from '../plugin-id.ts';
import type { Services } from '../services/index.ts';
import type { Registration } from '../services/register.ts';
import type { Actor } from '../domain/audit-events.ts';
import { currentAuditActor, type DocumentCall } from '../strapi-access.ts';
import { isDuring, type Work } from './work-context.ts';
import { readWrittenFields } from './written-fields.ts';

/** What only the system sets, how the form calls it, and in what work of its own. */
const SYSTEM_FIELDS: Readonly<Record<string, { label: string; setDuring?: Work }>> = {
  indexNo: { label: '索引号' },
  firstPublishedAt: { label: '发布时间' },
  originalDate: { label: '原发布日期', setDuring: 'import' },
  contributors: { label: '撰写人' },
  importKey: { label: '导入标识', setDuring: 'import' },
  importHash: { label: '导入校验值', setDuring: 'import' },
  withdrawnAt: { label: '撤下时间' },
  withdrawalReason: { label: '撤下原因' },
  replacedBy: { label: '替代事项' },
  withholding: { label: '不予公开说明', setDuring: 'withholding-notice' },
};

type Stored = Readonly<Record<string, unknown>>;

/**
 * Checks and rewrites what is about to be stored in a draft, and gives the names of the fields that are written. Refuses
 * the whole form with every problem in it.
 */
export async function checkItemWrite(
  strapi: Core.Strapi,
  services: Services,
  call: DocumentCall & { readonly uid: ItemUid },
): Promise<readonly string[]> {
  const stored = await storedFor(services, call);
  const registration = await registrationFor(services, call);
  const isImport = isDuring('import');
  const { fields, creators, problems: ofTypes } = readWrittenFields(strapi, call);
  const { data, problems } = readItemInput(fields, {
    type: TYPES[call.uid],
    keepsOddDocumentNumbers: isImport,
    ownOrigin: strapi.config.get<string>('server.absoluteUrl', ''),
    today: dayInChina(new Date().toISOString()),
    stored,
  });

  const immutable: Problem[] = [];
  for (const [name, { label, setDuring }] of Object.entries(SYSTEM_FIELDS)) {
    const isSet = setDuring !== undefined && isDuring(setDuring);
    if (!(name in data) || (isSet && !isFixed(name, registration))) continue;
    // Always taken out: Strapi itself empties "firstPublishedAt" when an update brings it along.
    if (!isSame(data[name], stored[name])) {
      const message = `“${label}”由系统设定，不能修改。请刷新页面后重试。`;
      immutable.push({ path: name, code: 'field_immutable', message });
    }
    delete data[name];
  }
  refuseInput([...ofTypes, ...problems, ...immutable]);

  const emptied = call.action === 'clone' ? EMPTY_IN_CLONES : {};
  const contributors = contributorsWith(
    call.action === 'clone' ? [] : stored['contributors'],
    currentAuditActor(strapi),
  );
  call.params = { ...call.params, data: { ...data, ...emptied, contributors, ...creators } };
  return Object.keys(data).sort();
}

/** A copy is a new item: it gets a number, an address and a date of its own. */
const EMPTY_IN_CLONES = {
  slug: null,
  ...Object.fromEntries(Object.keys(SYSTEM_FIELDS).map((name) => [name, null])),
};

/** Whoever writes in a version may not approve it. */
function contributorsWith(stored: unknown, actor: Actor | null): readonly string[] {
  const known = Array.isArray(stored) ? (stored as readonly string[]) : [];
  return actor === null ? known : [...new Set([...known, actor.id])];
}

async function storedFor(services: Services, call: DocumentCall): Promise<Stored> {
  if (call.action === 'create' || call.params.documentId === undefined) return {};
  const row = await services.drafts.rowOf(call.params.documentId, 'draft');
  return { ...row };
}

async function registrationFor(services: Services, { action, params }: DocumentCall): Promise<Registration | null> {
  return action === 'update' && params.documentId !== undefined ? services.register.find(params.documentId) : null;
}

/** The day under which lists file an item, and the period of its number, are part of what others have cited. */
function isFixed(name: string, registration: Registration | null): boolean {
  return name === 'originalDate' && registration !== null;
}

/** Forms send back what they were given; an instant may come back in another form. */
function isSame(written: unknown, stored: unknown): boolean {
  if (isEmpty(written)) return true;
  if (isEmpty(stored)) return false;
  if (String(written) === String(stored)) return true;
  const instants = [written, stored].map((value) => new Date(value as string).getTime());
  return !Number.isNaN(instants[0]) && instants[0] === instants[1];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

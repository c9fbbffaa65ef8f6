import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config.ts';
import type {
  AddressRow,
  AuditEntryRow,
  CategoryRow,
  ChangeFileRow,
  ChangeRow,
  CounterRow,
  ImportBatchRow,
  ItemRow,
  OrganRow,
  ReceiptRow,
  RegistrationRow,
  ReviewChainRow,
  ReviewDecisionRow,
  ReviewRow,
  SiteNodeRow,
  StaffMemberRow,
  StandInRow,
  UploadRow,
} from './content-types/rows.ts';
import { type Administrator, administratorName } from './domain/administrator-name.ts';
import type { Actor } from './domain/audit-events.ts';
import type { Attributes } from './domain/written-fields.ts';
import {
  type ADDRESS,
  type AUDIT_ENTRY,
  type CATEGORY,
  type CHANGE,
  type CHANGE_FILE,
  type COUNTER,
  type IMPORT_BATCH,
  type ITEM,
  type ORGAN,
  PLUGIN_ID,
  type RECEIPT,
  type REGISTRATION,
  type REVIEW,
  type REVIEW_CHAIN,
  type REVIEW_DECISION,
  type SITE_NODE,
  type STAFF_MEMBER,
  type STAND_IN,
} from './plugin-id.ts';

/*
 * The one file with casts. Strapi types its tables from files that it generates inside an application; a plugin is
 * compiled before any application exists, so it says itself what its tables hold (content-types/rows.ts).
 */

interface Tables {
  [ITEM]: ItemRow;
  [CATEGORY]: CategoryRow;
  [ORGAN]: OrganRow;
  [CHANGE]: ChangeRow;
  [CHANGE_FILE]: ChangeFileRow;
  [COUNTER]: CounterRow;
  [REGISTRATION]: RegistrationRow;
  [ADDRESS]: AddressRow;
  [SITE_NODE]: SiteNodeRow;
  [RECEIPT]: ReceiptRow;
  [AUDIT_ENTRY]: AuditEntryRow;
  [REVIEW]: ReviewRow;
  [REVIEW_DECISION]: ReviewDecisionRow;
  [REVIEW_CHAIN]: ReviewChainRow;
  [STAND_IN]: StandInRow;
  [STAFF_MEMBER]: StaffMemberRow;
  [IMPORT_BATCH]: ImportBatchRow;
  'plugin::upload.file': UploadRow;
  'admin::role': { readonly code: string; readonly name: string };
  'admin::user': Administrator;
}

type Where = Readonly<Record<string, unknown>>;

interface Search {
  readonly select?: readonly string[];
  readonly where?: Where;
  readonly orderBy?: Readonly<Record<string, 'asc' | 'desc'>> | readonly Readonly<Record<string, 'asc' | 'desc'>>[];
  readonly limit?: number;
  readonly offset?: number;
  readonly populate?: Readonly<Record<string, unknown>>;
}

/** A table below the Document Service: reads and writes here pass no gate. */
export interface Table<Row> {
  findOne<Found = Row>(search: Search): Promise<Found | null>;
  findMany<Found = Row>(search: Search): Promise<Found[]>;
  count(search: { where: Where }): Promise<number>;
  create(row: { data: Readonly<Record<string, unknown>> }): Promise<Row>;
  /** Writes without reading back what was written. */
  createMany(rows: { data: readonly Readonly<Record<string, unknown>>[] }): Promise<{ count: number }>;
  update(change: { where: Where; data: Readonly<Record<string, unknown>> }): Promise<Row | null>;
  updateMany(change: { where: Where; data: Readonly<Record<string, unknown>> }): Promise<{ count: number }>;
  delete(search: { where: Where }): Promise<Row | null>;
  deleteMany(search: { where: Where }): Promise<{ count: number }>;
}

/** May be asked for before the database is there; it has to be there when it is used. */
export function table<Uid extends keyof Tables>(strapi: Core.Strapi, uid: Uid): Table<Tables[Uid]> {
  const rows = () => strapi.db.query(uid as never) as unknown as Table<Tables[Uid]>;
  return {
    findOne: (search) => rows().findOne(search),
    findMany: (search) => rows().findMany(search),
    count: (search) => rows().count(search),
    create: (row) => rows().create(row),
    createMany: (many) => rows().createMany(many),
    update: (change) => rows().update(change),
    updateMany: (change) => rows().updateMany(change),
    delete: (search) => rows().delete(search),
    deleteMany: (search) => rows().deleteMany(search),
  };
}

/** A table as the database has it, columns by their own names. Only for reading, and outside any transaction. */
export function rawTable(strapi: Core.Strapi, uid: keyof Tables) {
  return strapi.db.getConnection(strapi.db.metadata.get(uid).tableName);
}

interface Documents {
  create(params: { data: Readonly<Record<string, unknown>> }): Promise<{ documentId: string }>;
  update(params: {
    documentId: string;
    data: Readonly<Record<string, unknown>>;
  }): Promise<{ documentId: string } | null>;
  publish(params: { documentId: string }): Promise<unknown>;
  unpublish(params: { documentId: string }): Promise<unknown>;
}

/** Strapi's Document Service, on which every write passes the gate. */
export function documents(strapi: Core.Strapi, uid: keyof Tables): Documents {
  return strapi.documents(uid as never) as unknown as Documents;
}

/** A call of the Document Service as a middleware sees it; `params` may be replaced before `next`. */
export interface DocumentCall {
  readonly uid: string;
  readonly action: string;
  params: {
    documentId?: string;
    status?: string;
    data?: Record<string, unknown>;
  };
}

export function useDocumentMiddleware(
  strapi: Core.Strapi,
  middleware: (call: DocumentCall, next: () => Promise<unknown>) => Promise<unknown>,
): void {
  strapi.documents.use(middleware as never);
}

/** The attributes of a content type, with those that the application or other plugins gave it. */
export function attributesOf(strapi: Core.Strapi, uid: string): Attributes {
  return (strapi.getModel(uid as never) as { attributes: unknown }).attributes as Attributes;
}

export function configOf(strapi: Core.Strapi): PluginConfig {
  return strapi.config.get(`plugin::${PLUGIN_ID}`) as PluginConfig;
}

interface UploadService {
  upload(request: {
    data: { fileInfo: { name: string; alternativeText: string | null } };
    files: { filepath: string; originalFilename: string; mimetype: string; size: number };
  }): Promise<UploadRow[]>;
  updateFileInfo(id: number, changed: { alternativeText: string }): Promise<unknown>;
}

export function uploadService(strapi: Core.Strapi): UploadService {
  return strapi.plugin('upload').service('upload') as UploadService;
}

interface PermissionService {
  actionProvider: {
    registerMany(
      actions: readonly { section: string; displayName: string; uid: string; pluginName: string }[],
    ): Promise<void>;
  };
  conditionProvider: {
    registerMany(
      conditions: readonly {
        displayName: string;
        name: string;
        plugin: string;
        handler: (user: { id: number }) => Promise<object>;
      }[],
    ): Promise<void>;
  };
}

export function permissionService(strapi: Core.Strapi): PermissionService {
  return strapi.service('admin::permission') as unknown as PermissionService;
}

interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
  create(role: { code: string; name: string; description: string }): Promise<{ id: number }>;
  assignPermissions(id: number, permissions: readonly object[]): Promise<unknown>;
}

export function roleService(strapi: Core.Strapi): RoleService {
  return strapi.service('admin::role') as unknown as RoleService;
}

/** Runs `act` once, when Strapi's admin has started: plugins start before it, and some of its tables are filled by it. */
export function afterAdminStarted(strapi: Core.Strapi, act: () => Promise<void>): void {
  const admin = strapi.get('admin') as { bootstrap: (context: object) => Promise<void> };
  const { bootstrap } = admin;
  admin.bootstrap = async (context) => {
    admin.bootstrap = bootstrap;
    await bootstrap(context);
    await act();
  };
}

interface PermissionChecker {
  sanitizedQuery: { read(query: object): Promise<object>; update(query: object): Promise<object> };
  cannot: { read(entity: object): boolean; update(entity: object): boolean };
}

interface ContentManager {
  service(name: 'permission-checker'): {
    create(request: { userAbility: unknown; model: string }): PermissionChecker;
  };
  service(name: 'populate-builder'): (uid: string) => {
    populateFromQuery(query: object): { build(): Promise<object> };
  };
}

/**
 * Whether an administrator may read or change one document in the content manager, with the conditions of the role: these can be
 * judged by the document alone, and by what they ask of its relations.
 */
export async function may(
  strapi: Core.Strapi,
  action: 'read' | 'update',
  { uid, documentId, ability }: { uid: string; documentId: string; ability: unknown },
): Promise<'yes' | 'no' | 'unknown'> {
  const contentManager = strapi.plugin('content-manager') as unknown as ContentManager;
  const checker = contentManager.service('permission-checker').create({ userAbility: ability, model: uid });
  const query = await checker.sanitizedQuery[action]({});
  const populate = await contentManager.service('populate-builder')(uid).populateFromQuery(query).build();
  const rows = strapi.documents(uid as never) as unknown as { findOne(search: object): Promise<object | null> };
  const entity = await rows.findOne({ documentId, populate });
  if (entity === null) return 'unknown';
  return checker.cannot[action](entity) ? 'no' : 'yes';
}

/** Who is asking, or null for scripts and imports. */
export function currentActor(strapi: Core.Strapi): string | null {
  const user: unknown = strapi.requestContext.get()?.state?.['user'];
  if (typeof user !== 'object' || user === null || !('id' in user)) return null;
  return String(user.id);
}

/** Strategies whose users are administrators; where there is none, somebody is just signing in. */
const OF_ADMINISTRATORS: ReadonlySet<string | undefined> = new Set([undefined, 'admin', 'admin-token']);

interface RequestState {
  readonly user?: Administrator;
  readonly auth?: { readonly strategy?: { readonly name?: string }; readonly credentials?: { readonly id?: unknown } };
}

/**
 * Who is asking, as the audit log names them; null for scripts, imports and whoever is not signed in. Those who come
 * through the public API are named by how they came and by number alone.
 */
export function currentAuditActor(strapi: Core.Strapi): Actor | null {
  const { user, auth } = (strapi.requestContext.get()?.state ?? {}) as RequestState;
  const strategy = auth?.strategy?.name;
  if (OF_ADMINISTRATORS.has(strategy)) {
    return user === undefined || user === null ? null : { id: String(user.id), name: administratorName(user) };
  }
  const id = user?.id ?? auth?.credentials?.id;
  return id === undefined || id === null ? null : { id: `${strategy}:${String(id)}`, name: null };
}

/** The role whose permissions the request sets; null for any other request. */
export function roleOfRequest(strapi: Core.Strapi): string | null {
  const path = strapi.requestContext.get()?.path ?? '';
  return /^\/admin\/roles\/(\d+)\/permissions$/.exec(path)?.[1] ?? null;
}

/** A write of one of Strapi's own tables. */
export interface TableWrite {
  readonly action: string;
  readonly model: { readonly uid: string };
  readonly params: { readonly data?: unknown };
  readonly result?: unknown;
}

/** Tells of every write of these tables, whoever made it. `tell` must not throw. */
export function watchTables(strapi: Core.Strapi, uids: readonly string[], tell: (write: TableWrite) => void): void {
  const actions = ['afterCreate', 'afterUpdate', 'afterDelete', 'afterDeleteMany'];
  const listeners = Object.fromEntries(actions.map((action) => [action, tell]));
  strapi.db.lifecycles.subscribe({ models: [...uids], ...listeners } as never);
}

/** Whether a bearer token is that of a signed-in administrator. */
export async function isAdminToken(strapi: Core.Strapi, token: string): Promise<boolean> {
  const sessions = strapi.sessionManager?.('admin');
  if (!sessions) return false;
  const checked = sessions.validateAccessToken(token);
  return checked.isValid && (await sessions.isSessionActive(checked.payload.sessionId));
}

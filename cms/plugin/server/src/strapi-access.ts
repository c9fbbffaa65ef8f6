import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config.ts';
import type {
  AddressRow,
  AdministratorRow,
  AuditEntryRow,
  CategoryRow,
  ChangeFileRow,
  ChangeRow,
  CorrectionRow,
  CounterRow,
  ImportBatchRow,
  InspectionRow,
  IncidentRow,
  ItemRow,
  OrganRow,
  PreviewRow,
  DraftVersionRow,
  PresenceRow,
  ReceiptRow,
  RegistrationRow,
  ReviewChainRow,
  ReviewDecisionRow,
  ReviewRow,
  SignInAccountRow,
  SignInAttemptRow,
  SignInChallengeRow,
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
  type CORRECTION,
  type COUNTER,
  type IMPORT_BATCH,
  type INSPECTION,
  type INCIDENT,
  type GUIDE,
  type ITEM,
  type ORGAN,
  PLUGIN_ID,
  type POWER,
  type PREVIEW,
  type DRAFT_VERSION,
  type PRESENCE,
  type RECEIPT,
  type REGISTRATION,
  type REVIEW,
  type REVIEW_CHAIN,
  type REVIEW_DECISION,
  type RISK_POINT,
  type SIGN_IN_ACCOUNT,
  type SIGN_IN_ATTEMPT,
  type SIGN_IN_CHALLENGE,
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
  [POWER]: ItemRow;
  [GUIDE]: ItemRow;
  [RISK_POINT]: ItemRow;
  [CATEGORY]: CategoryRow;
  [ORGAN]: OrganRow;
  [CHANGE]: ChangeRow;
  [CHANGE_FILE]: ChangeFileRow;
  [CORRECTION]: CorrectionRow;
  [COUNTER]: CounterRow;
  [REGISTRATION]: RegistrationRow;
  [ADDRESS]: AddressRow;
  [SITE_NODE]: SiteNodeRow;
  [PREVIEW]: PreviewRow;
  [RECEIPT]: ReceiptRow;
  [INCIDENT]: IncidentRow;
  [AUDIT_ENTRY]: AuditEntryRow;
  [REVIEW]: ReviewRow;
  [REVIEW_DECISION]: ReviewDecisionRow;
  [REVIEW_CHAIN]: ReviewChainRow;
  [STAND_IN]: StandInRow;
  [STAFF_MEMBER]: StaffMemberRow;
  [IMPORT_BATCH]: ImportBatchRow;
  [INSPECTION]: InspectionRow;
  [DRAFT_VERSION]: DraftVersionRow;
  [PRESENCE]: PresenceRow;
  'plugin::upload.file': UploadRow;
  [SIGN_IN_ACCOUNT]: SignInAccountRow;
  [SIGN_IN_ATTEMPT]: SignInAttemptRow;
  [SIGN_IN_CHALLENGE]: SignInChallengeRow;
  'admin::user': AdministratorRow;
  'admin::role': { readonly code: string; readonly name: string };
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

/** A file as it came with a request, before the media library takes it. */
export interface IncomingFile {
  readonly filepath: string;
  readonly originalFilename: string;
  readonly mimetype: string;
  readonly size: number;
}

interface UploadService {
  upload(request: {
    data: { fileInfo: { name: string; alternativeText: string | null } };
    files: IncomingFile;
  }): Promise<UploadRow[]>;
  updateFileInfo(id: number, changed: { alternativeText: string }): Promise<unknown>;
}

/**
 * Has every file judged before the media library takes or replaces one, whoever brings it. Strapi knows no middleware for
 * uploads; its service is one object, and what controllers and other plugins call are these two of its methods.
 */
export function guardIncomingFiles(strapi: Core.Strapi, judge: (file: IncomingFile) => Promise<void>): void {
  type Call = (...given: never[]) => Promise<unknown>;
  const service = uploadService(strapi) as unknown as { upload: Call; replace: Call };
  const filesIn = (request: unknown): IncomingFile[] => {
    const { files, file } = request as { files?: IncomingFile | IncomingFile[]; file?: IncomingFile };
    return [files ?? [], file ?? []].flat();
  };
  const guarded = (call: Call): Call => {
    return async (...given) => {
      for (const file of given.flatMap(filesIn)) await judge(file);
      return call(...given);
    };
  };
  Object.assign(service, { upload: guarded(service.upload), replace: guarded(service.replace) });
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

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends through whatever provider Strapi's email plugin has. */
export async function sendMail(strapi: Core.Strapi, letter: Letter): Promise<void> {
  await (strapi.plugin('email').service('email') as unknown as { send(letter: Letter): Promise<unknown> }).send(letter);
}

/** Fields of a content type that permissions name one by one. To a role whose permission names none, the panel shows none. */
export function permittedFields(strapi: Core.Strapi, uid: string): string[] {
  const types = strapi.service('admin::content-type') as unknown as {
    getNestedFields(model: unknown, options: { components: object }): string[];
  };
  return types.getNestedFields(strapi.contentTypes[uid as never], { components: strapi.components });
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

/** Makes the row if there is none that bears the same `unique` value; several at once make one. Columns by their own names. */
export async function ensureRow(
  strapi: Core.Strapi,
  uid: keyof Tables,
  { unique, columns }: { unique: string; columns: Readonly<Record<string, unknown>> },
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await rawTable(strapi, uid).transacting(trx).insert(columns).onConflict(unique).ignore();
  });
}

/** A row, held until the caller's transaction ends: whoever else asks for it waits. In SQLite whole transactions wait. */
export async function heldRow<Uid extends keyof Tables>(
  strapi: Core.Strapi,
  uid: Uid,
  where: Where,
): Promise<Tables[Uid] | null> {
  return strapi.db.transaction(async ({ trx }) => {
    const query = strapi.db
      .queryBuilder(uid as never)
      .select('*' as never)
      .where(where as never)
      .first();
    return (await query.transacting(trx).forUpdate().execute()) as Tables[Uid] | null;
  });
}

interface AuthService {
  checkCredentials(typed: {
    email: string;
    password: string;
  }): Promise<[unknown, AdministratorRow | false, { message: string }?]>;
  validatePassword(password: string, hash: string): Promise<boolean>;
  hashPassword(password: string): Promise<string>;
}

export function authService(strapi: Core.Strapi): AuthService {
  return strapi.service('admin::auth') as unknown as AuthService;
}

interface UserService {
  updateById(id: number, changed: { password: string }): Promise<AdministratorRow>;
  sanitizeUser(user: AdministratorRow): Record<string, unknown>;
}

export function userService(strapi: Core.Strapi): UserService {
  return strapi.service('admin::user') as unknown as UserService;
}

/** Sessions of administrators. */
export function adminSessions(strapi: Core.Strapi) {
  return strapi.sessionManager('admin');
}

interface AdminRoute {
  readonly handler: unknown;
  config?: { middlewares?: unknown[] };
}

/** A route of Strapi's own administration, by its handler; its middlewares may be added to until routes are mounted. */
export function adminRoute(strapi: Core.Strapi, handler: string): AdminRoute {
  const routers = (strapi as unknown as { admin: { routes: Record<string, { routes: AdminRoute[] }> } }).admin.routes;
  const route = Object.values(routers)
    .flatMap(({ routes }) => routes)
    .find((each) => each.handler === handler);
  if (route === undefined) throw new Error(`Cannot guard sign-in: Strapi has no route with the handler "${handler}"`);
  return route;
}

interface PermissionChecker {
  sanitizedQuery: Record<'read' | 'update', (query: object) => Promise<object>>;
  cannot: Record<'read' | 'update', (entity: object | undefined, field?: string) => boolean>;
}

interface ContentManager {
  service(name: 'permission-checker'): {
    create(request: { userAbility: unknown; model: string }): PermissionChecker;
  };
  service(name: 'populate-builder'): (uid: string) => {
    populateFromQuery(query: object): { build(): Promise<object> };
  };
}

interface Asked {
  readonly uid: string;
  readonly documentId: string;
  readonly ability: unknown;
}

/** Whether a role lets its people read a field of a type in the content manager. */
export function readsField(
  strapi: Core.Strapi,
  { uid, field, ability }: { uid: string; field: string; ability: unknown },
): boolean {
  const contentManager = strapi.plugin('content-manager') as unknown as ContentManager;
  const checker = contentManager.service('permission-checker').create({ userAbility: ability, model: uid });
  return !checker.cannot.read(undefined, field);
}

/** Whether a role lets its people do something that is about no single document. */
export function mayDo(ability: unknown, action: string): boolean {
  return (ability as { can(action: string): boolean }).can(action);
}

/**
 * Whether an administrator may read or change one document in the content manager, with the conditions of the role: these
 * can be judged by the document alone, and by what they ask of its relations.
 */
export async function may(
  strapi: Core.Strapi,
  action: 'read' | 'update',
  { uid, documentId, ability }: Asked,
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

/**
 * The instant of the state that a form of the content manager was opened with: forms send back when what they show was
 * last written. Null for everybody else, and for a document that is not the one in the address.
 */
export function editBaseOf(strapi: Core.Strapi, documentId: string): string | null {
  const request = strapi.requestContext.get() as { path?: string; request?: { body?: unknown } } | undefined;
  const [, inAddress] = FORM_ADDRESS.exec(request?.path ?? '') ?? [];
  const body = request?.request?.body;
  if (inAddress !== documentId || typeof body !== 'object' || body === null || !('updatedAt' in body)) return null;
  const at = typeof body.updatedAt === 'string' ? new Date(body.updatedAt) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Of a save, and of a save with publication. */
const FORM_ADDRESS = /^\/content-manager\/collection-types\/[^/]+\/([\w-]+)(?:\/actions\/publish)?$/;

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

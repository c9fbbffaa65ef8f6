import type { Core } from '@strapi/strapi';
import { agreeToAll, staffOf, type Reviewing, type Staff } from './people.ts';

type Data = Readonly<Record<string, unknown>>;

interface Documents {
  create(params: { data: Data; status?: string }): Promise<{ documentId: string }>;
  update(params: { documentId: string; data: Data; status?: string }): Promise<{ documentId: string } | null>;
  publish(params: { documentId: string; data?: Data }): Promise<{ entries: Data[] }>;
  unpublish(params: { documentId: string }): Promise<unknown>;
  delete(params: { documentId: string }): Promise<unknown>;
  discardDraft(params: { documentId: string }): Promise<unknown>;
  clone(params: { documentId: string; data?: Data }): Promise<{ documentId: string; entries: Data[] }>;
  findOne(params: { documentId: string; status?: string; populate?: unknown }): Promise<Data | null>;
  count(params: { status?: string }): Promise<number>;
}

export interface Department {
  readonly items: Documents;
  readonly categories: Documents;
  readonly organs: Documents;
  readonly organ: string;
  readonly section: string;
  readonly category: string;
  /** A draft that may be published, with what the test is about. */
  draft(changes?: Data, type?: string): Promise<string>;
  /** Documents of a type, by its name: `power`. */
  documents(type: string): Documents;
  /** A draft that has been through its review. */
  approved(changes?: Data): Promise<string>;
  published(changes?: Data): Promise<string>;
  /** One person in each post, of the one section. */
  readonly staff: Staff;
  readonly reviews: Reviewing;
  /** Takes a draft through its review. */
  approve(documentId: string): Promise<void>;
  /** Imports a document, as a batch of its own when it is to be published. */
  importDocument(document: Data): Promise<Record<string, unknown>>;
  /** Has a draft approved, and publishes it. */
  publish(documentId: string): Promise<void>;
  service(name: string): Record<string, (...args: unknown[]) => Promise<Record<string, unknown>>>;
  /** Rows of one of the plugin's tables. */
  rows(type: string, where?: Data): Promise<Record<string, unknown>[]>;
}

export const CREDIT_CODE = '11341600MB1D3604X9';

/** As few steps as a chain may have: most tests are about something else. */
const SHORT_CHAIN = {
  name: '简易流程',
  steps: [
    { name: '保密审查', kind: 'confidentiality', role: 'disclosure-confidentiality-reviewer' },
    { name: '主要领导', kind: 'approval', role: 'disclosure-head' },
  ],
};

/** One department with one section and two categories, one below the other. */
export async function createDepartment(
  strapi: Core.Strapi,
  { chain = 'short' }: { chain?: 'short' | 'default' } = {},
): Promise<Department> {
  const documents = (type: string) => strapi.documents(`plugin::disclosure.${type}` as never) as unknown as Documents;
  const [items, categories, organs] = [documents('item'), documents('category'), documents('organ')];
  const organ = (
    await organs.create({ data: { code: 'zjj', kind: 'department', name: '住建局', creditCode: CREDIT_CODE } })
  ).documentId;
  const section = (await organs.create({ data: { code: 'office', kind: 'section', name: '办公室', parent: organ } }))
    .documentId;
  const reviewChain =
    chain === 'short' ? (await documents('review-chain').create({ data: SHORT_CHAIN })).documentId : null;
  const root = (await categories.create({ data: { code: 'statutory', name: '法定主动公开内容', reviewChain } }))
    .documentId;
  const category = (await categories.create({ data: { code: 'plans', name: '规划', parent: root } })).documentId;

  async function draft(changes: Data = {}, type = 'item'): Promise<string> {
    const data = {
      title: '关于印发年度计划的通知',
      body: '<p>正文</p>',
      categories: [category],
      publisher: organ,
      responsible: section,
      subject: 'other',
      genre: 'notice',
      ...changes,
    };
    return (await documents(type).create({ data })).documentId;
  }

  const reviews = strapi.plugin('disclosure').service('reviews') as unknown as Reviewing;
  const staff = await staffOf(strapi, section);

  async function approve(documentId: string): Promise<void> {
    await agreeToAll(reviews, await reviews.submit({ documentId }, staff.officer), staff);
  }

  async function publish(documentId: string): Promise<void> {
    await approve(documentId);
    await items.publish({ documentId });
  }

  const service = (name: string) =>
    strapi.plugin('disclosure').service(name) as never as ReturnType<Department['service']>;

  async function importDocument(document: Data): Promise<Record<string, unknown>> {
    const { importKey, importHash } = document;
    const entries = [{ importKey, importHash }];
    const batch = { name: '测试批次', approvedBy: '局长', basis: '局务会议纪要', entries };
    const approval = document['publish'] === true ? await service('import-batches')['approve']!(batch) : null;
    return service('importer')['importDocument']!(document, approval);
  }

  return {
    importDocument,
    staff,
    reviews,
    approve,
    publish,
    documents,
    items,
    categories,
    organs,
    organ,
    section,
    category,
    draft,
    async approved(changes) {
      const documentId = await draft(changes);
      await approve(documentId);
      return documentId;
    },
    async published(changes) {
      const documentId = await draft(changes);
      await publish(documentId);
      return documentId;
    },
    service,
    rows: (type, where = {}) =>
      strapi.db
        .query(`plugin::disclosure.${type}` as never)
        .findMany({ where, orderBy: { id: 'asc' } } as never) as never,
  };
}

/** What a refused call says: its code, and the paths and codes of what is wrong. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: unknown; problems: string[]; message: string }> {
  try {
    await call;
  } catch (error) {
    const { message, details } = error as Error & {
      details?: { code?: unknown; errors?: { path: string[]; code: string }[] };
    };
    const problems = (details?.errors ?? []).map(({ path, code }) => `${path.join('.')}: ${code}`);
    return { code: details?.code, problems, message };
  }
  throw new Error('Expected a refusal, and the call went through');
}

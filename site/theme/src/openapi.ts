import { addresses, NEWS_FEED_FORMATS, SLUG, type NewsFeedFormat } from 'disclosure-contract';
import { z } from 'zod';
import { NEWS_FEED_TYPES } from './alternates.ts';
import {
  adjustmentsDataSchema,
  categoryDataSchema,
  dataSchemas,
  homeDataSchema,
  itemDataSchema,
  jsonFeedSchema,
  organDataSchema,
  powersDataSchema,
  risksDataSchema,
  searchDataSchema,
  servicesDataSchema,
  suggestionsDataSchema,
  statisticsDataSchema,
  tombstoneDataSchema,
  treeDataSchema,
  yearDataSchema,
} from './data-schemas.ts';
import { licence, organName, siteName, t } from './interface-text.ts';
import { POWER_FILTERS, RISK_FILTERS } from './power-request.ts';
import { QUERY_LENGTH, SEARCH_PARAMETERS } from './search-request.ts';

type JsonObject = Readonly<Record<string, unknown>>;
type Parameters = Readonly<Record<string, z.ZodType>>;

const COMPONENTS = '#/components/schemas/';

/** What programs can ask the site for, as OpenAPI 3.1. Its schemas are those that the answers are made by. */
export function openApi(site: URL): JsonObject {
  return {
    openapi: '3.1.1',
    info: {
      title: t('api.title', { name: siteName }),
      description: t('api.description', { organ: organName }),
      version: '1',
      ...(licence === undefined ? {} : { license: licence }),
    },
    servers: [{ url: site.href.replace(/\/$/, '') }],
    paths: named({ ...PAGES, ...LISTS_OF_POWERS, ...NEWS_FEEDS, ...DUMPS, ...DESCRIPTIONS }),
    components: { schemas: components() },
  };
}

const slug = z.string().regex(SLUG);
const year = z.string().regex(/^\d{4}$/);
const pageNumber = z.string().regex(/^[1-9]\d{0,4}$/);
const search = { q: z.string().max(QUERY_LENGTH), ...SEARCH_PARAMETERS };

const ofSlug = {
  parameters: inPath({ slug }),
  others: {
    301: says('这件信息有了新网址 · The item has a new address'),
    404: nothing(),
    410: json(tombstoneDataSchema, '已经撤下 · Withdrawn'),
  },
};

const ofPage = {
  parameters: inPath({ code: slug, year, page: pageNumber }),
  others: { 302: says('这一年只有一页 · The year has one page, which is at its own address'), 404: nothing() },
};

const PAGES = {
  '/index.json': get('首页 · Home', json(homeDataSchema)),
  '/items/{slug}.json': get('公开事项 · An item', json(itemDataSchema), ofSlug),
  '/powers/{slug}.json': get('权力事项 · A power', json(itemDataSchema), ofSlug),
  '/powers/{slug}.csv': get('权力事项 · A power', content('text/csv', { type: 'string' }), found({ slug })),
  '/powers/guides/{slug}.json': get('办事指南 · A service guide', json(itemDataSchema), ofSlug),
  '/powers/risks/{slug}.json': get('廉政风险点 · A risk point', json(itemDataSchema), ofSlug),
  '/catalogue.json': get('公开目录 · The catalogue', json(treeDataSchema)),
  '/catalogue/{code}.json': get('一类信息 · A category', json(categoryDataSchema), found({ code: slug })),
  '/catalogue/{code}/{year}.json': get(
    '一类信息的某一年，最新的一页 · A year of a category, its newest page',
    json(yearDataSchema),
    found({ code: slug, year }),
  ),
  '/catalogue/{code}/{year}/{page}.json': get(
    '一类信息的某一年，从最早数起的一页 · A year of a category, by pages from its oldest',
    json(yearDataSchema),
    ofPage,
  ),
  '/organs.json': get('机构 · The organs', json(treeDataSchema)),
  '/organs/{code}.json': get('一个机构 · An organ', json(organDataSchema), found({ code: slug })),
  '/services.json': get('办事服务 · Services, A to Z', json(servicesDataSchema)),
  ...list('/statistics/list', '公开统计 · Publication in figures', statisticsDataSchema),
  '/search.json': get('搜索 · A search', json(searchDataSchema), asked(search)),
  [addresses.suggestions()]: get('输入时的建议 · Suggestions while typing', json(suggestionsDataSchema), {
    parameters: inQuery({ q: search.q }),
  }),
};

const LISTS_OF_POWERS = {
  ...list('/powers/list', '权责清单 · The list of powers', powersDataSchema, asked(POWER_FILTERS)),
  ...list('/powers/risks/list', '廉政风险点 · Risk points', risksDataSchema, asked(RISK_FILTERS)),
  ...list('/powers/changes/list', '最近一年的动态调整 · Adjustments of the newest year', adjustmentsDataSchema),
  ...list(
    '/powers/changes/{year}/list',
    '某一年的动态调整 · Adjustments of a year',
    adjustmentsDataSchema,
    found({ year }),
  ),
};

const NEWS_FEEDS: Readonly<Record<string, Path>> = Object.fromEntries(
  NEWS_FEED_FORMATS.flatMap((format): [string, Path][] => [
    [addresses.newsFeed(format), get('订阅全站 · News of the site', feed(format))],
    [
      addresses.categoryFeed('{code}', format),
      get('订阅一类信息 · News of a category', feed(format), found({ code: slug })),
    ],
    [addresses.searchFeed(format), get('订阅一次搜索 · News of a search', feed(format), asked(search))],
  ]),
);

const BUSY = { others: { 503: says('现在读取的人太多 · Too many are reading it at the moment') } };
const DUMPS = {
  [addresses.dump('ndjson')]: get(
    '全部公开信息，每行一件，最后一行是校验值 · Everything, one item in a line, and a checksum in the last',
    content('application/x-ndjson', { type: 'string' }),
    BUSY,
  ),
  [addresses.dump('csv')]: get(
    '全部公开信息，每行一件 · Everything, one item in a row',
    content('text/csv', { type: 'string' }),
    BUSY,
  ),
};

const DESCRIPTIONS = {
  [addresses.dataCatalogue()]: get(
    '数据目录（DCAT） · Catalogue of data sets',
    content('application/ld+json', { type: 'object' }),
  ),
  [addresses.openApi()]: get('接口说明 · This description', content('application/json', { type: 'object' })),
};

/** Programs that are made from the description call an operation by a name: here by its address, `catalogueCodeJson`. */
function named(paths: Readonly<Record<string, Path>>): Readonly<Record<string, Path>> {
  const nameOf = (path: string) =>
    path
      .split(/\W+/)
      .filter((word) => word !== '')
      .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
      .join('');
  return Object.fromEntries(
    Object.entries(paths).map(([path, { get: operation }]) => [
      path,
      { get: { operationId: nameOf(path), ...operation } },
    ]),
  );
}

interface Path {
  readonly get: JsonObject;
}

interface Answers {
  readonly parameters?: readonly JsonObject[];
  /** Answers that are not what was asked for, by status. */
  readonly others?: Readonly<Record<number, JsonObject>>;
}

function get(summary: string, answer: JsonObject, { parameters = [], others = {} }: Answers = {}): Path {
  const unchanged = says('没有变化 · Not changed since the ETag that was sent');
  return { get: { summary, parameters, responses: { 200: answer, 304: unchanged, ...others } } };
}

/** A list as data and as a table. */
function list(path: string, summary: string, schema: z.ZodType, answers: Answers = {}): Readonly<Record<string, Path>> {
  return {
    [`${path}.json`]: get(summary, json(schema), answers),
    [`${path}.csv`]: get(summary, content('text/csv', { type: 'string' }), answers),
  };
}

function feed(format: NewsFeedFormat): JsonObject {
  const schema = format === 'json' ? referenceTo(jsonFeedSchema) : { type: 'string' };
  return content(NEWS_FEED_TYPES[format], schema);
}

/** What is there, or not, at addresses with these parts. */
function found(parts: Parameters): Answers {
  return { parameters: inPath(parts), others: { 404: nothing() } };
}

/** What can be asked for by these parameters, and refused. */
function asked(parameters: Parameters): Answers {
  return { parameters: inQuery(parameters), others: { 400: says('条件没有看懂 · A parameter cannot be understood') } };
}

function inPath(parts: Parameters): JsonObject[] {
  return Object.entries(parts).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(schema),
  }));
}

function inQuery(parameters: Parameters): JsonObject[] {
  return Object.entries(parameters).map(([name, schema]) => ({ name, in: 'query', schema: schemaOf(schema) }));
}

function json(schema: z.ZodType, description = '数据 · Data'): JsonObject {
  return content('application/json', referenceTo(schema), description);
}

function content(mediaType: string, schema: JsonObject, description = '数据 · Data'): JsonObject {
  return { description, content: { [mediaType]: { schema } } };
}

function says(description: string): JsonObject {
  return { description };
}

function nothing(): JsonObject {
  return says('没有 · There is none');
}

function referenceTo(schema: z.ZodType): JsonObject {
  return { $ref: `${COMPONENTS}${dataSchemas.get(schema)?.id ?? ''}` };
}

/** As it is written in an address. */
function schemaOf(schema: z.ZodType): JsonObject {
  const { $schema: _, ...written } = z.toJSONSchema(schema, { io: 'input' });
  return written;
}

function components(): JsonObject {
  const { schemas } = z.toJSONSchema(dataSchemas, { uri: (id) => `${COMPONENTS}${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}

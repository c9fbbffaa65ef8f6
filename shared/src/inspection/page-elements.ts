import type { Label } from '../vocabulary.ts';
import type { PageKind } from './inspected-site.ts';

/** A tag that the head of a page has to have (国办发〔2017〕47号 附件). */
export interface RequiredTag {
  readonly name: string;
  readonly level: Label;
  readonly on: readonly PageKind[];
  readonly form?: { readonly pattern: RegExp; readonly name: Label };
}

const SITE = { zh: '站点', en: 'site' };
const COLUMN = { zh: '栏目', en: 'column' };
const ARTICLE = { zh: '内容页', en: 'article' };

export const REQUIRED_TAGS: readonly RequiredTag[] = [
  { name: 'SiteName', level: SITE, on: ['home', 'column', 'article', 'other'] },
  { name: 'SiteDomain', level: SITE, on: ['home', 'column', 'article', 'other'] },
  {
    name: 'SiteIDCode',
    level: SITE,
    on: ['home', 'column', 'article', 'other'],
    form: {
      pattern: /^(?:\d{10}|bm\d{8})$/,
      name: { zh: '十位数字，或 bm 加八位数字', en: 'ten digits, or “bm” and eight digits' },
    },
  },
  { name: 'ColumnName', level: COLUMN, on: ['column', 'article'] },
  { name: 'ColumnDescription', level: COLUMN, on: ['column', 'article'] },
  { name: 'ColumnKeywords', level: COLUMN, on: ['column', 'article'] },
  { name: 'ColumnType', level: COLUMN, on: ['column', 'article'] },
  { name: 'ArticleTitle', level: ARTICLE, on: ['article'] },
  {
    name: 'PubDate',
    level: ARTICLE,
    on: ['article'],
    form: {
      pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
      name: { zh: '“年-月-日 时:分”', en: '“YYYY-MM-DD HH:mm”' },
    },
  },
  { name: 'ContentSource', level: ARTICLE, on: ['article'] },
];

/** Something that a footer has to say, or to lead to. */
export interface FooterElement {
  readonly name: Label;
  /** Found in what the footer says. */
  readonly says?: RegExp;
  /** Found in where its links lead. */
  readonly leadsTo?: RegExp;
}

/** Mandatory set of a footer: 国办发〔2017〕47号. Each is found by either pattern. */
export const FOOTER_ELEMENTS: readonly FooterElement[] = [
  { name: { zh: '主办单位', en: 'the organ that publishes it (主办单位)' }, says: /主办(?:单位)?|Published by/ },
  {
    name: { zh: '网站标识码', en: 'the site code (网站标识码)' },
    says: /(?:标识码|Site code)\s*[：:]?\s*(?:\d{10}|bm\d{8})(?!\d)/,
  },
  { name: { zh: 'ICP备案号', en: 'the ICP record (ICP备案号)' }, says: /[\u4e00-\u9fa5]ICP备\d{8,10}号/ },
  { name: { zh: '公安备案号', en: 'the police record (公安备案号)' }, says: /[\u4e00-\u9fa5]公网安备\s?\d{14}号?/ },
  { name: { zh: '联系方式', en: 'how to reach those who keep the site' }, says: /电话|邮箱|联系方式|Telephone|@/ },
  {
    name: { zh: '党政机关网站标识', en: 'the mark of government websites (党政机关网站标识)' },
    leadsTo: /^(?:https?:)?\/\/bszs\.conac\.cn\//,
  },
  { name: { zh: '网站地图', en: 'a site map' }, says: /网站地图|Site map/ },
  {
    name: { zh: '“我为政府网站找错”入口', en: 'the entry for reporting mistakes (我为政府网站找错)' },
    says: /找错|Report a mistake/,
  },
];

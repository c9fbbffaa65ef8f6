/** What the lines above and beside a document's title say, by the words that pages put before it. */
export type HeadField =
  | 'title'
  | 'published'
  | 'source'
  | 'publisher'
  | 'docNo'
  | 'written'
  | 'effective'
  | 'repealed'
  | 'keywords'
  | 'indexNo'
  | 'ornament';

const LABELS: Readonly<Record<HeadField, readonly string[]>> = {
  title: ['名称', '标题', '信息名称', '文件名称'],
  published: ['发布时间', '发布日期', '发文日期', '日期', '公开日期'],
  source: ['来源', '信息来源', '稿源', '文章来源', '稿件来源'],
  publisher: ['发布机构', '发文机关', '发文单位', '发布单位', '制发机关', '公开主体', '发文机构'],
  docNo: ['文号', '发文字号', '文件编号', '发文文号'],
  written: ['成文日期', '生成日期', '成文时间', '制发日期'],
  effective: ['生效日期', '实施日期', '施行日期', '生效时间'],
  repealed: ['废止日期', '失效日期', '废止时间', '失效时间'],
  keywords: ['关键词', '主题词', '关键字'],
  indexNo: ['索引号', '信息索引号'],
  ornament: [
    '字体',
    '字号',
    '字体大小',
    '浏览次数',
    '浏览量',
    '浏览',
    '阅读次数',
    '阅读',
    '点击数',
    '点击量',
    '访问次数',
    '作者',
    '编辑',
    '责任编辑',
    '分享',
    '分享到',
    '打印',
    '关闭',
    '有效性',
    '主题分类',
    '体裁分类',
    '组配分类',
    '信息分类',
    '公开方式',
    '公开范围',
    '公开形式',
    '内容概述',
    '信息格式',
    '语种',
    '收藏',
  ],
};

const FIELD_OF = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field as HeadField] as const)),
);
const WORDS = [...FIELD_OF.keys()].sort((a, b) => b.length - a.length).join('|');
const PAIR = new RegExp(`(?:^|[\\s\\u3000|｜【\\[（(])(${WORDS})\\s*[:：]`, 'g');
const ORNAMENT_LINE =
  /^[\s\u3000|｜【】[\]（）()]*(?:(?:打印|关闭|收藏|分享|大|中|小|默认|本页|窗口|此页|文章|朗读|扫一扫)[\s\u3000|｜【】[\]（）()]*)+$/;

export interface LabelledValue {
  readonly field: HeadField;
  readonly label: string;
  readonly value: string;
}

/** The labelled values of a line such as `发布时间:2013-02-28 00:00 来源:某局 字体:[ ]`; empty when it is no such line. */
export function readLabels(line: string): LabelledValue[] {
  const found = [...line.matchAll(PAIR)];
  const first = found[0];
  if (!first || line.slice(0, first.index).trim() !== '') return [];
  return found.flatMap((match, index) => {
    const label = match[1] ?? '';
    const field = FIELD_OF.get(label);
    const end = found[index + 1]?.index ?? line.length;
    const value = line
      .slice(match.index + match[0].length, end)
      .replace(/[\s\u3000|｜【】]+$/, '')
      .trim();
    return field ? [{ field, label, value }] : [];
  });
}

/** 打印 关闭 and the like, without a value. */
export function isOrnament(line: string): boolean {
  return ORNAMENT_LINE.test(line);
}

/** 您现在所在的位置: 首页 > … */
export function isBreadcrumb(line: string): boolean {
  return /^(?:您?现?在?的?(?:所在|当前)的?位置|您现在的位置|您的位置|当前位置|位置)(?:是)?\s*[:：]/.test(line);
}

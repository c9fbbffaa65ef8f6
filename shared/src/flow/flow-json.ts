import type { z } from 'zod';
import { DisclosureError } from '../errors.ts';
import { flowSchema, type Flow } from './model.ts';

const LONGEST = 2 * 1024 * 1024;
const MOST_TOLD = 5;

/** A flow as a JSON document that people can read. */
export function jsonOf(flow: Flow): string {
  return `${JSON.stringify(flowSchema.parse(flow), null, 2)}\n`;
}

/**
 * The flow of a JSON document, with what may be left out filled in.
 *
 * @throws DisclosureError `flow_unreadable`, with where it is wrong and what is expected there
 */
export function flowOfJson(text: string): Flow {
  if (text.length > LONGEST) throw unreadable('文件太大，不可能是一个流程。请检查是否选错了文件。');
  let value: unknown;
  try {
    // A file that was saved by an editor of texts may begin with a mark of its encoding.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw unreadable(`文件不是完整的 JSON${placeOf(cause, text)}。请检查括号、引号和逗号，或者重新导出。`, cause);
  }
  const parsed = flowSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const told = issues.slice(0, MOST_TOLD).map((issue) => `${pathOf(issue.path)}：${wordsOf(issue)}`);
  const more = issues.length > MOST_TOLD ? `；另有 ${issues.length - MOST_TOLD} 处` : '';
  throw unreadable(`文件不是一个流程。${told.join('；')}${more}。请改正后再导入。`);
}

function unreadable(message: string, cause?: unknown): DisclosureError {
  return new DisclosureError('flow_unreadable', message, {}, cause === undefined ? undefined : { cause });
}

/** Where JSON breaks off, if the engine tells: engines differ in what they tell. */
function placeOf(cause: unknown, text: string): string {
  const at = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
  if (at === undefined) return '';
  const before = text.slice(0, Number(at)).split('\n');
  return `（第 ${before.length} 行第 ${(before.at(-1) ?? '').length + 1} 个字符附近）`;
}

const PLACES: Readonly<Record<string, string>> = {
  nodes: '个节点',
  edges: '条连线',
  materials: '项材料',
  outputs: '项成果',
  bases: '条依据',
  rights: '项权利',
  risks: '个风险点',
  roles: '个环节',
  exemptions: '个依法不经的环节',
};

/** 第 3 个节点，limit，amount: lists by what is in them, fields as the file names them. */
function pathOf(path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  for (const [at, key] of path.entries())
    if (typeof key === 'number') parts[parts.length - 1] = `第 ${key + 1} ${PLACES[String(path[at - 1])] ?? '项'}`;
    else parts.push(String(key));
  return parts.length === 0 ? '整个文件' : parts.join('，');
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或者 false',
  array: '列表 [ ]',
  object: '对象 { }',
};

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? '缺少这一项'
        : `应当是${TYPES[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.join('、')}`;
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`;
    case 'too_big':
      return `不能超过 ${issue.maximum}${issue.origin === 'string' ? ' 个字' : ''}`;
    case 'too_small':
      return issue.origin === 'string' ? '不能为空' : `不能小于 ${issue.minimum}`;
    case 'invalid_format':
      return '编号以字母开头，只含字母、数字、“-”和“_”，最长 64 位';
    case 'custom':
      return issue.message;
    default:
      return '不符合要求';
  }
}

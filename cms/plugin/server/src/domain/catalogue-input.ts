import {
  applicationWaySchema,
  isCreditCode,
  leaderSchema,
  organAliasSchema,
  SLUG,
  venueSchema,
} from 'disclosure-contract';
import type { z } from 'zod';
import { oneLine } from './plain-text.ts';
import { CATEGORY_DEFAULTS } from './category-defaults.ts';
import { readMarked, readSomeCodes, type Reading } from './lists.ts';
import type { Written } from './item-input.ts';
import type { Problem } from './problem.ts';

/**
 * What was written into a category or an organ, as it is stored, and everything that is wrong with it. `stored` is the
 * entry as it is, empty for a new one.
 */
export function readCatalogueInput(
  written: Written,
  stored: Written = {},
): { data: Record<string, unknown>; problems: Problem[] } {
  const data: Record<string, unknown> = { ...written };
  const problems: Problem[] = [];
  const take = (name: string, reading: Reading<unknown>): void => {
    if (reading.kind === 'read') data[name] = reading.value;
    else problems.push(reading.problem);
  };

  if ('code' in written) take('code', readCode(written['code']));
  if ('contentElements' in written) take('contentElements', readMarked('contentElements', written['contentElements']));
  if ('channels' in written) take('channels', readMarked('channels', written['channels'], 'CHANNELS'));
  if ('targetAudiences' in written) {
    take('targetAudiences', readSomeCodes('targetAudiences', written['targetAudiences'], 'TARGET_AUDIENCES'));
  }
  if ('targetAudiences' in written || 'targetGroup' in written) {
    take('targetGroup', readTargetGroup({ ...CATEGORY_DEFAULTS, ...stored, ...data }));
  }
  if ('levels' in written) take('levels', readSomeCodes('levels', written['levels'], 'LEVELS'));
  if ('creditCode' in written) take('creditCode', readCreditCode(written['creditCode']));
  if ('aliases' in written) take('aliases', readAliases(written['aliases']));
  for (const [name, list] of Object.entries(ORGAN_LISTS)) {
    if (name in written) take(name, readOrganList(name, written[name], list));
  }
  return { data, problems };
}

const MOST_ROWS = 100;

/** Lists of an organ, what one row of each has to say, and how that is told. */
const ORGAN_LISTS = {
  leaders: { schema: leaderSchema, needs: '领导要填姓名和职务' },
  venues: { schema: venueSchema, needs: '查阅场所要填名称、地址和开放时间' },
  applicationWays: { schema: applicationWaySchema, needs: '申请方式要填方式和地址（号码、邮箱）' },
} as const satisfies Record<string, OrganList>;

interface OrganList {
  readonly schema: z.ZodType;
  readonly needs: string;
}

/** What is saved of an organ is public at once, so each row is complete. */
function readOrganList(path: string, written: unknown, { schema, needs }: OrganList): Reading<unknown> {
  const parsed = schema.array().max(MOST_ROWS).safeParse(withoutGaps(written));
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const at = parsed.error.issues[0]?.path[0];
  const where = typeof at === 'number' ? `第 ${at + 1} 行：` : '';
  const message = `${where}${needs}，每一格不要太长，最多 ${MOST_ROWS} 行。请核对。`;
  return { kind: 'wrong', problem: { path, code: 'field_invalid', message } };
}

/** The form gives null for a cell in which nothing was written. */
function withoutGaps(written: unknown): unknown {
  if (!Array.isArray(written)) return written ?? [];
  return written.map((row: unknown) =>
    typeof row === 'object' && row !== null
      ? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
      : row,
  );
}

function readCode(written: unknown): Reading<string> {
  if (typeof written === 'string' && SLUG.test(written) && written.length <= 80)
    return { kind: 'read', value: written };
  const message =
    '代码只能用小写英文字母、数字和单个连字符，例如“policy-law”。代码会成为网址的一部分，保存后不能修改。';
  return { kind: 'wrong', problem: { path: 'code', code: 'code_invalid', message } };
}

/** 特定群体 says nothing until it is said which, and 全社会 has no group. */
function readTargetGroup({ targetAudiences, targetGroup }: Written): Reading<string | null> {
  const isSpecific = Array.isArray(targetAudiences) && targetAudiences.includes('specific');
  const group = typeof targetGroup === 'string' ? oneLine(targetGroup) : '';
  if (isSpecific === (group !== '')) return { kind: 'read', value: isSpecific ? group : null };
  const message = isSpecific
    ? '公开对象选了“特定群体”，请写明是哪些人，例如“征收范围内的被征收人”。'
    : '公开对象没有选“特定群体”，这里应当留空；只向一部分人公开的，请先选“特定群体”。';
  return { kind: 'wrong', problem: { path: 'targetGroup', code: 'field_invalid', message } };
}

function readCreditCode(written: unknown): Reading<string | null> {
  if (typeof written !== 'string' || written.trim() === '') return { kind: 'read', value: null };
  const code = written.trim().toUpperCase();
  if (isCreditCode(code)) return { kind: 'read', value: code };
  const message =
    '统一社会信用代码应为 18 位，且校验码正确。请对照登记证书重新填写；没有就留空，将使用上级机构的代码。';
  return { kind: 'wrong', problem: { path: 'creditCode', code: 'field_invalid', message } };
}

function readAliases(written: unknown): Reading<unknown> {
  const parsed = organAliasSchema.array().safeParse(written ?? []);
  const reversed = parsed.data?.find(({ from, until }) => from !== null && until !== null && from > until);
  if (parsed.success && reversed === undefined)
    return { kind: 'read', value: parsed.data.map((alias) => ({ ...alias, name: oneLine(alias.name) })) };
  const message =
    reversed === undefined
      ? '每个曾用名都要填名称；日期写成“2010-06-01”的形式，不详的留空。'
      : `曾用名“${reversed.name}”的启用日期 ${reversed.from} 晚于停用日期 ${reversed.until}，请核对。`;
  return { kind: 'wrong', problem: { path: 'aliases', code: 'field_invalid', message } };
}

import { parseArgs } from 'node:util';
import { readFreshnessLimits, type FreshnessLimits } from '../../shared/src/inspection/index.ts';
import { Refusal } from '../demo/refusal.mjs';

export type Language = 'zh' | 'en';

export interface InspectOptions {
  /** Origin of the site. */
  readonly site: string;
  readonly json: boolean;
  /** Links that lead away are tried as well. */
  readonly outside: boolean;
  /** Addresses of the site that are asked for at most. */
  readonly addresses: number;
  readonly limits: FreshnessLimits;
  readonly language: Language;
}

const DEFAULT_ADDRESSES = 5000;
const MOST_ADDRESSES = 200_000;

export const USAGE = `用法：npm run inspect -- --site 网址 [选项]

  --site 网址          要巡检的站点，如 https://www.example.gov.cn
  --outside            也检查指向站外的链接（较慢，需要能访问外网）
  --addresses 数量     最多查看站内多少个地址；不写时 ${DEFAULT_ADDRESSES}
  --freshness 期限     栏目更新期限，如 xinwen-dongtai=7d,guihua-jihua=6m,annual-reports=yearly:01-31,guide=none
  --json               以 JSON 输出
  --lang zh|en         说明用的语言；不写时看环境变量 LC_ALL 和 LANG

每处一行，以制表符分隔：轻重、地址、规则、期限、问题、怎么办；最后一行是小结
退出码：0 没有单项否决，1 有单项否决，2 网站读不了`;

export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): InspectOptions {
  const values = parse(args);
  if (values.site === undefined) {
    throw new Refusal(`请写要巡检的站点的网址\n\n${USAGE}`, 'Cannot inspect: name a site with --site');
  }
  return {
    site: siteUrl(values.site),
    json: values.json,
    outside: values.outside,
    addresses: numberIn(values.addresses),
    limits: limitsIn(values.freshness),
    language: languageIn(values.lang ?? languageOf(env)),
  };
}

/** Without a slash at the end. */
function siteUrl(written: string): string {
  const url = URL.parse(written);
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new Refusal(
    `--site 应是站点的网址，如 https://www.example.gov.cn，现在是“${written}”`,
    `--site must be the address of a site, such as https://www.example.gov.cn: found "${written}"`,
  );
}

function numberIn(written: string | undefined): number {
  const value = written === undefined ? DEFAULT_ADDRESSES : Number(written);
  if (Number.isInteger(value) && value >= 1 && value <= MOST_ADDRESSES) return value;
  throw new Refusal(
    `--addresses 应是 1 到 ${MOST_ADDRESSES} 的整数，现在是“${written}”`,
    `--addresses must be a whole number from 1 to ${MOST_ADDRESSES}: found "${written}"`,
  );
}

function limitsIn(written = ''): FreshnessLimits {
  const limits = readFreshnessLimits(written);
  if (limits !== null) return limits;
  throw new Refusal(
    `--freshness 应像“xinwen-dongtai=7d,guihua-jihua=6m,annual-reports=yearly:01-31,guide=none”，现在是“${written}”`,
    `--freshness must look like "xinwen-dongtai=7d,guihua-jihua=6m,guide=none": found "${written}"`,
  );
}

function languageIn(written: string): Language {
  if (written === 'zh' || written === 'en') return written;
  throw new Refusal(`--lang 应是 zh 或 en，现在是“${written}”`, `--lang must be zh or en: found "${written}"`);
}

/** Chinese unless the environment asks for English. */
function languageOf(env: NodeJS.ProcessEnv): Language {
  return (env['LC_ALL'] || env['LANG'] || '').startsWith('en') ? 'en' : 'zh';
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        site: { type: 'string' },
        addresses: { type: 'string' },
        freshness: { type: 'string' },
        json: { type: 'boolean', default: false },
        outside: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`命令写法不对：${reason}\n\n${USAGE}`, `Cannot inspect: ${reason}`);
  }
}

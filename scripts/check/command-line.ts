import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '../../shared/src/checks/index.ts';
import { Refusal } from '../demo/refusal.mjs';

export type Language = 'zh' | 'en';

export interface CheckOptions {
  readonly paths: readonly string[];
  /** Address of a site that is checked as a whole; null where files are. */
  readonly site: string | null;
  /** Findings that weigh less are not shown. */
  readonly severity: Severity;
  readonly language: Language;
}

export const USAGE = `用法：npm run check -- 路径… [选项]
      npm run check -- --site 网址 [选项]

  路径                 .txt、.md、.html、.htm、.docx、.xlsx、.pptx、.pdf、.ofd、.csv 文件，或者含有这些文件的文件夹
  --site 网址          一个站点公开的全部内容：事项及其附件、栏目、机构、首页
  --severity 轻重      只列出不轻于它的：error（错误）、warning（警告）、advice（建议）；不写时全部列出
  --lang zh|en         说明用的语言；不写时看环境变量 LC_ALL 和 LANG

每处一行，以制表符分隔：轻重、文件或网址:行:列、规则、原文 → 建议、说明
退出码：0 没有错误，1 有错误，2 有文件或网页读不了`;

/** Paths are relative to `folder`: npm runs a script in the project whatever folder the person is in. */
export function readCommandLine(args: readonly string[], folder: string, env: NodeJS.ProcessEnv): CheckOptions {
  const { values, positionals } = parse(args);
  const site = values.site === undefined ? null : siteUrl(values.site);
  if ((positionals.length === 0) === (site === null)) {
    throw new Refusal(
      `请写要检查的文件或文件夹，或者一个站点的网址\n\n${USAGE}`,
      'Cannot check: name files and folders, or a site',
    );
  }
  return {
    paths: positionals.map((path) => resolve(folder, path)),
    site,
    severity: oneOf('severity', values.severity ?? 'advice', SEVERITIES),
    language: oneOf('lang', values.lang ?? languageOf(env), ['zh', 'en']),
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

/** Chinese unless the environment asks for English. */
function languageOf(env: NodeJS.ProcessEnv): Language {
  return (env['LC_ALL'] || env['LANG'] || '').startsWith('en') ? 'en' : 'zh';
}

function oneOf<Value extends string>(option: string, written: string, values: readonly Value[]): Value {
  const value = values.find((each) => each === written);
  if (value !== undefined) return value;
  throw new Refusal(
    `--${option} 应是 ${values.join('、')} 之一，现在是“${written}”`,
    `--${option} must be one of ${values.join(', ')}: found "${written}"`,
  );
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { site: { type: 'string' }, severity: { type: 'string' }, lang: { type: 'string' } },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`命令写法不对：${reason}\n\n${USAGE}`, `Cannot check: ${reason}`);
  }
}

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '../../shared/src/checks/index.ts';
import { Refusal } from '../demo/refusal.mjs';

export type Language = 'zh' | 'en';

export interface CheckOptions {
  readonly paths: readonly string[];
  /** Findings that weigh less are not shown. */
  readonly severity: Severity;
  readonly language: Language;
}

export const USAGE = `用法：npm run check -- 路径… [选项]

  路径                 .txt、.md、.html、.htm 文件，或者含有这些文件的文件夹
  --severity 轻重      只列出不轻于它的：error（错误）、warning（警告）、advice（建议）；不写时全部列出
  --lang zh|en         说明用的语言；不写时看环境变量 LC_ALL 和 LANG

每处一行，以制表符分隔：轻重、文件:行:列、规则、原文 → 建议、说明
退出码：0 没有错误，1 有错误，2 有路径读不了`;

/** Paths are relative to `folder`: npm runs a script in the project whatever folder the person is in. */
export function readCommandLine(args: readonly string[], folder: string, env: NodeJS.ProcessEnv): CheckOptions {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) {
    throw new Refusal(`没有写要检查的文件或文件夹\n\n${USAGE}`, 'Cannot check: name at least one file or folder');
  }
  return {
    paths: positionals.map((path) => resolve(folder, path)),
    severity: oneOf('severity', values.severity ?? 'advice', SEVERITIES),
    language: oneOf('lang', values.lang ?? languageOf(env), ['zh', 'en']),
  };
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
      options: { severity: { type: 'string' }, lang: { type: 'string' } },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`命令写法不对：${reason}\n\n${USAGE}`, `Cannot check: ${reason}`);
  }
}

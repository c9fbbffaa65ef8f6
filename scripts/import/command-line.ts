import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Subject, SUBJECTS, subjectSchema } from '../../shared/src/index.ts';
import { Refusal } from '../demo/refusal.mjs';

export interface ImportOptions {
  readonly paths: readonly string[];
  readonly isDryRun: boolean;
  readonly category: string | null;
  readonly publisher: string | null;
  readonly responsible: string | null;
  readonly subject: Subject;
  /** Where the report goes as JSON. */
  readonly jsonPath: string | null;
}

/** That of the departments the demo stands for. */
const USUAL_SUBJECT: Subject = 'urban_rural_environment';

const subjectList = Object.entries(SUBJECTS)
  .map(([code, { zh }]) => `    ${code}  ${zh}`)
  .join('\n');

export const USAGE = `用法：npm run import -- 路径… --category 栏目代码 [选项]

  路径                 .txt、.md、.html、.htm、.docx 文件，或者含有这些文件的文件夹
  --category 代码      公开目录中最末一级的栏目；只检查时可以不写
  --publisher 代码     发布机构；不写时按文中的机构名称，认不出的归本部门
  --responsible 代码   责任科室；不写时用栏目的责任科室
  --subject 代码       主题分类；不写时为 ${USUAL_SUBJECT}
  --dry-run            只检查，不写入
  --json 文件          另存一份 JSON 报告

主题分类的代码：
${subjectList}`;

/** Paths are relative to `folder`: npm runs a script in the project whatever folder the person is in. */
export function readCommandLine(args: readonly string[], folder: string): ImportOptions {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) {
    throw new Refusal(`没有写要导入的文件或文件夹\n\n${USAGE}`, 'Cannot import: name at least one file or folder');
  }
  return {
    paths: positionals.map((path) => resolve(folder, path)),
    isDryRun: values['dry-run'] ?? false,
    category: values.category ?? null,
    publisher: values.publisher ?? null,
    responsible: values.responsible ?? null,
    subject: readSubject(values.subject ?? USUAL_SUBJECT),
    jsonPath: values.json === undefined ? null : resolve(folder, values.json),
  };
}

function readSubject(written: string): Subject {
  const { data } = subjectSchema.safeParse(written);
  if (data !== undefined) return data;
  throw new Refusal(
    `--subject 的“${written}”不是主题分类的代码，可用的有：\n${subjectList}`,
    `Cannot import: --subject "${written}" is no code of a subject, use one of those listed above`,
  );
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        category: { type: 'string' },
        publisher: { type: 'string' },
        responsible: { type: 'string' },
        subject: { type: 'string' },
        json: { type: 'string' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`命令写法不对：${reason}\n\n${USAGE}`, `Cannot import: ${reason}`);
  }
}

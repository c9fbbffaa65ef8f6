import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Subject, SUBJECTS, subjectSchema } from '../../shared/src/index.ts';
import { Refusal } from '../demo/refusal.mjs';

/** Who approved that the documents become public, and on what it rests. */
export interface BatchApproval {
  /** What the batch is called on record. */
  readonly name: string;
  /** Name and post. */
  readonly approvedBy: string;
  /** Minutes, a document number. */
  readonly basis: string;
}

/** What becomes of the documents. */
export type Destination =
  | {
      readonly kind: 'check';
      /** Options that a publication would need besides. */ readonly missing: readonly string[];
    }
  | { readonly kind: 'drafts' }
  | { readonly kind: 'publication'; readonly approval: BatchApproval };

export interface ImportOptions {
  readonly paths: readonly string[];
  readonly destination: Destination;
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

export const USAGE = `用法：npm run import -- 路径… --category 栏目代码 --batch 名称 --approved-by 姓名职务 --basis 依据 [选项]
      npm run import -- 路径… --category 栏目代码 --draft [选项]
      npm run import -- 路径… --dry-run [选项]

  路径                 .txt、.md、.html、.htm、.docx 文件，或者含有这些文件的文件夹
  --category 代码      公开目录中最末一级的栏目；只检查时可以不写
  --batch 名称         批次名称，如“2020 年以前的规范性文件”；整批记入审计日志
  --approved-by 姓名职务  谁批准公开这一批次
  --basis 依据         批准的依据，如会议纪要或公文的文号
  --draft              只导入为草稿，不公开，不需要批准；以后在后台逐条送审
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
    destination: readDestination(values),
    category: values.category ?? null,
    publisher: values.publisher ?? null,
    responsible: values.responsible ?? null,
    subject: readSubject(values.subject ?? USUAL_SUBJECT),
    jsonPath: values.json === undefined ? null : resolve(folder, values.json),
  };
}

interface WrittenDestination {
  readonly 'dry-run'?: boolean | undefined;
  readonly draft?: boolean | undefined;
  readonly batch?: string | undefined;
  readonly 'approved-by'?: string | undefined;
  readonly basis?: string | undefined;
}

/** What publishing an import needs: it was approved as a whole, by somebody, on record. */
const APPROVAL_OPTIONS = ['--batch 名称', '--approved-by 姓名职务', '--basis 依据'] as const;

function readDestination(values: WrittenDestination): Destination {
  const { batch: name = '', 'approved-by': approvedBy = '', basis = '' } = values;
  const written = [name, approvedBy, basis].map((value) => value.trim());
  const missing = APPROVAL_OPTIONS.filter((_option, at) => written[at] === '');
  if (values['dry-run']) return { kind: 'check', missing: values.draft ? [] : missing };
  if (values.draft) {
    if (missing.length === APPROVAL_OPTIONS.length) return { kind: 'drafts' };
    throw new Refusal(
      '--draft 只导入草稿，不需要 --batch、--approved-by、--basis：要公开请去掉 --draft',
      'Cannot import: --draft publishes nothing and takes no approval, leave out one or the other',
    );
  }
  if (missing.length === 0) return { kind: 'publication', approval: { name, approvedBy, basis } };
  throw new Refusal(
    `导入并公开，要先有整批的批准，还缺 ${missing.join('、')}。什么都没有写入。\n只导入草稿、以后在后台送审，请改用 --draft\n\n${USAGE}`,
    `Cannot import: to publish, an approval of the whole batch is needed, add ${missing.map(optionName).join(', ')}; or import drafts with --draft`,
  );
}

function optionName(option: string): string {
  return option.split(' ')[0] ?? option;
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
        draft: { type: 'boolean' },
        batch: { type: 'string' },
        'approved-by': { type: 'string' },
        basis: { type: 'string' },
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

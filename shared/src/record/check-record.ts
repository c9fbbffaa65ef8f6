import { checkFlow } from '../flow/check-flow.ts';
import type { Label } from '../vocabulary.ts';
import { CATCH_ALL_MATERIALS, type Guide } from './guide.ts';
import { BASIS_RANKS, CODE_SCHEMES, isPowerCode, type CodeSchemeName, type NamedFlow, type Power } from './power.ts';
import type { ItemRecord } from './record.ts';

/** What is wrong with a record, and how much it weighs: an `error` keeps the item from being published. */
export const ITEM_RECORD_PROBLEMS = {
  bases_disordered: 'error',
  bases_missing: 'error',
  catch_all_material: 'error',
  code_unlike_scheme: 'error',
  duties_missing: 'error',
  fees_without_basis: 'error',
  flow_invalid: 'error',
  flow_missing: 'error',
  flow_name_repeated: 'error',
  material_file_missing: 'error',
  principal_missing: 'error',
  supervision_phone_missing: 'error',
} as const satisfies Record<string, 'error' | 'warning'>;
export type ItemRecordProblemCode = keyof typeof ITEM_RECORD_PROBLEMS;

export interface ItemRecordProblem {
  readonly code: ItemRecordProblemCode;
  /** Field of the record, and the place in its list: `materials.2`. */
  readonly path: string;
  readonly message: Label;
}

export interface ItemRecordContext {
  readonly codeScheme: CodeSchemeName;
  /** Names of the files that are attached to the item. */
  readonly fileNames: ReadonlySet<string>;
}

/** Everything that keeps a record of the right shape from being published, in the order of its form. */
export function checkItemRecord(record: ItemRecord, context: ItemRecordContext): ItemRecordProblem[] {
  switch (record.type) {
    case 'power':
      return powerProblems(record, context);
    case 'guide':
      return guideProblems(record, context);
    case 'risk_point':
      return [];
  }
}

function powerProblems(power: Power, { codeScheme }: ItemRecordContext): ItemRecordProblem[] {
  const problems: ItemRecordProblem[] = [];
  const add = (code: ItemRecordProblemCode, path: string, zh: string, en: string) =>
    problems.push({ code, path, message: { zh, en } });

  if (!isPowerCode(power.code, codeScheme)) {
    const { name, example } = CODE_SCHEMES[codeScheme];
    add(
      'code_unlike_scheme',
      'code',
      `权力编码“${power.code}”不合编码规则（${name.zh}），应像“${example}”。`,
      `The code “${power.code}” does not follow the scheme (${name.en}); it should look like “${example}”.`,
    );
  }
  // A public service needs no power that a law would have to give.
  if (power.bases.length === 0 && power.kind !== 'public_service') {
    add(
      'bases_missing',
      'bases',
      '请填写设定依据：没有依据的权力不能行使。',
      'Name the legal basis: no power without one.',
    );
  }
  const ranks = Object.keys(BASIS_RANKS);
  const disordered = power.bases.findIndex(
    ({ rank }, at) => at > 0 && ranks.indexOf(rank) < ranks.indexOf(power.bases[at - 1]?.rank ?? rank),
  );
  if (disordered !== -1) {
    add(
      'bases_disordered',
      `bases.${disordered}`,
      `第 ${disordered + 1} 条依据比上一条的效力层级高，请从高到低排列。`,
      `Basis ${disordered + 1} ranks above the one before it: put the highest first.`,
    );
  }
  if (power.organNature === 'entrusted' && power.principal === null) {
    add('principal_missing', 'principal', '受委托组织要写明委托机关。', 'Name the organ that entrusted the power.');
  }
  if (power.duties.length === 0) {
    add('duties_missing', 'duties', '请按环节填写责任事项。', 'Write the duties, stage by stage.');
  }
  if (power.fees?.charged === true && (power.fees.basis === '' || power.fees.standard === '')) {
    add(
      'fees_without_basis',
      'fees',
      '收费要写明依据和标准；没有依据的不得收费。',
      'A fee needs its basis and its standard; without a basis nothing may be charged.',
    );
  }
  if (power.supervisionPhone === null) {
    add(
      'supervision_phone_missing',
      'supervisionPhone',
      '请填写监督电话（办公电话）。',
      'Give the office telephone for complaints.',
    );
  }
  return [...problems, ...flowsProblems(power)];
}

function flowsProblems({ flows, kind, promisedLimit, statutoryLimit }: Power): ItemRecordProblem[] {
  if (!flows.some(({ flow }) => flow.scope === 'external')) {
    const message = {
      zh: '请绘制对外的运行流程图；有几种程序的，每种一幅。',
      en: 'Draw the flow for the public, one for each variant of the procedure.',
    };
    return [{ code: 'flow_missing', path: 'flows', message }];
  }
  return flows.flatMap(({ name, flow }, at) => {
    const path = `flows.${at}`;
    const found = checkFlow(flow, { kind, promised: promisedLimit, statutory: statutoryLimit });
    return [
      ...(isNameRepeated(flows, at) ? [nameRepeated(name, path)] : []),
      ...found
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => ({
          code: 'flow_invalid' as const,
          path,
          message: { zh: `流程“${name}”：${message.zh}`, en: `Flow “${name}”: ${message.en}` },
        })),
    ];
  });
}

function isNameRepeated(flows: readonly NamedFlow[], at: number): boolean {
  return flows.findIndex(({ name }) => name === flows[at]?.name) < at;
}

function nameRepeated(name: string, path: string): ItemRecordProblem {
  const message = { zh: `有两幅流程图都叫“${name}”，请改名。`, en: `Two flows are called “${name}”: rename one.` };
  return { code: 'flow_name_repeated', path, message };
}

function guideProblems({ materials }: Guide, { fileNames }: ItemRecordContext): ItemRecordProblem[] {
  return materials.flatMap(({ name, blankFile, sampleFile }, at) => {
    const path = `materials.${at}`;
    const missing = [blankFile, sampleFile].filter((file) => file !== '' && !fileNames.has(file));
    const problems: ItemRecordProblem[] = missing.map((file) => ({
      code: 'material_file_missing',
      path,
      message: {
        zh: `材料“${name}”的文件“${file}”不在附件中，请上传或改正文件名。`,
        en: `The file “${file}” of the material “${name}” is not attached: upload it or correct its name.`,
      },
    }));
    if (CATCH_ALL_MATERIALS.test(name)) {
      problems.push({
        code: 'catch_all_material',
        path,
        message: {
          zh: `“${name}”没有说清要什么，请写明具体材料，或者删去。`,
          en: `“${name}” does not say what is wanted: name the very material, or leave it out.`,
        },
      });
    }
    return problems;
  });
}

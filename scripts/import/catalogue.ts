import { Refusal } from '../demo/refusal.mjs';
import type { ImportOptions } from './command-line.ts';
import type { Placement } from './import-request.ts';

/** What an import has to know of the CMS's catalogue and organs. */
export interface Catalogue {
  readonly leaves: readonly { readonly code: string; readonly name: string; readonly responsible: string | null }[];
  readonly organs: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
    readonly otherNames: readonly string[];
  }[];
}

/** Decides once, from the options, where the items of a run go. */
export function placementFor(
  catalogue: Catalogue,
  options: Pick<ImportOptions, 'category' | 'publisher' | 'responsible'>,
): (publisherName: string | null) => Placement {
  const category = catalogue.leaves.find(({ code }) => code === options.category);
  if (!category) throw refuseCategory(catalogue, options.category);
  const department = catalogue.organs.find(({ kind }) => kind === 'department') ?? catalogue.organs[0];
  if (!department) {
    throw new Refusal(
      '后台还没有机构，请先在“机构”中建立本部门',
      'Cannot import: the CMS holds no organ, create the department first',
    );
  }
  const publisher = options.publisher === null ? null : organOf(catalogue, '--publisher', options.publisher);
  const responsible = options.responsible === null ? null : organOf(catalogue, '--responsible', options.responsible);
  return (publisherName) => ({
    category: category.code,
    publisher: publisher ?? codeOfName(catalogue, publisherName) ?? department.code,
    responsible: responsible ?? category.responsible ?? department.code,
  });
}

function refuseCategory(catalogue: Catalogue, written: string | null): Refusal {
  const list = catalogue.leaves.map(({ code, name }) => `  ${code}  ${name}`).join('\n');
  const [zh, en] =
    written === null
      ? ['请用 --category 写明栏目', 'name the category with --category']
      : [`“${written}”不是最末一级的栏目`, `"${written}" is no category without categories below it`];
  return new Refusal(`${zh}，可用的有：\n${list}`, `Cannot import: ${en}, one of those listed above`);
}

function organOf(catalogue: Catalogue, option: string, written: string): string {
  const organ = catalogue.organs.find(({ code }) => code === written);
  if (organ) return organ.code;
  const list = catalogue.organs.map(({ code, name }) => `  ${code}  ${name}`).join('\n');
  throw new Refusal(
    `${option} 的“${written}”不是机构代码，可用的有：\n${list}`,
    `Cannot import: ${option} "${written}" is no organ, use one of those listed above`,
  );
}

function codeOfName(catalogue: Catalogue, name: string | null): string | null {
  return catalogue.organs.find((organ) => organ.name === name || organ.otherNames.includes(name ?? ''))?.code ?? null;
}

import { Refusal } from '../demo/refusal.mjs';
import type { ImportOptions } from './command-line.ts';
import type { PlacedDocument } from './import-request.ts';

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

export type PlacementOptions = Pick<
  ImportOptions,
  'category' | 'publisher' | 'responsible' | 'subject' | 'destination'
>;

/** Stands in for a category in a dry run that names none: nothing is stored under it. */
const NO_CATEGORY: Catalogue['leaves'][number] = { code: '', name: '', responsible: null };

/** Decides once, from the options, where the items of a run go. Only a dry run does without a category. */
export function placementFor(
  catalogue: Catalogue,
  options: PlacementOptions,
): (publisherName: string | null) => PlacedDocument {
  const goesWithout = options.destination.kind === 'check' && options.category === null;
  const category = goesWithout ? NO_CATEGORY : catalogue.leaves.find(({ code }) => code === options.category);
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
  return (publisherName) => {
    const named = organNamed(catalogue, publisherName);
    const used = publisher ?? named ?? department;
    const isOther = publisherName !== null && used !== named;
    return {
      category: category.code,
      publisher: used.code,
      responsible: responsible?.code ?? category.responsible ?? department.code,
      subject: options.subject,
      notes: isOther ? [`文中的制发机关“${publisherName}”与所用的发布机构“${used.name}”不同`] : [],
    };
  };
}

/** What a dry run went without and an import cannot, as a sentence for each; `catalogue` is null without a CMS. */
export function missingOptions(catalogue: Catalogue | null, options: PlacementOptions): string[] {
  const missing = catalogue === null ? ['后台：先运行一次 npm run demo'] : [];
  if (options.category !== null) return missing;
  // The hash of a document covers its category, so that without one nothing can be found unchanged.
  const leaves = catalogue === null ? '' : `；不写时，导入过的文件都算作更新。可用的有：\n${listOf(catalogue.leaves)}`;
  return [...missing, `--category 栏目代码${leaves}`];
}

function listOf(entries: readonly { readonly code: string; readonly name: string }[]): string {
  return entries.map(({ code, name }) => `  ${code}  ${name}`).join('\n');
}

function refuseCategory(catalogue: Catalogue, written: string | null): Refusal {
  const [zh, en] =
    written === null
      ? ['请用 --category 写明栏目', 'name the category with --category']
      : [`“${written}”不是最末一级的栏目`, `"${written}" is no category without categories below it`];
  return new Refusal(
    `${zh}，可用的有：\n${listOf(catalogue.leaves)}`,
    `Cannot import: ${en}, one of those listed above`,
  );
}

function organOf(catalogue: Catalogue, option: string, written: string): Catalogue['organs'][number] {
  const organ = catalogue.organs.find(({ code }) => code === written);
  if (organ) return organ;
  throw new Refusal(
    `${option} 的“${written}”不是机构代码，可用的有：\n${listOf(catalogue.organs)}`,
    `Cannot import: ${option} "${written}" is no organ, use one of those listed above`,
  );
}

function organNamed(catalogue: Catalogue, name: string | null): Catalogue['organs'][number] | null {
  return catalogue.organs.find((organ) => organ.name === name || organ.otherNames.includes(name ?? '')) ?? null;
}

import { isAnnualReportTitle, type CategoryPurpose, type IsoDate } from 'disclosure-contract';
import type { Problem } from './problem.ts';

/** What has to be known of a draft to say whether it may be published. */
export interface PublishableDraft {
  readonly title: string;
  readonly categories: readonly {
    readonly name: string;
    readonly isLeaf: boolean;
    readonly purpose: CategoryPurpose | null;
  }[];
  readonly publisher: { readonly name: string } | null;
  /** Credit code of the publisher, or of the nearest organ above it that has one. */
  readonly indexPrefix: string | null;
  readonly hasResponsible: boolean;
  readonly subject: string | null;
  readonly genre: string | null;
  /** Null where the record says it: a power may have no words beside it. */
  readonly bodyText: string | null;
  readonly attachmentCount: number;
  readonly abstract: string | null;
  readonly writtenOn: IsoDate | null;
  readonly effectiveOn: IsoDate | null;
  readonly repealedOn: IsoDate | null;
}

/** Everything that keeps a draft from being published, all at once, in the order of the form. */
export function findProblems(draft: PublishableDraft, today: IsoDate): Problem[] {
  return [
    ...titleAndFilingProblems(draft),
    ...responsibilityProblems(draft),
    ...contentProblems(draft),
    ...dateProblems(draft, today),
  ];
}

function titleAndFilingProblems(draft: PublishableDraft): Problem[] {
  const problems: Problem[] = [];
  if (draft.title === '') {
    problems.push({ path: 'title', code: 'title_missing', message: '请填写标题，使用文件或信息的全称。' });
  }
  if (draft.categories.length === 0) {
    problems.push({ path: 'categories', code: 'category_missing', message: '请至少选择一个公开目录栏目。' });
  }
  for (const category of draft.categories.filter((each) => !each.isLeaf)) {
    const message = `“${category.name}”下还有子栏目，请改选其中最末一级的栏目。`;
    problems.push({ path: 'categories', code: 'category_not_leaf', message });
  }
  for (const { name } of draft.categories.filter(({ purpose }) => purpose === 'annual_reports')) {
    if (draft.title === '' || isAnnualReportTitle(draft.title)) continue;
    const message = `栏目“${name}”只收政府信息公开工作年度报告，标题应写明年份，例如“某某局2025年政府信息公开工作年度报告”。其他材料请改选别的栏目。`;
    problems.push({ path: 'categories', code: 'category_annual_reports_only', message });
  }
  if (draft.subject === null) {
    problems.push({ path: 'subject', code: 'subject_missing', message: '请选择主题分类；没有合适的，选“其他”。' });
  }
  if (draft.genre === null) {
    problems.push({ path: 'genre', code: 'genre_missing', message: '请选择体裁；不是公文的，选“其他”。' });
  }
  return problems;
}

function responsibilityProblems(draft: PublishableDraft): Problem[] {
  const problems: Problem[] = [];
  if (draft.publisher === null) {
    problems.push({ path: 'publisher', code: 'publisher_missing', message: '请选择发布机构。' });
  } else if (draft.indexPrefix === null) {
    const message = `“${draft.publisher.name}”及其上级机构都没有统一社会信用代码，无法编制索引号。请先在“机构”中补填。`;
    problems.push({ path: 'publisher', code: 'publisher_credit_code_missing', message });
  }
  if (!draft.hasResponsible) {
    problems.push({ path: 'responsible', code: 'responsible_missing', message: '请选择责任科室。' });
  }
  return problems;
}

function contentProblems(draft: PublishableDraft): Problem[] {
  const problems: Problem[] = [];
  if (draft.bodyText === '' && draft.attachmentCount === 0) {
    problems.push({ path: 'body', code: 'content_missing', message: '请填写正文，或者至少上传一个附件。' });
  }
  if (draft.abstract !== null && draft.abstract !== '' && draft.abstract === draft.title) {
    const message = '内容概述与标题相同。请用一两句话概括内容，或者留空。';
    problems.push({ path: 'abstract', code: 'abstract_repeats_title', message });
  }
  return problems;
}

function dateProblems({ writtenOn, effectiveOn, repealedOn }: PublishableDraft, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  if (writtenOn !== null && writtenOn > today) {
    const message = `成文日期 ${writtenOn} 晚于今天（${today}），请核对。`;
    problems.push({ path: 'writtenOn', code: 'written_in_future', message });
  }
  if (writtenOn !== null && effectiveOn !== null && effectiveOn < writtenOn) {
    const message = `实施日期 ${effectiveOn} 早于成文日期 ${writtenOn}，请核对。`;
    problems.push({ path: 'effectiveOn', code: 'effective_before_written', message });
  }
  if (effectiveOn !== null && repealedOn !== null && repealedOn < effectiveOn) {
    const message = `废止日期 ${repealedOn} 早于实施日期 ${effectiveOn}，请核对。`;
    problems.push({ path: 'repealedOn', code: 'repealed_before_effective', message });
  } else if (writtenOn !== null && repealedOn !== null && repealedOn < writtenOn) {
    const message = `废止日期 ${repealedOn} 早于成文日期 ${writtenOn}，请核对。`;
    problems.push({ path: 'repealedOn', code: 'repealed_before_written', message });
  }
  return problems;
}

import type { Label } from '../vocabulary.ts';
import type { InspectionSeverity } from './finding.ts';
import { checkList, guidelines, ownNorm, platformNotice, type Norm } from './norm.ts';

/** A rule of the inspection. Words in braces are filled in. */
export interface InspectionRule {
  readonly severity: InspectionSeverity;
  readonly norm: Norm;
  readonly wrong: Label;
  readonly remedy: Label;
}

const publishSomething = {
  zh: '到期前在该栏目发布应公开的信息',
  en: 'Publish what is due in this column before that day',
};

/** Every rule of the inspection. A code is public: add, deprecate, never rename. */
export const INSPECTION_RULES = {
  home_stale: {
    severity: 'veto',
    norm: checkList('单项否决“首页不更新”（两周）'),
    wrong: {
      zh: '首页最近一次更新是 {newest}，已超过 {days} 天没有更新',
      en: 'The home page was last updated on {newest}, more than {days} days ago',
    },
    remedy: { zh: '今天发布应公开的信息', en: 'Publish something that is due today' },
  },
  home_due: {
    severity: 'notice',
    norm: checkList('单项否决“首页不更新”（两周）'),
    wrong: {
      zh: '首页最近一次更新是 {newest}，{left} 天后即属“首页不更新”',
      en: 'The home page was last updated on {newest} and breaches in {left} days',
    },
    remedy: { zh: '到期前发布应公开的信息', en: 'Publish something that is due before that day' },
  },
  news_columns_stale: {
    severity: 'veto',
    norm: checkList('单项否决“栏目不更新”（动态要闻两周，通知公告、政策文件六个月，累计 5 个）'),
    wrong: {
      zh: '动态要闻、通知公告、政策文件类栏目有 {count} 个超期未更新，累计达到 {limit} 个即否决：{columns}',
      en: '{count} columns of news, notices and policy documents are out of date; {limit} are a veto: {columns}',
    },
    remedy: { zh: '先更新这些栏目', en: 'Update these columns first' },
  },
  columns_stale: {
    severity: 'veto',
    norm: checkList('单项否决“栏目不更新”（应更新栏目，累计 10 个）'),
    wrong: {
      zh: '应更新的栏目有 {count} 个超期未更新，累计达到 {limit} 个即否决：{columns}',
      en: '{count} columns that should be updated are out of date; {limit} are a veto: {columns}',
    },
    remedy: {
      zh: '更新这些栏目，或者合并、撤销不再需要的栏目',
      en: 'Update these columns, or merge those no longer needed',
    },
  },
  columns_empty: {
    severity: 'veto',
    norm: checkList('单项否决“栏目不更新”（空白栏目，累计 5 个）'),
    wrong: {
      zh: '空白栏目有 {count} 个，累计达到 {limit} 个即否决：{columns}',
      en: '{count} columns are empty; {limit} are a veto: {columns}',
    },
    remedy: { zh: '填入应公开的信息，或者撤销这些栏目', en: 'Fill these columns or remove them' },
  },
  column_stale: {
    severity: 'deduction',
    norm: checkList('信息发布、解读回应的更新要求'),
    wrong: {
      zh: '栏目“{column}”（{kind}）最近一次更新是 {newest}，应{limit}',
      en: 'Column “{column}” ({kind}) was last updated on {newest}; it should be updated {limit}',
    },
    remedy: { zh: '在该栏目发布应公开的信息', en: 'Publish what is due in this column' },
  },
  column_due: {
    severity: 'notice',
    norm: checkList('信息发布、解读回应的更新要求'),
    wrong: {
      zh: '栏目“{column}”（{kind}）{left} 天后超期：最近一次更新是 {newest}，应{limit}',
      en: 'Column “{column}” ({kind}) breaches in {left} days: last updated on {newest}, it should be updated {limit}',
    },
    remedy: publishSomething,
  },
  column_empty: {
    severity: 'deduction',
    norm: checkList('空白栏目'),
    wrong: { zh: '栏目“{column}”是空白栏目', en: 'Column “{column}” is empty' },
    remedy: { zh: '填入应公开的信息，或者撤销该栏目', en: 'Fill the column or remove it' },
  },
  tag_missing: {
    severity: 'deduction',
    norm: guidelines('附件《网页标签》'),
    wrong: {
      zh: '网页缺少{level}标签 {tag}{more}',
      en: 'The page lacks the tag {tag} ({level}){more}',
    },
    remedy: {
      zh: '在网页 head 中写出该标签，内容不能为空',
      en: 'Write the tag into the head of the page, with a value',
    },
  },
  tag_malformed: {
    severity: 'deduction',
    norm: guidelines('附件《网页标签》'),
    wrong: {
      zh: '标签 {tag} 的内容“{value}”不合要求，应为{form}{more}',
      en: 'The tag {tag} says “{value}”; it should be {form}{more}',
    },
    remedy: { zh: '按要求的格式写出该标签', en: 'Write the tag in the required form' },
  },
  tag_unlike_page: {
    severity: 'deduction',
    norm: ownNorm('标签与页面所见一致'),
    wrong: {
      zh: '标签 {tag} 写的是“{value}”，页面上看到的是“{shown}”{more}',
      en: 'The tag {tag} says “{value}”, the page shows “{shown}”{more}',
    },
    remedy: { zh: '使标签与页面内容一致', en: 'Let tag and page say the same' },
  },
  footer_missing: {
    severity: 'deduction',
    norm: guidelines('“网站标识”；国办秘函〔2019〕19号“网站标识”'),
    wrong: { zh: '页脚没有{element}{more}', en: 'The footer lacks {element}{more}' },
    remedy: {
      zh: '在网站设置中填写，使每一页的页脚都有',
      en: 'Set it in the options of the site, so that every page has it',
    },
  },
  link_dead_home: {
    severity: 'deduction',
    norm: checkList('“首页不能访问的链接”'),
    wrong: { zh: '首页的链接 {href} 打不开（{status}）', en: 'The link {href} of the home page is dead ({status})' },
    remedy: { zh: '改正或删去该链接', en: 'Correct or remove the link' },
  },
  link_dead_inside: {
    severity: 'deduction',
    norm: checkList('“其他页面不能访问的链接”'),
    wrong: {
      zh: '站内链接 {href} 打不开（{status}）{more}',
      en: 'The link {href} inside the site is dead ({status}){more}',
    },
    remedy: { zh: '改正或删去该链接', en: 'Correct or remove the link' },
  },
  link_dead_outside: {
    severity: 'deduction',
    norm: checkList('“其他页面不能访问的链接”'),
    wrong: { zh: '站外链接 {href} 打不开（{status}）{more}', en: 'The outside link {href} is dead ({status}){more}' },
    remedy: {
      zh: '核对对方网址，改正或删去该链接；域名换了主人的必须删去',
      en: 'Check the address, correct or remove the link; remove it if the domain has another owner',
    },
  },
  guide_key_element_missing: {
    severity: 'veto',
    norm: checkList('单项否决“服务不实用”（办事指南重点要素类别缺失）'),
    wrong: {
      zh: '办事指南“{guide}”缺少重点要素：{elements}',
      en: 'The service guide “{guide}” lacks key elements: {elements}',
    },
    remedy: { zh: '补齐后经审核重新发布', en: 'Add them and publish the guide again' },
  },
  guide_element_missing: {
    severity: 'deduction',
    norm: checkList('“办事指南”要素'),
    wrong: { zh: '办事指南“{guide}”缺少：{elements}', en: 'The service guide “{guide}” lacks: {elements}' },
    remedy: { zh: '补齐后经审核重新发布', en: 'Add them and publish the guide again' },
  },
  date_in_future: {
    severity: 'veto',
    norm: checkList('单项否决“弄虚作假”（伪造发稿日期）'),
    wrong: {
      zh: '“{title}”的发布日期 {date} 在将来',
      en: '“{title}” bears a date of publication in the future: {date}',
    },
    remedy: {
      zh: '查明日期来历，撤下后按真实日期重新发布',
      en: 'Find out where the date comes from, withdraw the item and publish it under the true date',
    },
  },
  date_unlike_record: {
    severity: 'veto',
    norm: checkList('单项否决“弄虚作假”（伪造发稿日期）'),
    wrong: {
      zh: '“{title}”显示的发布日期 {date} 与公开记录不符，记录为 {recorded}',
      en: '“{title}” shows {date} as its date of publication, the record says {recorded}',
    },
    remedy: {
      zh: '查明日期来历；公开记录由系统生成，以记录为准',
      en: 'Find out where the date comes from; the record is made by the system and counts',
    },
  },
  date_before_writing: {
    severity: 'deduction',
    norm: ownNorm('公开不能早于成文'),
    wrong: {
      zh: '“{title}”公开于 {date}，早于成文日期 {recorded}',
      en: '“{title}” was published on {date}, before it was written on {recorded}',
    },
    remedy: { zh: '核对成文日期和原公开日期', en: 'Check the day of writing and the original date' },
  },
  annual_report_foreign: {
    severity: 'deduction',
    norm: platformNotice('政府信息公开年报栏目只放年度报告'),
    wrong: {
      zh: '年报栏目中的“{title}”不是政府信息公开工作年度报告',
      en: '“{title}” in the column of annual reports is none',
    },
    remedy: { zh: '改到它所属的栏目', en: 'Move it to the column where it belongs' },
  },
} as const satisfies Record<string, InspectionRule>;
export type InspectionRuleName = keyof typeof INSPECTION_RULES;

/** So many columns of a sort are a veto. */
export const VETO_COUNTS = { news_columns_stale: 5, columns_stale: 10, columns_empty: 5 } as const;

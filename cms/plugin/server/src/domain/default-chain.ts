import type { ReviewStep } from 'disclosure-contract';
import { ROLES } from './roles.ts';

/** 信息员 → 科室负责人 → 保密审查 → 分管领导 → 主要领导: what a department starts with. */
export const DEFAULT_CHAIN: {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly ReviewStep[];
} = {
  name: '默认审核流程',
  description: '信息员送审后，依次由科室负责人、保密审查员、分管领导、主要领导审核，全部同意后才能发布。',
  steps: [
    { name: '科室负责人', kind: 'check', role: ROLES.sectionHead.code, ownSection: true, days: 2 },
    { name: '保密审查', kind: 'confidentiality', role: ROLES.confidentialityReviewer.code, ownSection: false, days: 2 },
    { name: '分管领导', kind: 'approval', role: ROLES.deputyHead.code, ownSection: false, days: 2 },
    { name: '主要领导', kind: 'approval', role: ROLES.head.code, ownSection: false, days: 3 },
  ],
};

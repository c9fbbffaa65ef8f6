/**
 * Who takes part in disclosure: codes and names of the roles that the plugin makes at its first start, and the step of the
 * default review chain that each answers for. posts.test.ts holds them against the plugin.
 */
export const POSTS = {
  officer: { code: 'disclosure-officer', role: '信息员', step: null },
  sectionHead: { code: 'disclosure-section-head', role: '科室负责人', step: '科室负责人' },
  confidentialityReviewer: { code: 'disclosure-confidentiality-reviewer', role: '保密审查员', step: '保密审查' },
  deputyHead: { code: 'disclosure-deputy-head', role: '分管领导', step: '分管领导' },
  head: { code: 'disclosure-head', role: '主要领导', step: '主要领导' },
  office: { code: 'disclosure-office', role: '政务公开办管理员', step: null },
} as const;

/** Strapi's own role that sets everything up. */
export const SUPER_ADMIN = { code: 'strapi-super-admin', role: 'Super Admin' } as const;

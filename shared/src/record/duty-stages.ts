import type { PowerKind } from '../flow/power-kinds.ts';

/**
 * 责任事项: the stages that duties are listed by, for each kind of power. They are a proposal to begin with, as lists of
 * powers and duties (权责清单, 中办发〔2015〕21号) print them; a department may write others. Each rests on the law that orders
 * the procedure of its kind, as it stood on the day given.
 */
export const DUTY_STAGES: Readonly<Record<PowerKind, readonly string[]>> = {
  // 行政许可法 (2019-04-23), Art. 29–44 and 60–69.
  license: ['受理', '审查', '决定', '送达', '事后监管', '其他'],
  // 行政处罚法 (2021-07-15), Art. 54–74.
  penalty: ['立案', '调查取证', '审查', '告知', '决定', '送达', '执行', '其他'],
  // 行政强制法 (2012-01-01), Art. 16–28 for measures, Art. 34–38 for enforcement.
  coercion: ['审批', '告知', '决定', '送达', '实施', '解除或处理', '其他'],
  // 行政事业性收费 are levied by what the list of fees says; 行政强制法 Art. 45 where they are not paid.
  levy: ['公示', '核定', '决定', '送达', '征收', '事后监管', '其他'],
  // 社会救助暂行办法 (2019-03-02), Art. 9–13: the procedure that most payments follow.
  payment: ['受理', '审核', '公示', '决定', '给付', '事后监管', '其他'],
  // 国办发〔2015〕58号 (双随机、一公开): who is inspected is drawn by lot, and the result is public.
  inspection: ['制定计划', '实施检查', '结果处理', '结果公开', '其他'],
  // No law orders all confirmations; as the licences they resemble.
  confirmation: ['受理', '审查', '决定', '送达', '事后监管', '其他'],
  // 评比达标表彰活动管理办法 (2018): plan, nomination, examination, public notice.
  reward: ['制定方案', '组织推荐', '审核', '公示', '决定', '表彰奖励', '其他'],
  // 中办发〔2018〕75号 (行政裁决制度): both sides are heard, and a settlement is tried first.
  adjudication: ['受理', '审理', '调解', '裁决', '送达', '执行', '其他'],
  other: ['受理', '审查', '决定', '送达', '事后监管', '其他'],
  public_service: ['受理', '办理', '反馈', '其他'],
};

import type { Guide, Item, Power, RiskPoint } from 'disclosure-contract';
import type { Flow } from 'disclosure-contract/flow';
import { sampleFlow } from './sample-flow.ts';
import { sampleItem } from './sample-feed.ts';

/** Items of the three types are counted apart from others, so that no number or address meets one of theirs. */
const FIRST = { power: 1000, guide: 2000, risk_point: 3000 } as const;

/** A licence with everything that a power may say. */
export function samplePowerRecord(given: Partial<Power> = {}): Power {
  return {
    type: 'power',
    code: 'XK-0001',
    kind: 'license',
    subItems: [{ name: '商品房预售许可（变更）', code: 'XK-0001-1' }],
    bases: [
      {
        rank: 'law',
        name: '中华人民共和国城市房地产管理法',
        docNo: '',
        article: '第四十五条',
        text: '商品房预售，应当符合规定的条件，并办理预售登记，取得商品房预售许可证明。',
        effectiveVersion: '2019年8月26日第三次修正',
      },
      {
        rank: 'normative_document',
        name: '本市商品房预售管理办法',
        docNo: '建房〔2024〕2号',
        article: '第六条',
        text: '',
        effectiveVersion: '',
      },
    ],
    organNature: 'statutory',
    principal: null,
    level: 'city',
    duties: [
      { stage: '受理', text: '公示应当提交的材料，一次性告知补正材料，依法受理或者不予受理（不予受理的，说明理由）。' },
      { stage: '审查', text: '对提交的材料进行审查，必要时派两名以上工作人员实地核查。' },
      { stage: '决定', text: '作出准予或者不予许可的书面决定，不予许可的，说明理由并告知救济途径。' },
      { stage: '送达', text: '制发许可证件，在规定期限内送达并公开。' },
    ],
    liabilities: ['对符合法定条件的申请不予受理的。', '对不符合法定条件的申请人准予许可的。'],
    liabilityBases: ['《中华人民共和国行政许可法》第七十二条、第七十四条'],
    statutoryLimit: { amount: 20, unit: 'working_days' },
    promisedLimit: { amount: 10, unit: 'working_days' },
    limitNote: '自受理之日起计算，实地核查的时间不计入。',
    fees: { charged: false, basis: '', standard: '' },
    supervisionPhone: '0558-5550001',
    flows: [{ name: '一般程序', flow: licenceFlow() }],
    adjustments: [
      { kind: 'added', on: '2024-03-01', basis: '市政府关于公布权责清单的通知', note: '' },
      {
        kind: 'changed',
        on: '2026-02-10',
        basis: '城市房地产管理法修正',
        note: '承诺时限由 15 个工作日改为 10 个工作日',
      },
    ],
    related: [],
    ...given,
  };
}

/** From application to delivery, with a return, a parallel examination and a refusal. */
export function licenceFlow(): Flow {
  return sampleFlow(
    {
      start: 'start',
      apply: {
        kind: 'step',
        title: '提出申请',
        roles: ['application'],
        actor: { section: '申请人', post: '' },
        materials: ['商品房预售许可申请表', '土地使用权证书', '工程规划许可证'],
      },
      complete: { kind: 'decision', title: '材料是否齐全' },
      correct: {
        kind: 'step',
        title: '一次性告知补正',
        roles: ['correction'],
        limit: { amount: 5, unit: 'calendar_days', countsTowardsTotal: false },
        outputs: ['补正通知书'],
      },
      accept: {
        kind: 'step',
        title: '受理',
        roles: ['acceptance'],
        limit: { amount: 1, unit: 'working_days', countsTowardsTotal: true },
        outputs: ['受理通知书'],
        bases: ['行政许可法第三十二条'],
      },
      reject: { kind: 'step', title: '不予受理', roles: ['rejection'], outputs: ['不予受理通知书'] },
      split: 'split',
      papers: {
        kind: 'step',
        title: '书面审查',
        roles: ['review'],
        limit: { amount: 5, unit: 'working_days', countsTowardsTotal: true },
        risks: [{ text: '降低标准通过审查', level: 'high', post: '审批科科长' }],
      },
      visit: {
        kind: 'step',
        title: '实地核查',
        roles: ['review'],
        limit: { amount: 3, unit: 'working_days', countsTowardsTotal: true },
      },
      join: 'join',
      decide: {
        kind: 'decision',
        title: '是否准予许可',
        roles: ['decision'],
        actor: { section: '分管领导', post: '分管局长' },
        limit: { amount: 2, unit: 'working_days', countsTowardsTotal: true },
      },
      grant: { kind: 'document', title: '制发预售许可证', roles: ['service'], outputs: ['商品房预售许可证'] },
      refuse: {
        kind: 'document',
        title: '不予许可决定',
        roles: ['refusal'],
        rights: [
          { kind: 'reconsideration', note: '六十日内' },
          { kind: 'litigation', note: '六个月内' },
        ],
      },
      end: 'end',
    },
    [
      'start>apply',
      'apply>complete',
      'complete>accept 材料齐全',
      'complete>correct 材料不齐',
      'complete>reject 不属于本机关职权',
      'apply<correct',
      'accept>split',
      'split>papers',
      'split>visit',
      'papers>join',
      'visit>join',
      'join>decide',
      'decide>grant 符合条件',
      'decide>refuse 不符合条件',
      'grant>end',
      'refuse>end',
      'reject>end',
    ],
  );
}

export function sampleGuideRecord(given: Partial<Guide> = {}): Guide {
  return {
    type: 'guide',
    power: `item-${FIRST.power + 1}`,
    targets: ['enterprise'],
    handling: 'promised',
    handlingForms: ['counter', 'online'],
    onlineDepth: 'acceptance',
    onlineAddress: 'https://zwfw.example.gov.cn/yushou',
    place: '市民中心二楼 12 号窗口',
    hours: '周一至周五 9:00—17:00',
    visits: 1,
    quota: null,
    conditions: ['已交付全部土地使用权出让金，取得土地使用权证书。', '持有建设工程规划许可证。'],
    materials: [
      {
        name: '商品房预售许可申请表',
        source: '申请人自备',
        copies: 2,
        form: 'both',
        necessity: 'required',
        blankFile: '申请表.pdf',
        sampleFile: '申请表样表.pdf',
        note: '',
      },
      {
        name: '土地使用权证书',
        source: '自然资源部门',
        copies: 1,
        form: 'paper',
        necessity: 'required',
        blankFile: '',
        sampleFile: '',
        note: '交验原件',
      },
    ],
    specialStages: [
      {
        name: '实地核查',
        limit: { amount: 5, unit: 'working_days' },
        countsTowardsTotal: false,
        note: '需要核查工程进度的',
      },
    ],
    resultName: '商品房预售许可证',
    resultKind: '证照',
    resultDelivery: '窗口领取，也可以邮寄',
    paysOnline: false,
    deliversByPost: true,
    takesAppointments: true,
    isInServiceHall: true,
    intermediary: null,
    jointOrgans: [],
    enquiryPhone: '0558-5550002',
    complaintPhone: '0558-5550001',
    questions: [{ question: '可以分期申请吗？', answer: '可以，按楼栋分期申请。' }],
    remedies: '对决定不服的，可以在六十日内申请行政复议，也可以在六个月内提起行政诉讼。',
    ...given,
  };
}

export function sampleRiskRecord(given: Partial<RiskPoint> = {}): RiskPoint {
  return {
    type: 'risk_point',
    power: `item-${FIRST.power + 1}`,
    step: 'papers',
    category: 'process',
    manifestations: '对不符合预售条件的项目降低标准，或者故意拖延审查。',
    level: 'high',
    measures: ['实行双人审查，审查意见留痕。', '每季度抽查办结案卷。'],
    headPost: '审批科科长',
    leaderPost: '分管副局长',
    ...given,
  };
}

export function samplePower(n: number, record: Partial<Power> = {}, given: Partial<Item> = {}): Item {
  const code = `XK-${String(n).padStart(4, '0')}`;
  return sampleItem(FIRST.power + n, {
    slug: `quan-li-${n}`,
    title: `商品房预售许可（第${n}项）`,
    docNo: null,
    genre: 'other',
    body: '',
    keywords: ['预售许可'],
    record: samplePowerRecord({ code, ...record }),
    ...given,
  });
}

/** The guide through power `n`. */
export function sampleGuide(n: number, record: Partial<Guide> = {}, given: Partial<Item> = {}): Item {
  return sampleItem(FIRST.guide + n, {
    slug: `zhi-nan-${n}`,
    title: `商品房预售许可（第${n}项）办事指南`,
    docNo: null,
    genre: 'other',
    body: '',
    record: sampleGuideRecord({ power: `item-${FIRST.power + n}`, ...record }),
    ...given,
  });
}

/** A risk point on the course of power `n`. */
export function sampleRiskPoint(n: number, record: Partial<RiskPoint> = {}, given: Partial<Item> = {}): Item {
  return sampleItem(FIRST.risk_point + n, {
    slug: `feng-xian-${n}`,
    title: `预售审查把关不严（第${n}项）`,
    docNo: null,
    genre: 'other',
    body: '',
    record: sampleRiskRecord({ power: `item-${FIRST.power + n}`, ...record }),
    ...given,
  });
}

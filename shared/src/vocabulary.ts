import { z } from 'zod';

/** A text in the two interface languages. Chinese is the authoritative one. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

export type Vocabulary = Readonly<Record<string, Label>>;

/** The codes of a vocabulary as a zod enum, so that a stored value is always one the interface can name. */
export function codesOf<V extends Vocabulary>(vocabulary: V) {
  return z.enum(Object.keys(vocabulary) as [keyof V & string, ...(keyof V & string)[]]);
}

/**
 * Duties to publish, by branch (政府信息公开条例, 2019 revision, Art. 20 items 1–15 and Art. 21 for cities and counties).
 * An item carries one or more of them.
 */
export const LEGAL_BASES = {
  a20_01: { zh: '行政法规、规章和规范性文件', en: 'Regulations, rules and normative documents' },
  a20_02: { zh: '机关职能、机构设置和联系方式', en: 'Functions, organisation and contacts' },
  a20_03: { zh: '规划及相关政策', en: 'Plans and related policies' },
  a20_04: { zh: '统计信息', en: 'Statistics' },
  a20_05: { zh: '行政许可和对外管理服务事项', en: 'Licences and public services' },
  a20_06: { zh: '行政处罚、行政强制', en: 'Penalties and coercive measures' },
  a20_07: { zh: '财政预算、决算', en: 'Budgets and final accounts' },
  a20_08: { zh: '行政事业性收费', en: 'Administrative fees' },
  a20_09: { zh: '政府集中采购', en: 'Government procurement' },
  a20_10: { zh: '重大建设项目', en: 'Major construction projects' },
  a20_11: { zh: '民生政策、措施及实施情况', en: "People's livelihood policies and their implementation" },
  a20_12: { zh: '突发公共事件应急预案、预警和应对', en: 'Emergency plans, warnings and responses' },
  a20_13: { zh: '监督检查情况', en: 'Supervision and inspection' },
  a20_14: { zh: '公务员招考', en: 'Civil-service recruitment' },
  a20_15: { zh: '法律法规规定的其他信息', en: 'Other information required by law' },
  a21_city: {
    zh: '市政建设、公共服务、征收、社会救助等',
    en: 'Municipal works, public services, expropriation, social assistance',
  },
} as const satisfies Vocabulary;

/** 主题分类: the national top level of subjects. */
export const SUBJECTS = {
  general_affairs: { zh: '综合政务', en: 'General government affairs' },
  economy_state_assets: { zh: '国民经济管理、国有资产监管', en: 'Economy and state assets' },
  finance_audit: { zh: '财政、金融、审计', en: 'Public finance, banking, audit' },
  land_energy: { zh: '国土资源、能源', en: 'Land and energy' },
  agriculture_water: { zh: '农业、林业、水利', en: 'Agriculture, forestry, water' },
  industry_transport: { zh: '工业、交通', en: 'Industry and transport' },
  commerce_tourism: { zh: '商贸、海关、旅游', en: 'Commerce, customs, tourism' },
  market_work_safety: { zh: '市场监管、安全生产监管', en: 'Market and work-safety supervision' },
  urban_rural_environment: { zh: '城乡建设、环境保护', en: 'Urban and rural construction, environment' },
  science_education: { zh: '科技、教育', en: 'Science and education' },
  culture_media: { zh: '文化、广电、新闻出版', en: 'Culture, broadcasting, press' },
  health_sports: { zh: '卫生、体育', en: 'Health and sports' },
  population_family: { zh: '人口与计划生育、妇女儿童工作', en: 'Population, women and children' },
  labour_personnel: { zh: '劳动、人事、监察', en: 'Labour, personnel, supervision' },
  public_security_justice: { zh: '公安、安全、司法', en: 'Public security and justice' },
  civil_relief: { zh: '民政、扶贫、救灾', en: 'Civil affairs, poverty relief, disaster relief' },
  ethnic_religion: { zh: '民族、宗教', en: 'Ethnic and religious affairs' },
  foreign_affairs: { zh: '对外事务', en: 'Foreign affairs' },
  hk_macao_taiwan: { zh: '港澳台侨工作', en: 'Hong Kong, Macao, Taiwan and overseas Chinese affairs' },
  defence: { zh: '国防', en: 'National defence' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Vocabulary;

/** 体裁分类: the fifteen kinds of official document (党政机关公文处理工作条例, 2012, Art. 8), and everything else. */
export const GENRES = {
  resolution: { zh: '决议', en: 'Resolution' },
  decision: { zh: '决定', en: 'Decision' },
  order: { zh: '命令（令）', en: 'Order' },
  communique: { zh: '公报', en: 'Communiqué' },
  proclamation: { zh: '公告', en: 'Public announcement' },
  public_notice: { zh: '通告', en: 'Public notice' },
  opinion: { zh: '意见', en: 'Opinion' },
  notice: { zh: '通知', en: 'Notice' },
  circular: { zh: '通报', en: 'Circular' },
  report: { zh: '报告', en: 'Report' },
  request: { zh: '请示', en: 'Request for instructions' },
  reply: { zh: '批复', en: 'Reply' },
  bill: { zh: '议案', en: 'Bill' },
  letter: { zh: '函', en: 'Letter' },
  minutes: { zh: '纪要', en: 'Minutes' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Vocabulary;

/** 有效性. `valid`, `not_yet` and `repealed` follow from the dates; the others are stated by an editor. */
export const VALIDITIES = {
  valid: { zh: '有效', en: 'In force' },
  not_yet: { zh: '尚未生效', en: 'Not yet in force' },
  amended: { zh: '已修改', en: 'Amended' },
  partly_invalid: { zh: '部分失效', en: 'Partly invalid' },
  expired: { zh: '失效', en: 'Expired' },
  repealed: { zh: '废止', en: 'Repealed' },
} as const satisfies Vocabulary;

/** 公开方式. Only `proactive` items travel to a site node. */
export const DISCLOSURE_MODES = {
  proactive: { zh: '主动公开', en: 'Proactive disclosure' },
  on_request: { zh: '依申请公开', en: 'Disclosure on application' },
  withheld: { zh: '不予公开', en: 'Withheld' },
} as const satisfies Vocabulary;

/** 公开范围: whom a proactive item is for. */
export const SCOPES = {
  public: { zh: '面向社会', en: 'General public' },
  internal: { zh: '内部公开', en: 'Staff only' },
} as const satisfies Vocabulary;

/** 公开形式: the channels of the national standard catalogues (基层政务公开标准目录). */
export const CHANNELS = {
  website: { zh: '政府网站', en: 'Government website' },
  gazette: { zh: '政府公报', en: 'Government gazette' },
  social_media: { zh: '两微一端', en: 'Social media' },
  press_conference: { zh: '发布会/听证会', en: 'Press conference or hearing' },
  broadcast: { zh: '广播电视', en: 'Radio and television' },
  print_media: { zh: '纸质媒体', en: 'Print media' },
  reading_room: { zh: '公开查阅点', en: 'Public reading room' },
  service_hall: { zh: '政务服务中心', en: 'Government service centre' },
  convenience_station: { zh: '便民服务站', en: 'Community service station' },
  on_site: { zh: '入户/现场', en: 'On site' },
  notice_board: { zh: '社区/企事业单位/村公示栏（电子屏）', en: 'Notice board or screen' },
  targeted: { zh: '精准推送', en: 'Targeted delivery' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Vocabulary;

/** 公开时限: how soon after its making an item of a category must be public. The clock that counts them comes from data. */
export const DEADLINE_RULES = {
  working_days_20: { zh: '形成或变更之日起20个工作日内', en: 'Within 20 working days' },
  working_days_7: { zh: '作出决定之日起7个工作日内', en: 'Within 7 working days' },
  calendar_days_20: { zh: '批复之日起20日内', en: 'Within 20 days of approval' },
  immediate: { zh: '及时公开', en: 'Without delay' },
  standing: { zh: '长期公开（动态调整）', en: 'Standing, kept up to date' },
} as const satisfies Vocabulary;

/** 公开层级 of the standard catalogue. */
export const LEVELS = {
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡、村级', en: 'Township and village' },
} as const satisfies Vocabulary;

/** 公开对象 of the standard catalogue: whom information is published for. */
export const TARGET_AUDIENCES = {
  everyone: { zh: '全社会', en: 'Everyone' },
  specific: { zh: '特定群体', en: 'Specific groups' },
} as const satisfies Vocabulary;

/** 公开环节: which of the five stages of government work (五公开) information belongs to. */
export const STAGES = {
  decision: { zh: '决策公开', en: 'Decision-making' },
  execution: { zh: '执行公开', en: 'Execution' },
  management: { zh: '管理公开', en: 'Management' },
  service: { zh: '服务公开', en: 'Services' },
  result: { zh: '结果公开', en: 'Results' },
} as const satisfies Vocabulary;

/** What an organ is. */
export const ORGAN_KINDS = {
  department: { zh: '部门', en: 'Department' },
  section: { zh: '内设机构', en: 'Section' },
  subordinate: { zh: '所属单位', en: 'Subordinate unit' },
} as const satisfies Vocabulary;

/** Why a published item is taken down. The public reads the label, never free text alone. */
export const WITHDRAWAL_REASONS = {
  replaced: { zh: '已由新的信息替代', en: 'Replaced by newer information' },
  repealed: { zh: '文件已废止或失效', en: 'The document was repealed or has expired' },
  decision_revoked: {
    zh: '决定被依法变更、撤销、确认违法或确认无效',
    en: 'The decision was changed, revoked or held unlawful',
  },
  inaccurate: { zh: '内容有误，正在更正', en: 'The content was inaccurate and is being corrected' },
  personal_data: { zh: '涉及个人隐私，依法撤下', en: 'Removed to protect personal data' },
  confidentiality: { zh: '经审查不宜公开', en: 'Found on review not to be publishable' },
  duplicate: { zh: '重复发布', en: 'Published twice' },
  term_over: { zh: '公示期届满', en: 'The period of publication has ended' },
} as const satisfies Vocabulary;

/** What happened to an item before the public's eyes (公开历史). */
export const PUBLIC_STEPS = {
  published: { zh: '发布', en: 'Published' },
  revised: { zh: '修订', en: 'Revised' },
  withdrawn: { zh: '撤下', en: 'Withdrawn' },
  republished: { zh: '重新发布', en: 'Published again' },
} as const satisfies Vocabulary;

export const legalBasisSchema = codesOf(LEGAL_BASES);
export const subjectSchema = codesOf(SUBJECTS);
export const genreSchema = codesOf(GENRES);
export const validitySchema = codesOf(VALIDITIES);
export const disclosureModeSchema = codesOf(DISCLOSURE_MODES);
export const scopeSchema = codesOf(SCOPES);
export const channelSchema = codesOf(CHANNELS);
export const deadlineRuleSchema = codesOf(DEADLINE_RULES);
export const levelSchema = codesOf(LEVELS);
export const targetAudienceSchema = codesOf(TARGET_AUDIENCES);
export const stageSchema = codesOf(STAGES);
export const organKindSchema = codesOf(ORGAN_KINDS);
export const withdrawalReasonSchema = codesOf(WITHDRAWAL_REASONS);
export const publicStepKindSchema = codesOf(PUBLIC_STEPS);

export type LegalBasis = z.infer<typeof legalBasisSchema>;
export type Subject = z.infer<typeof subjectSchema>;
export type Genre = z.infer<typeof genreSchema>;
export type Validity = z.infer<typeof validitySchema>;
export type DisclosureMode = z.infer<typeof disclosureModeSchema>;
export type Scope = z.infer<typeof scopeSchema>;
export type Channel = z.infer<typeof channelSchema>;
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;
export type Level = z.infer<typeof levelSchema>;
export type TargetAudience = z.infer<typeof targetAudienceSchema>;
export type Stage = z.infer<typeof stageSchema>;
export type OrganKind = z.infer<typeof organKindSchema>;
export type WithdrawalReason = z.infer<typeof withdrawalReasonSchema>;
export type PublicStepKind = z.infer<typeof publicStepKindSchema>;

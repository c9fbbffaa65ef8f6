/** What the generated texts are made of. Sentences hold `{slots}`, each filled from the list of that name. */

export const SLOTS: Readonly<Record<string, readonly string[]>> = {
  place: [
    '谯城区', '涡阳县', '蒙城县', '利辛县', '亳州经济开发区', '南部新区', '高新技术产业开发区', '芍花路街道', '花戏楼街道',
    '汤陵街道', '薛阁街道', '古井镇', '十八里镇', '五马镇', '沙土镇', '城父镇', '义门镇', '高炉镇', '许疃镇', '坛城镇',
    '阚疃镇', '张村镇', '立德镇', '牛集镇', '观堂镇', '双沟镇', '十九里镇', '魏岗镇', '华佗镇', '大杨镇',
  ],
  subject: [
    '公共租赁住房', '保障性租赁住房', '住房租赁补贴', '城镇老旧小区改造', '农村危房改造', '商品房预售资金', '物业服务质量',
    '住宅专项维修资金', '建筑工程质量', '施工现场安全', '建筑起重机械', '建设工程消防设计审查', '建设工程竣工验收备案',
    '房屋征收补偿', '城市更新', '燃气经营安全', '城市供水水质', '污水处理设施', '生活垃圾分类', '历史建筑保护', '绿色建筑',
    '装配式建筑', '建筑节能', '房地产经纪机构', '房屋交易网签备案', '住房公积金贷款', '既有住宅加装电梯', '自建房安全',
    '海绵城市建设', '城市道路照明', '窨井盖安全管理', '建筑工人工资支付', '工程造价咨询', '招标投标活动', '白蚁防治',
    '公园绿地养护', '停车设施建设', '排水防涝', '建筑垃圾处置', '传统村落保护',
  ],
  matter: [
    '管理办法', '实施细则', '工作方案', '年度计划', '专项规划', '考核办法', '操作规程', '技术导则', '应急预案', '责任清单',
    '服务指南', '信用评价标准', '补助标准', '验收标准', '收费目录', '监督检查办法',
  ],
  organ: [
    '市住房和城乡建设局', '市自然资源和规划局', '市财政局', '市发展和改革委员会', '市公安局', '市应急管理局', '市市场监督管理局',
    '市城市管理局', '市民政局', '各县（区）住房城乡建设主管部门', '市建设工程质量安全监督站', '市房屋征收服务中心',
    '市住房公积金管理中心', '市政务服务管理局', '乡镇人民政府、街道办事处', '市建筑业协会', '市物业管理协会',
  ],
  unit: [
    '建设单位', '施工单位', '监理单位', '设计单位', '物业服务企业', '房地产开发企业', '燃气经营企业', '供水企业',
    '房地产经纪机构', '检测机构', '招标代理机构', '业主委员会', '社区居民委员会', '申请家庭', '承租人', '产权单位',
  ],
  action: [
    '建立健全工作台账', '落实主体责任', '开展全面排查', '组织实地核查', '公开办理结果', '完善档案资料', '及时整改到位',
    '加强日常巡查', '严格审核把关', '做好宣传解释', '实行闭环管理', '按月报送进展', '畅通投诉渠道', '规范资金使用',
    '统筹安排施工时序', '组织专家论证', '签订责任书', '接受社会监督', '如实提供材料', '委托第三方评估',
  ],
  goal: [
    '保障群众合法权益', '提高住房保障水平', '防范化解安全风险', '优化营商环境', '改善人居环境', '提升城市品质',
    '规范市场秩序', '确保工程质量', '促进行业健康发展', '方便企业和群众办事', '维护社会稳定', '推进依法行政',
  ],
  basis: [
    '《中华人民共和国城市房地产管理法》', '《中华人民共和国建筑法》', '《建设工程质量管理条例》', '《物业管理条例》',
    '《国有土地上房屋征收与补偿条例》', '《城镇燃气管理条例》', '《公共租赁住房管理办法》', '《安徽省物业管理条例》',
    '《安徽省建设工程安全生产管理办法》', '《中华人民共和国政府信息公开条例》', '《住宅专项维修资金管理办法》',
    '《建设工程消防设计审查验收管理暂行规定》', '《商品房销售管理办法》', '《城镇排水与污水处理条例》',
  ],
  time: [
    '自受理之日起五个工作日内', '每月二十五日前', '每季度末', '第一季度', '六月底前', '汛期来临前', '年底前', '十个工作日内',
    '自公示期满之日起', '项目开工前', '竣工验收合格后十五日内', '收到通知之日起三日内', '本年度内', '重大节假日前',
  ],
  amount: [
    '三百二十套', '一千二百户', '四点六万平方米', '五十六个小区', '七十八个项目', '一百一十二万元', '二千六百四十万元',
    '十二公里', '九十三台', '六百余人次', '十七家企业', '百分之九十八', '每平方米三百元', '二十四个网格', '三百六十五处',
  ],
  street: [
    '芍花路', '药都大道', '魏武大道', '希夷大道', '光明路', '和平路', '人民路', '建安路', '养生大道', '牡丹路', '杜仲路',
    '酒城大道', '汤王大道', '合欢路', '桐花路', '庄周路', '乐土路', '逍遥路', '站前路', '文州路',
  ],
  estate: [
    '阳光花园', '书香名邸', '御景国际', '和谐家园', '锦绣城', '翰林苑', '金色华府', '绿洲小区', '教师新村', '纺织厂宿舍',
    '水岸绿城', '帝景豪庭', '万福小区', '万达公馆', '碧水云天', '康桥美郡', '西苑小区', '东方名城', '城南花苑', '古泉苑',
  ],
  ordinal: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
};

export const SENTENCES: readonly string[] = [
  '根据{basis}的规定，结合{place}实际，现就{subject}有关事项通知如下。',
  '{organ}负责{subject}的指导、协调和监督工作，{organ}按照职责分工做好相关工作。',
  '{unit}应当{action}，{time}将有关情况报送{organ}。',
  '对{place}{street}周边的{subject}情况，{organ}已{action}，涉及{amount}。',
  '为{goal}，{organ}决定在{place}开展{subject}专项行动。',
  '{unit}不符合{basis}要求的，由{organ}责令限期改正；逾期不改正的，依法予以处罚。',
  '{time}，{unit}应当向{organ}提交申请，并{action}。',
  '{subject}所需资金由市、县（区）财政按比例分担，{unit}应当{action}，不得截留、挤占和挪用。',
  '截至目前，{place}完成{subject}{amount}，{goal}取得明显成效。',
  '{organ}会同{organ}对{unit}进行抽查，抽查结果{time}向社会公布。',
  '涉及{estate}的{subject}事项，由{unit}{action}，{organ}予以配合。',
  '{unit}对审核结果有异议的，可以{time}向{organ}申请复核。',
  '各地要充分认识{subject}的重要意义，切实{action}，努力{goal}。',
  '纳入{subject}范围的项目，应当{action}，并在{street}显著位置设置公示牌。',
  '{organ}建立{subject}信息共享机制，{unit}{action}，共同{goal}。',
  '本次检查共抽取{place}在建工程{amount}，发现问题的{unit}已{action}。',
  '{estate}{subject}改造内容包括屋面防水、外墙修缮、雨污分流、道路照明和公共活动场地，计划{time}完成。',
  '{unit}未按规定{action}的，记入信用档案，并依照{basis}处理。',
  '群众可以通过政务服务热线、来信来访和网上留言等方式，对{subject}工作提出意见建议，{organ}{time}答复。',
  '{place}要把{subject}列入重要议事日程，主要负责人亲自抓，{action}，推动各项任务落到实处。',
];

export const HEADINGS: readonly string[] = ['总体要求', '适用范围', '主要任务', '职责分工', '办理程序', '补助标准', '保障措施', '监督管理', '工作要求', '有关事项'];

/** Titles, with the code of their genre. */
export const TITLES: readonly (readonly [genre: string, title: string])[] = [
  ['notice', '关于印发《{place}{subject}{matter}》的通知'],
  ['notice', '关于做好{year}年{place}{subject}工作的通知'],
  ['notice', '关于开展{place}{subject}专项检查的通知'],
  ['public_notice', '{place}{street}{estate}{subject}公示（{year}年第{serial}号）'],
  ['proclamation', '{year}年第{serial}批{place}{subject}结果公告'],
  ['opinion', '关于加强{place}{subject}工作的实施意见'],
  ['decision', '关于{place}{estate}项目{subject}的行政处罚决定书（第{serial}号）'],
  ['reply', '关于{place}{street}{subject}工程初步设计的批复（第{serial}号）'],
  ['circular', '关于{year}年{place}{subject}抽查情况的通报（第{serial}期）'],
  ['report', '{place}{year}年{subject}工作总结（第{serial}号）'],
  ['letter', '关于市政协委员第{serial}号提案《关于推进{place}{subject}的建议》答复的函'],
  ['other', '{estate}{subject}实施情况（{year}年{month}月，{place}{serial}）'],
];

export const SUBJECT_CODES = ['urban_rural_environment', 'economy_state_assets', 'finance_audit', 'market_work_safety', 'civil_relief'] as const;

export const LEGAL_BASIS_CODES = ['a20_01', 'a20_03', 'a20_05', 'a20_06', 'a20_10', 'a20_11', 'a20_13', 'a21_city'] as const;

interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

/** One department and its fourteen sections. */
export const SECTIONS: readonly CatalogueEntry[] = [
  '办公室', '政策法规科', '行政审批科', '住房保障科', '房地产市场监管科', '物业管理科', '建筑市场监管科', '工程质量安全监管科',
  '城市建设科', '村镇建设科', '消防设计审查验收科', '勘察设计与科技科', '计划财务科', '人事教育科',
].map((name, at) => ({ code: `section-${at + 1}`, name, parent: 'bureau' }));

/** Thirty categories in three levels: 4 + 9 + 17. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  { code: 'policy', name: '政策法规', parent: null },
  { code: 'power', name: '行政权力运行', parent: null },
  { code: 'housing', name: '住房保障', parent: null },
  { code: 'works', name: '工程建设', parent: null },
  { code: 'policy-normative', name: '规范性文件', parent: 'policy' },
  { code: 'policy-interpretation', name: '政策解读', parent: 'policy' },
  { code: 'policy-plans', name: '规划计划', parent: 'policy' },
  { code: 'power-licences', name: '行政许可', parent: 'power' },
  { code: 'power-penalties', name: '行政处罚', parent: 'power' },
  { code: 'housing-rental', name: '公共租赁住房', parent: 'housing' },
  { code: 'housing-renewal', name: '老旧小区改造', parent: 'housing' },
  { code: 'works-quality', name: '质量安全', parent: 'works' },
  { code: 'works-tenders', name: '招标投标', parent: 'works' },
  { code: 'normative-valid', name: '现行有效文件', parent: 'policy-normative' },
  { code: 'normative-repealed', name: '废止失效文件', parent: 'policy-normative' },
  { code: 'normative-drafts', name: '征求意见', parent: 'policy-normative' },
  { code: 'licences-construction', name: '施工许可', parent: 'power-licences' },
  { code: 'licences-presale', name: '商品房预售许可', parent: 'power-licences' },
  { code: 'licences-qualification', name: '企业资质', parent: 'power-licences' },
  { code: 'penalties-decisions', name: '处罚决定', parent: 'power-penalties' },
  { code: 'penalties-basis', name: '处罚依据', parent: 'power-penalties' },
  { code: 'penalties-reviews', name: '复议诉讼', parent: 'power-penalties' },
  { code: 'rental-plans', name: '建设计划', parent: 'housing-rental' },
  { code: 'rental-allocation', name: '分配公示', parent: 'housing-rental' },
  { code: 'rental-subsidies', name: '租赁补贴', parent: 'housing-rental' },
  { code: 'renewal-plans', name: '改造计划', parent: 'housing-renewal' },
  { code: 'renewal-progress', name: '改造进度', parent: 'housing-renewal' },
  { code: 'renewal-acceptance', name: '竣工验收', parent: 'housing-renewal' },
  { code: 'quality-inspections', name: '监督检查', parent: 'works-quality' },
  { code: 'quality-accidents', name: '事故通报', parent: 'works-quality' },
];

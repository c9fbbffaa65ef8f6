import type { RuleSource } from './rule-source.ts';

/** A law or regulation, by its title without 中华人民共和国. */
export interface Law extends RuleSource {
  readonly title: string;
  /** Numbers of the orders of the State Council (国务院令) by which it was made or amended; empty where none is kept. */
  readonly orders: readonly number[];
  /** Orders by which a version was made that another one has replaced as a whole. */
  readonly formerOrders: readonly number[];
}

const source: RuleSource = {
  owner: '产品',
  since: '2026-11-28',
  reason: '法律、行政法规的名称和公布令号，据国务院公布文本',
};

/** `title:orders`, with orders that no longer hold after a minus sign: 政府信息公开条例:711-492. */
const REGULATIONS = [
  '政府信息公开条例:711-492 物业管理条例:379,504,666,698 住房公积金管理条例:262,350,710 城市房地产开发经营管理条例:248,588,698,710,726,732',
  '国有土地上房屋征收与补偿条例:590 建设工程质量管理条例:279,687,714 建设工程安全生产管理条例:393 建设工程勘察设计管理条例:293,662,687',
  '民用建筑节能条例:530 城镇燃气管理条例:583,666 城镇排水与污水处理条例:641 城市供水条例:158,698,726 城市道路管理条例:198,588,676,710',
  '城市绿化条例:100,588,676 城市市容和环境卫生管理条例:101,588,676 历史文化名城名镇名村保护条例:524,687 村庄和集镇规划建设管理条例:116',
  '注册建筑师条例:184,714 安全生产许可证条例:397,638,653 生产安全事故报告和调查处理条例:493 生产安全事故应急条例:708 工伤保险条例:375,586',
  '招标投标法实施条例:613,676,698,709 政府采购法实施条例:658 优化营商环境条例:722 重大行政决策程序暂行条例:713 政府投资条例:712',
  '保障农民工工资支付条例:724 保障中小企业款项支付条例:802-728 行政复议法实施条例:499 机关事务管理条例:621 机关团体建设楼堂馆所管理条例:688',
  '不动产登记暂行条例:656,710,797 住房租赁条例:812 网络数据安全管理条例:790 保守国家秘密法实施条例:786-646 档案法实施条例:772 预算法实施条例:729-186',
  '土地管理法实施条例:743-256 行政法规制定程序条例:321,694 规章制定程序条例:322,695 法规规章备案审查条例:789 国务院关于在线政务服务的若干规定:716',
  '国务院行政机构设置和编制管理条例:227 地方各级人民政府机构设置和编制管理条例:486 罚款决定与罚款收缴分离实施办法:235 规划环境影响评价条例:559',
  '建设项目环境保护管理条例:253,682 城镇国有土地使用权出让和转让暂行条例:55,732 无障碍环境建设条例:622 法律援助条例:385 残疾人就业条例:488',
  '城市居民最低生活保障条例:271 社会救助暂行办法:649,709 企业信息公示暂行条例:654,777 社会团体登记管理条例:250,666 劳动保障监察条例:423',
  '行政执法机关移送涉嫌犯罪案件的规定:310,730 互联网信息服务管理办法:292,588,797 计算机信息系统安全保护条例:147,588 气象灾害防御条例:570,687',
];

const LAWS = [
  '宪法 立法法 监察法 民法典 刑法 民事诉讼法 刑事诉讼法 行政诉讼法 行政复议法 行政处罚法 行政许可法 行政强制法 国家赔偿法 公务员法 公职人员政务处分法',
  '保守国家秘密法 档案法 个人信息保护法 数据安全法 网络安全法 国家通用语言文字法 无障碍环境建设法 统计法 审计法 预算法 会计法 突发事件应对法 国家安全法',
  '城乡规划法 建筑法 城市房地产管理法 土地管理法 招标投标法 政府采购法 安全生产法 消防法 环境保护法 环境影响评价法 大气污染防治法 水污染防治法 节约能源法',
  '固体废物污染环境防治法 噪声污染防治法 土壤污染防治法 防震减灾法 人民防空法 文物保护法 非物质文化遗产法 乡村振兴促进法 农村土地承包法 水法 防洪法',
  '劳动法 劳动合同法 就业促进法 社会保险法 残疾人保障法 老年人权益保障法 未成年人保护法 妇女权益保障法 法律援助法 人民调解法 仲裁法 公证法 律师法',
  '公司法 企业所得税法 税收征收管理法 契税法 耕地占用税法 城市维护建设税法 印花税法 反不正当竞争法 反垄断法 消费者权益保护法 价格法 产品质量法 标准化法',
  '治安管理处罚法 居民身份证法 道路交通安全法 电子签名法 密码法 著作权法 商标法 专利法 广告法 外商投资法 企业破产法 中小企业促进法 地方各级人民代表大会和地方各级人民政府组织法',
  '各级人民代表大会常务委员会监督法 全国人民代表大会和地方各级人民代表大会代表法 民法典合同编 信访工作条例 党政机关公文处理工作条例 中国共产党党务公开条例 中国共产党纪律处分条例 党政领导干部选拔任用工作条例',
];

export const KNOWN_LAWS: readonly Law[] = [
  ...wordsOf(LAWS).map((title) => ({ ...source, title, orders: [], formerOrders: [] })),
  ...wordsOf(REGULATIONS).map((entry) => {
    const [title = '', numbers = ''] = entry.split(':');
    const [orders = '', formerOrders = ''] = numbers.split('-');
    return { ...source, title, orders: numbersOf(orders), formerOrders: numbersOf(formerOrders) };
  }),
];

/** Titles that are like a known one, and right. */
export const OTHER_TITLES: readonly string[] = wordsOf([
  '企业管理条例 城市管理条例 城市规划法 城市规划条例 城乡规划条例 节约用水条例 城市燃气管理条例 城市节约用水管理规定 城市排水条例 水土保持法 环境保护税法 民法 民法通则 合同法 票据法',
]);

function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' ')).filter((word) => word !== '');
}

function numbersOf(written: string): number[] {
  return written
    .split(',')
    .filter((number) => number !== '')
    .map(Number);
}

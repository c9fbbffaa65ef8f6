import { type RuleList, ruleList } from './rule-source.ts';

const owner = '产品';
const since = '2026-11-28';

/** What injected advertising is about. No office advertises it, so a line that is made of it was not written by one. */
export const SPAM_WORDS: readonly RuleList[] = [
  ruleList(
    { owner, since, reason: '赌博类暗链' },
    '博彩 娱乐城 百家乐 六合彩 时时彩 老虎机 真人荷官 赌博网站 网上赌场 澳门赌场 葡京 棋牌游戏 棋牌下载 捕鱼游戏 体育投注 足球投注 赔率 开奖直播 彩票平台 彩票投注 快三 北京赛车 幸运飞艇 注册送 首存 返水',
  ),
  ruleList(
    { owner, since, reason: '影视、体育直播类暗链' },
    '在线观看 CBA直播 NBA直播 英超直播 足球直播 篮球直播 高清直播 直播吧 免费观看 高清完整版 BT下载 迅雷下载 全集下载 在线播放',
  ),
  ruleList(
    { owner, since, reason: '色情类暗链' },
    '成人电影 成人网站 成人视频 成人小说 色情 激情视频 情色 一夜情 裸聊 同城约 上门服务妹 午夜福利 无码 AV女优 伦理片',
  ),
  ruleList(
    { owner, since, reason: '黑产和代办类暗链' },
    '私服 传奇私服 游戏外挂 代开发票 代开增值税 办证刻章 刻章办证 代写论文 论文代发 枪支出售 迷药 窃听器 信用卡套现 无抵押贷款 小额贷款网 刷单 网赚 站群 SEO优化 友情链接交换 减肥药 壮阳',
  ),
];

import type { Severity } from '../finding.ts';
import type { RuleSource } from './rule-source.ts';

/** Words that are wrong wherever they stand, each with the right one: `wrong/right`. */
export interface MisspellingList extends RuleSource {
  readonly severity: Severity;
  readonly pairs: readonly (readonly [wrong: string, right: string])[];
}

/** A word that is wrong in a certain context only; the pattern's match is what is replaced. */
export interface ContextualMisspelling extends RuleSource {
  readonly severity: Severity;
  readonly pattern: RegExp;
  readonly suggestion: string;
}

const owner = '产品';
const since = '2026-11-28';

export const MISSPELLINGS: readonly MisspellingList[] = [
  {
    owner,
    since,
    severity: 'error',
    reason: '政府网站抽查通报和本项目样页中出现过的严重错别字',
    pairs: pairsOf(
      '攻府/政府 政俯/政府 政腑/政府 中华人民共合国/中华人民共和国 中华人民大和国/中华人民共和国 中共人民共和国/中华人民共和国',
      '群主关注/群众关注 群主关切/群众关切 群主利益/群众利益 群主监督/群众监督 人民群主/人民群众 广大群主/广大群众 干部群主/干部群众',
      '保姆审查/保密审查 保姆工作/保密工作 保密审察/保密审查 沈强受理/申请受理 申强受理/申请受理 沈请受理/申请受理 依沈强公开/依申请公开',
      '秸杆/秸秆 信息功开/信息公开 政务工开/政务公开 证务公开/政务公开 正务公开/政务公开 正府信息/政府信息',
    ),
  },
  {
    owner,
    since,
    severity: 'error',
    reason: '常见别字，据《现代汉语词典》《第一批异形词整理表》《通用规范汉字表》',
    pairs: pairsOf(
      '布署/部署 步署/部署 按装/安装 既使/即使 松驰/松弛 渡假/度假 侯补/候补 时侯/时候 气侯/气候 问侯/问候 坐阵/坐镇 凭添/平添',
      '迫不急待/迫不及待 再接再励/再接再厉 再接再历/再接再厉 穿流不息/川流不息 一股作气/一鼓作气 一愁莫展/一筹莫展 走头无路/走投无路',
      '谈笑风声/谈笑风生 默守成规/墨守成规 墨守陈规/墨守成规 金壁辉煌/金碧辉煌 直接了当/直截了当 变本加利/变本加厉 精兵减政/精兵简政',
      '因地治宜/因地制宜 应急预按/应急预案 鼎立相助/鼎力相助 不记其数/不计其数 一诺千斤/一诺千金 名符其实/名副其实 出奇不意/出其不意',
      '脉博/脉搏 幅射/辐射 防碍/妨碍 妨害公物/妨害公务 粗旷/粗犷 震憾/震撼',
      '贯澈/贯彻 惯彻/贯彻 贯切落实/贯彻落实 慎密/缜密 璀灿/璀璨 嘉宾满坐/嘉宾满座 痉孪/痉挛 赃款脏物/赃款赃物 脏款/赃款',
      '发韧/发轫 竟标/竞标 竟争/竞争 竟选/竞选 竟价/竞价 竞然/竟然 究竞/究竟 毕竞/毕竟',
      '法人代表证书/法定代表人证书 必需遵守/必须遵守 必需符合/必须符合 拆侨/拆迁 折迁/拆迁 折除/拆除 拆扣/折扣',
      '施工许可正/施工许可证 征收补尝/征收补偿 补尝/补偿 赔尝/赔偿 尝还/偿还',
      '违反规订/违反规定 按规订/按规定',
      '予已公开/予以公开 不与公开/不予公开 不与受理/不予受理 不于公开/不予公开 不于受理/不予受理 不于处罚/不予处罚 给于/给予 给于处罚/给予处罚',
      '综和治理/综合治理 综和执法/综合执法 从新申请/重新申请 从新登记/重新登记 申情/申请 申清/申请 竣功/竣工 俊工/竣工 峻工/竣工 工程峻工/工程竣工',
      '物业管里/物业管理 物业公私/物业公司 招标投票/招标投标 招投票/招投标 投标保正金/投标保证金 保正金/保证金 质量保正/质量保证 公积今/公积金',
      '公祖房/公租房 廉组住房/廉租住房 公共组赁住房/公共租赁住房 租凭/租赁 房屋租凭/房屋租赁 棚护区/棚户区 朋户区/棚户区 经挤适用/经济适用',
    ),
  },
  {
    owner,
    since,
    severity: 'warning',
    reason: '公文用字，旧文件和引文中可以保留',
    pairs: pairsOf(
      '其它/其他 做出决定/作出决定 做出贡献/作出贡献 做出规定/作出规定 做出答复/作出答复 做出处罚/作出处罚 帐户/账户 帐号/账号 帐目/账目 建帐/建账',
      '台帐/台账 查帐/查账 报帐/报账 转帐/转账 坏帐/坏账 收支帐/收支账 签定合同/签订合同 签定协议/签订协议 制订本办法/制定本办法 制订本条例/制定本条例',
      '制订本规定/制定本规定 截止目前/截至目前 截止到目前/截至目前 座落于/坐落于 座落在/坐落在 重迭/重叠 做为/作为',
    ),
  },
];

export const CONTEXTUAL_MISSPELLINGS: readonly ContextualMisspelling[] = [
  {
    owner,
    since,
    severity: 'error',
    reason: '“建立……制度”误作“监理……制度”；监理是工程监理，不与公开、保密等制度搭配',
    pattern:
      /监理(?=(?:和|健全|完善|并|了|起|相应的?|相关|统一的?|科学的?|长效|严格的?|[\u4e00-\u9fff]{0,4}(?:保密|保姆|公开|审查|审批|审核|发布|考核|监督检查|责任追究|首问负责|限时办结|联席会议|协调|联动|应急))[\u4e00-\u9fff]{0,6}(?:制度|机制|体系|台账))/g,
    suggestion: '建立',
  },
  {
    owner,
    since,
    severity: 'error',
    reason: '机关自称缺字：“我委”“本单位”误作“委单位”',
    pattern: /(?<=结合|根据|按照|围绕|立足)(?:委|局|厅|办|院|处)单位(?!的?(?:名称|性质))/g,
    suggestion: '本单位',
  },
];

function pairsOf(...lines: string[]): (readonly [string, string])[] {
  return lines
    .flatMap((line) => line.split(' '))
    .map((pair) => {
      const [wrong = '', right = ''] = pair.split('/');
      return [wrong, right] as const;
    });
}

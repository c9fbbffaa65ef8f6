/**
 * Characters that are taken for each other by their shape: by people who copy, by text recognition, by input methods that go by
 * strokes. Owner: 产品. Reason: 形近字. From 2026-11-28.
 */
const ALIKE: readonly string[] = (
  '己已巳 未末 土士 日曰 人入 大太犬 戊戌戍 干千于 今令 主众 折拆析 侯候 崇祟 拔拨 辩辨辫 稍梢捎 杆秆竿 攻政 治冶 免兔 鸟乌 旦且 处外 风凤 贷货 券卷 洒酒 栗粟 睛晴 住往 ' +
  '幕墓募慕 徽微 亳毫 准淮 坏环 场汤 庄压 矢失 历厉 延廷 刺剌 即既 账帐 部陪 遣遗 籍藉 栽裁 塞寨 暑署薯 竞竟 密蜜 练炼 偿尝 仓仑 幢撞 搏博 缔谛 版板 辐幅 概慨 购构 驾架 ' +
  '俊峻竣 扩旷 篮蓝 励厉 梁粱 录碌 贸贺 凭任 仆扑 迁迂 倾顷 屈届 撒撤 赡瞻 擅檀 驶史 侍待 恃持 蔬疏 率卒 摊滩 陶淘 帖贴 徒徙 误悟 误娱 陷馅 厢箱 响晌 消销 卸御 型形 叙绪 ' +
  '训驯 淹掩 验检 佣拥 优忧 由田 甲申 愿原 脏赃 燥躁 择译泽 增憎 债侦 掌拳 涨胀 哲誓 诊珍 拯极 执挚 值植殖 正止 直真 忠衷 祝视 转传 妆状 卓桌 酌配 姿资咨 阻陌祖租组 员圆 ' +
  '间问 责贵 受爱 理埋 请情清 许诈 衍行 法洁 规现 录求 呈程 房户 监盐 捡检 险俭验 政攻 凭租'
).split(' ');

const groups = new Map<string, Set<string>>();
for (const alike of ALIKE) {
  for (const character of alike) {
    const group = groups.get(character) ?? new Set();
    for (const other of alike) group.add(other);
    groups.set(character, group);
  }
}

export function isShapedAlike(one: string, other: string): boolean {
  return groups.get(one)?.has(other) ?? false;
}

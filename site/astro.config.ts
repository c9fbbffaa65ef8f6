import { defineConfig } from 'astro/config';
import disclosure from 'astro-disclosure';

export default defineConfig({
  integrations: [
    disclosure({
      organ: { zh: '亳州市住房和城乡建设局', en: 'Bozhou Housing and Urban-Rural Development Bureau' },
      locale: 'zh-CN',
      notice: '演示数据 · 不代表真实单位',
      siteIdCode: '3416000000',
      icp: '皖ICP备00000000号',
      policeRecord: '皖公网安备 00000000000000号',
      conac: 'https://bszs.conac.cn/sitename?method=show&id=0000000000000000',
      hostOrgan: '亳州市住房和城乡建设局',
      undertaker: '亳州市住房和城乡建设局办公室',
      contact: {
        phone: '0558-5550000（演示号码）',
        hours: '工作日 8:00—12:00、14:30—17:30',
        address: '亳州市谯城区芍花路示范大厦8楼（演示地址）',
      },
      securityContact: 'tel:+86-558-5550000',
      favicon: '/favicon.svg',
      customCss: ['./src/brand.css'],
      navigation: [
        { label: '法定主动公开内容', href: '/catalogue/statutory/' },
        { label: '公开目录', href: '/catalogue/' },
        { label: '政策法规', href: '/catalogue/zhengce-fagui/' },
        { label: '行政权力运行', href: '/catalogue/quanli-yunxing/' },
        { label: '权责清单', href: '/powers/' },
        { label: '办事服务', href: '/services/' },
        { label: '公开指南', href: '/catalogue/guide/' },
        { label: '公开制度', href: '/catalogue/institutions/' },
        { label: '公开年报', href: '/catalogue/annual-reports/' },
        { label: '机构', href: '/organs/' },
      ],
      apply: '/apply/',
      tasks: [
        {
          label: '我要申请公租房',
          href: '/powers/guides/gong-gong-zu-lin-zhu-fang-cheng-zu-zi-ge-que-ren-ban-shi-zhi-nan/',
        },
        {
          label: '办理施工许可证',
          href: '/powers/guides/jian-zhu-gong-cheng-shi-gong-xu-ke-zheng-he-fa-ban-shi-zhi-nan/',
        },
        { label: '查房屋征收补偿', href: '/catalogue/fangwu-zhengshou/' },
        {
          label: '维修资金怎么用',
          href: '/powers/guides/zhu-zhai-zhuan-xiang-wei-xiu-zi-jin-shi-yong-ban-shi-zhi-nan/',
        },
        { label: '老旧小区改造进度', href: '/catalogue/laojiu-xiaoqu/' },
        { label: '领取住房租赁补贴', href: '/powers/guides/zhu-fang-zu-lin-bu-tie-fa-fang-ban-shi-zhi-nan/' },
        { label: '看本局预算决算', href: '/catalogue/caizheng-xinxi/' },
        { label: '怎样申请信息公开', href: '/apply/' },
      ],
      strings: {
        'home.lead': '本局依法公开的文件、办事依据、资金和项目，都在这里。找不到的，可以搜索，也可以依法向我们申请。',
      },
      statutory: ['guide', 'institutions', 'statutory', 'annual-reports'],
      footerLinks: [
        { label: '公开指南', href: '/catalogue/guide/' },
        { label: '机构和联系方式', href: '/organs/' },
        { label: '查阅场所', href: '/venues/' },
      ],
    }),
  ],
});

import type { Item } from 'disclosure-contract';
import { sampleCategory, SampleFeed, sampleItem, sampleOrgan } from '../support/sample-feed.ts';
import { sampleGuide, samplePower, sampleRiskPoint } from '../support/sample-records.ts';

const TABLE = `<h2>一、保障对象</h2><p>符合下列条件之一的家庭可以申请：</p><table><thead><tr><th>对象</th><th>人均月收入</th></tr></thead>
<tbody><tr><td>住房困难家庭</td><td>不高于 2900 元</td></tr><tr><td>新就业职工</td><td>不高于 4300 元</td></tr></tbody></table>`;

/** Content in which every component has something to show. */
export function sampleContent(): SampleFeed {
  const feed = new SampleFeed();
  feed.saveOrgan(
    sampleOrgan(1, {
      name: '样例市住房和城乡建设局',
      phone: '000-0000000',
      duties: '负责本市住房保障和城乡建设。',
      leaders: [
        { name: '张三', post: '局长', duties: '主持全面工作。' },
        { name: '李四', post: '副局长', duties: '' },
      ],
      venues: [
        {
          name: '政务公开查阅点',
          address: '样例市人民路 1 号',
          hours: '工作日 9:00—17:00',
          phone: '000-0000000',
          holdings: '公开目录、规范性文件',
        },
        { name: '市档案馆', address: '样例市学院路 2 号', hours: '工作日 8:30—17:30', phone: '', holdings: '' },
      ],
      applicationWays: [
        { way: '当面', place: '样例市人民路 1 号 101 室', note: '' },
        { way: '信函', place: '样例市人民路 1 号', note: '信封注明“政府信息公开申请”' },
        { way: '网上', place: 'https://www.example.gov.cn/apply', note: '' },
      ],
    }),
  );
  feed.saveOrgan(
    sampleOrgan(2, {
      name: '样例市住房和城乡建设局住房保障科',
      shortName: '住房保障科',
      kind: 'section',
      parent: 'organ-1',
      phone: '000-0000001',
      address: '样例市人民路 1 号 305 室',
      officeHours: '工作日 8:00—12:00，14:30—17:30',
      duties: '拟订住房保障政策，指导公共租赁住房的分配和管理。',
    }),
  );
  feed.saveCategory(sampleCategory(1, { name: '法定主动公开内容', description: '依照条例公开的信息。' }));
  feed.saveCategory(
    sampleCategory(2, {
      name: '住房保障',
      parent: 'category-1',
      responsible: 'organ-2',
      contentElements: [
        { value: '政策文件', required: true },
        { value: '分配结果', required: false },
      ],
      basis: '《中华人民共和国政府信息公开条例》第二十条',
      enquiryPhone: '000-0000001',
      supervisionPhone: '000-0000002',
    }),
  );
  feed.saveCategory(sampleCategory(3, { name: '人事信息', parent: 'category-1' }));
  for (const item of items(feed)) feed.publish(item);
  feed.withdraw(item(6), { reason: 'inaccurate', replacedBy: item(7).slug });
  feed.withdraw(item(8), { reason: 'personal_data' });
  return feed;
}

function item(n: number, given: Partial<Item> = {}): Item {
  return sampleItem(n, { categories: ['category-2'], responsible: 'organ-2', ...given });
}

function items(feed: SampleFeed): Item[] {
  const table = feed.addFile('fang-yuan.csv', '小区,套数\n站前小区,236\n', {
    name: '配租房源一览表',
    mime: 'text/csv',
    accessibleText: '表中列出 236 套房源的小区、户型、面积和月租金。',
  });
  const listed = { categories: ['category-2'], responsible: 'organ-2' };
  return [
    item(1),
    item(2, {
      title: '样例市公共租赁住房管理实施细则',
      genre: 'notice',
      body: TABLE,
      attachments: [feed.addFile('shen-qing-biao.pdf', '%PDF-1.7', { name: '公共租赁住房申请表' }), table],
      readings: [
        {
          sha256: table.sha256,
          html: '<table><thead><tr><th scope="col">小区</th><th scope="col">套数</th></tr></thead><tbody><tr><td>站前小区</td><td>236</td></tr></tbody></table>',
          isCut: true,
          refusal: null,
        },
      ],
      abstract: '规定公共租赁住房的申请条件、审核轮候、配租和退出。',
      effectiveOn: '2024-03-01',
      writtenOn: '2024-01-10',
    }),
    item(3, { title: '样例市廉租住房管理办法', repealedOn: '2024-03-01', statedValidity: 'repealed' }),
    item(4, { title: '《样例市公共租赁住房管理实施细则》政策解读', interprets: ['item-2'] }),
    item(5, {
      title: '关于不予公开有关信息的说明',
      body: '<p>有关信息经审查不予公开。</p>',
      withholding: {
        mode: 'withheld',
        ground: 'third_party',
        basis: '《中华人民共和国政府信息公开条例》第十五条',
        decidedOn: '2026-03-02',
        reviewAgainOn: '2027-03-02',
      },
    }),
    item(6),
    item(7),
    item(8),
    samplePower(1, {}, listed),
    sampleGuide(1, {}, listed),
    sampleRiskPoint(1, {}, listed),
  ];
}

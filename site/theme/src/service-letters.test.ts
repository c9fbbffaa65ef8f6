import { expect, test } from 'vitest';
import type { ServiceEntry } from './node/views.ts';
import { servicesByLetter } from './service-letters.ts';

const service = (title: string, slug: string): ServiceEntry => ({
  title,
  slug,
  type: 'guide',
  publisher: { code: 'zjj', name: '某局' },
  responsible: null,
});

test('services stand by the sound that their names begin with, in its order', () => {
  const letters = servicesByLetter([
    service('住宅维修资金使用', 'zhu-zhai-wei-xiu'),
    service('公租房申请', 'gong-zu-fang-shen-qing'),
    service('“一件事”办理', 'yi-jian-shi'),
    service('燃气报装', 'ran-qi-bao-zhuang'),
    service('公积金查询', 'gong-ji-jin-cha-xun'),
    service('12345热线', '12345-re-xian'),
    service('BIM审查', 'bim-shen-cha'),
  ]);
  expect(letters.map(({ letter, services }) => [letter, services.map(({ title }) => title)])).toEqual([
    ['B', ['BIM审查']],
    ['G', ['公积金查询', '公租房申请']],
    ['R', ['燃气报装']],
    ['Y', ['“一件事”办理']],
    ['Z', ['住宅维修资金使用']],
    ['#', ['12345热线']],
  ]);
});

test.each([
  ['重大项目备案', 'zhong-da-xiang-mu', 'Z'],
  ['重新核发', 'chong-xin-he-fa', 'C'],
  ['重新核发', 'handwritten', 'Z'],
])('%s at %s stands under %s', (title, slug, letter) => {
  expect(servicesByLetter([service(title, slug)]).map((group) => group.letter)).toEqual([letter]);
});

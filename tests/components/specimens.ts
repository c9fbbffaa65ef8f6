/** Items by what they show, under the addresses that the page of components asks for. */
export const SPECIMENS = {
  plain: 'zhu-fang-1',
  rich: 'zhu-fang-2',
  repealed: 'zhu-fang-3',
  interpretation: 'zhu-fang-4',
  withheld: 'zhu-fang-5',
  replaced: 'zhu-fang-6',
  replacing: 'zhu-fang-7',
  withdrawn: 'zhu-fang-8',
  power: 'quan-li-1',
  guide: 'zhi-nan-1',
  risk: 'feng-xian-1',
} as const;

/** What the plugin says about its audit log, in shapes of its own: scripts see it as an installed package. */
export type Verdict =
  | {
      readonly kind: 'intact';
      readonly count: number;
      readonly from: string | null;
      readonly to: string | null;
      readonly hash: string;
    }
  | {
      readonly kind: 'broken';
      readonly seq: number;
      readonly way: 'altered' | 'missing' | 'inserted' | 'out_of_order' | 'cut_off';
    }
  | { readonly kind: 'hash_unknown'; readonly hash: string };

/** One fact in both languages. */
export interface Statement {
  readonly zh: string;
  readonly en: string;
  readonly isWell: boolean;
}

const WAYS = {
  altered: { zh: '被改动过', en: 'was altered' },
  missing: { zh: '缺失', en: 'is missing' },
  inserted: { zh: '是后来插入的', en: 'was inserted' },
  out_of_order: { zh: '不在原来的位置', en: 'is out of order' },
  cut_off: { zh: '起被截去', en: 'and what followed were cut off' },
};

export function stateVerdict(verdict: Verdict): Statement {
  switch (verdict.kind) {
    case 'intact':
      return verdict.count === 0 ? NOTHING_YET : stateIntact(verdict);
    case 'broken': {
      const { zh, en } = WAYS[verdict.way];
      return {
        zh: `审计日志不完整：第 ${verdict.seq} 条${zh}`,
        en: `The audit log is broken: entry ${verdict.seq} ${en}`,
        isWell: false,
      };
    }
    case 'hash_unknown':
      return {
        zh: `审计日志前后相接，但其中没有记下的校验值 ${verdict.hash}：日志可能被整体改写，或者恢复自更早的备份`,
        en: `The audit log is one chain, but the noted hash ${verdict.hash} is not in it: it was written anew, or comes from an older backup`,
        isWell: false,
      };
  }
}

const NOTHING_YET: Statement = {
  zh: '审计日志还没有记录',
  en: 'The audit log has no entries yet',
  isWell: true,
};

function stateIntact({ count, from, to, hash }: Extract<Verdict, { kind: 'intact' }>): Statement {
  return {
    zh: `审计日志完整：共 ${count} 条，自 ${from} 至 ${to}，最后一条的校验值是 ${hash}，请另行记在别处`,
    en: `The audit log is intact: ${count} entries, from ${from} to ${to}; the hash of the last is ${hash}: note it elsewhere`,
    isWell: true,
  };
}

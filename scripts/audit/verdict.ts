/** What the plugin says about its audit log, in shapes of its own: scripts see it as an installed package. */
export type Verdict =
  | {
      readonly kind: 'intact';
      readonly count: number;
      readonly from: string | null;
      readonly to: string | null;
      readonly hash: string;
      /** Versions in the feed that are as their entries say, and those from before the log. */
      readonly versions: number;
      readonly earlier: number;
    }
  | { readonly kind: 'version_differs'; readonly feedSeq: number; readonly way: 'altered' | 'missing' | 'unlogged' }
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

const VERSION_WAYS = {
  altered: { zh: '的内容与日志所记的校验值不一致', en: 'is not what its entry says' },
  missing: { zh: '在日志中有记录，在变更表中却没有', en: 'has an entry and is not there' },
  unlogged: { zh: '在日志中没有记录', en: 'has no entry' },
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
    case 'version_differs': {
      const { zh, en } = VERSION_WAYS[verdict.way];
      return {
        zh: `审计日志前后相接，但与公开的版本不符：变更 ${verdict.feedSeq} ${zh}`,
        en: `The audit log is one chain, but differs from what was published: change ${verdict.feedSeq} ${en}`,
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

function stateIntact({ count, from, to, hash, versions, earlier }: Extract<Verdict, { kind: 'intact' }>): Statement {
  const before = {
    zh: earlier === 0 ? '' : `（另有 ${earlier} 个版本早于日志）`,
    en: earlier === 0 ? '' : ` (${earlier} more are older than the log)`,
  };
  return {
    zh: `审计日志完整：共 ${count} 条，自 ${from} 至 ${to}，最后一条的校验值是 ${hash}，请另行记在别处。与公开的 ${versions} 个版本一致${before.zh}`,
    en: `The audit log is intact: ${count} entries, from ${from} to ${to}; the hash of the last is ${hash}: note it elsewhere. It agrees with the ${versions} versions that were published${before.en}`,
    isWell: true,
  };
}

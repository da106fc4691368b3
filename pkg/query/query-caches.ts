import { ByteCache } from '../cache/index.ts';
import type { Judgement, JudgementCache } from '../monitor/index.ts';
import type { BatchCaches } from '../timeline/index.ts';
import { batchCaches } from '../timeline/index.ts';

/** What a thread keeps in memory, for all its data sources together. */
export interface QueryCaches extends BatchCaches {
  readonly judgements: ByteCache<Judgement>;
}

/** Caches that share a number of bytes: three quarters for profiles and columns, a quarter for judgements. */
export function queryCaches(maxBytes: number): QueryCaches {
  const forJudgements = Math.max(1, Math.floor(maxBytes / 4));
  return {
    ...batchCaches(Math.max(1, maxBytes - forJudgements)),
    judgements: new ByteCache({ maxBytes: forJudgements }),
  };
}

/** What a judgement takes beside its texts. */
const judgementBytes = 600;

/** The judgements of one data source in a cache that several share. */
export function judgementCache(cache: ByteCache<Judgement>, scope: string): JudgementCache {
  return {
    get: (key) => cache.get(`${scope}\n${key}`),
    set(key, judgement) {
      const { outcome } = judgement;
      const text = outcome.kind === 'none' ? outcome.reason : outcome.explanation;
      cache.set(`${scope}\n${key}`, judgement, judgementBytes + 2 * (text.length + scope.length + key.length));
    },
  };
}

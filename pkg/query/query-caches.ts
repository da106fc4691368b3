import { hash } from 'node:crypto';
import { ByteCache } from '../cache/index.ts';
import type { JudgementCache } from '../monitor/index.ts';
import type { BatchCaches } from '../timeline/index.ts';
import type { KeptJudgement } from './kept-judgement.ts';
import { packJudgement, unpackJudgement } from './kept-judgement.ts';

/** What a thread keeps in memory, for all its data sources together. */
export interface QueryCaches extends BatchCaches {
  readonly judgements: ByteCache<KeptJudgement>;
}

/**
 * Caches that share a number of bytes: a quarter for opened profiles, a quarter for columns, a quarter for judgements.
 * The rest is for what was dropped and is not collected yet: V8 lets about so much of it gather, and what an operator
 * allows is memory of the process, not of its living objects.
 */
export function queryCaches(maxBytes: number): QueryCaches {
  const quarter = Math.max(1, Math.floor(maxBytes / 4));
  return {
    profiles: new ByteCache({ maxBytes: quarter }),
    columns: new ByteCache({ maxBytes: quarter }),
    judgements: new ByteCache({ maxBytes: quarter }),
  };
}

/** What a judgement takes beside its text, with its key. Measured. */
const textBytes = 30;

/** What a judgement takes that is kept whole, with its key. Measured. */
const wholeBytes = 800;

function bytesOf(kept: KeptJudgement): number {
  return 'text' in kept ? textBytes + kept.text.length : wholeBytes;
}

/** The judgements of one data source in a cache that several share. */
export function judgementCache(cache: ByteCache<KeptJudgement>, scope: string): JudgementCache {
  // A key names everything that a judgement depends on. Kept as it is, it would take as much as the judgement.
  const idOf = (key: string): string => hash('sha256', `${scope}\n${key}`, 'base64url');
  return {
    get(key) {
      const kept = cache.get(idOf(key));
      return kept === undefined ? undefined : unpackJudgement(kept);
    },
    set(key, judgement) {
      const kept = packJudgement(judgement);
      cache.set(idOf(key), kept, bytesOf(kept));
    },
  };
}

import { hash } from 'node:crypto';
import { ByteCache } from '../cache/index.ts';
import type { Judgement, JudgementCache } from '../monitor/index.ts';
import type { BatchCaches } from '../timeline/index.ts';
import { batchCaches } from '../timeline/index.ts';

/** What a thread keeps in memory, for all its data sources together. */
export interface QueryCaches extends BatchCaches {
  readonly judgements: ByteCache<Judgement>;
}

/**
 * Caches that share a number of bytes: a quarter for opened profiles, a quarter for columns, a quarter for judgements.
 * The last quarter is for what was dropped and is not collected yet: V8 lets about so much of it gather, and what an
 * operator allows is memory of the process, not of its living objects.
 */
export function queryCaches(maxBytes: number): QueryCaches {
  const quarter = Math.max(1, Math.floor(maxBytes / 4));
  return { ...batchCaches(2 * quarter), judgements: new ByteCache({ maxBytes: quarter }) };
}

/** What a judgement takes beside its text, with its key. Measured. */
const judgementBytes = 300;

/**
 * What a text takes: V8 has one byte for a character where all of them are below 256. To read the characters has it put
 * a text together that was made from pieces, too; kept in pieces it would take several times as much.
 */
function textBytes(text: string): number {
  for (let i = 0; i < text.length; i += 1) {
    if (text.charCodeAt(i) > 0xff) {
      return 2 * text.length;
    }
  }
  return text.length;
}

/** The judgements of one data source in a cache that several share. */
export function judgementCache(cache: ByteCache<Judgement>, scope: string): JudgementCache {
  // A key names everything that a judgement depends on. Kept as it is, it would take as much as the judgement.
  const idOf = (key: string): string => hash('sha256', `${scope}\n${key}`, 'base64url');
  return {
    get: (key) => cache.get(idOf(key)),
    set(key, judgement) {
      const { outcome } = judgement;
      const text = outcome.kind === 'none' ? outcome.reason : outcome.explanation;
      cache.set(idOf(key), judgement, judgementBytes + textBytes(text));
    },
  };
}

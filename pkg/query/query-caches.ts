import { hash } from 'node:crypto';
import { ByteCache } from '../cache/index.ts';
import type { Judgement, JudgementCache } from '../monitor/index.ts';
import type { BatchCaches } from '../timeline/index.ts';

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
const judgementBytes = 300;

function textOf({ outcome }: Judgement): string {
  return outcome.kind === 'none' ? outcome.reason : outcome.explanation;
}

function withText(judgement: Judgement, text: string): Judgement {
  const { outcome } = judgement;
  return {
    ...judgement,
    outcome: outcome.kind === 'none' ? { ...outcome, reason: text } : { ...outcome, explanation: text },
  };
}

/** A judgement whose text is kept apart, as short as it can be. */
export interface KeptJudgement {
  readonly judgement: Judgement;
  /**
   * Its UTF-8, a character for each byte: V8 takes one byte for each of those, and two for each of a text that has an
   * arrow in it. Null: the text has no UTF-8, because half of a surrogate pair stands alone in it, and is where it was.
   */
  readonly text: string | null;
}

function keep(judgement: Judgement): KeptJudgement {
  const text = textOf(judgement);
  // Made anew in either case: a text that was put together is kept in pieces otherwise, which take several times as much.
  return text.isWellFormed()
    ? { judgement: withText(judgement, ''), text: Buffer.from(text, 'utf8').toString('latin1') }
    : { judgement, text: null };
}

function restore({ judgement, text }: KeptJudgement): Judgement {
  return text === null ? judgement : withText(judgement, Buffer.from(text, 'latin1').toString('utf8'));
}

/** The judgements of one data source in a cache that several share. */
export function judgementCache(cache: ByteCache<KeptJudgement>, scope: string): JudgementCache {
  // A key names everything that a judgement depends on. Kept as it is, it would take as much as the judgement.
  const idOf = (key: string): string => hash('sha256', `${scope}\n${key}`, 'base64url');
  return {
    get(key) {
      const kept = cache.get(idOf(key));
      return kept === undefined ? undefined : restore(kept);
    },
    set(key, judgement) {
      const kept = keep(judgement);
      cache.set(idOf(key), kept, judgementBytes + (kept.text?.length ?? 2 * textOf(judgement).length));
    },
  };
}

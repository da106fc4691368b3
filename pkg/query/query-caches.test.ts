import { ByteCache } from '../cache/index.ts';
import type { Judgement } from '../monitor/index.ts';
import type { KeptJudgement } from './kept-judgement.ts';
import { judgementCache, queryCaches } from './query-caches.ts';
import { judgementOf } from './testing/judgement.ts';

const mebibyte = 1024 * 1024;

const judgement = (reason: string): Judgement => judgementOf({ kind: 'none', reason });

/** Fills a cache with values of a kibibyte each, and says how many mebibytes it keeps. */
function keptMiB<Value extends object>(cache: ByteCache<Value>, value: Value): number {
  for (let i = 0; i < 5000; i += 1) {
    cache.set(`${i}`, value, 1024);
  }
  return cache.bytes / mebibyte;
}

describe('the caches of a thread', () => {
  it('have a quarter each, and leave one for what is not collected yet', () => {
    const { profiles, columns, judgements } = queryCaches(4 * mebibyte);
    expect(keptMiB(profiles, [])).toBeCloseTo(1, 2);
    expect(keptMiB(columns, { kind: 'absent' })).toBeCloseTo(1, 2);
    expect(keptMiB(judgements, { whole: judgement('') })).toBeCloseTo(1, 2);
  });

  it.each([0, 1, 3])('of %d bytes keep nothing', (bytes) => {
    const { profiles, columns, judgements } = queryCaches(bytes);
    expect([
      keptMiB(profiles, []),
      keptMiB(columns, { kind: 'absent' }),
      keptMiB(judgements, { whole: judgement('') }),
    ]).toEqual([0, 0, 0]);
  });
});

describe('judgements', () => {
  it('are found by their key and the data source, and by nothing else', () => {
    const cache = new ByteCache<KeptJudgement>({ maxBytes: mebibyte });
    const [mine, theirs] = [judgementCache(cache, 'org 1/uid'), judgementCache(cache, 'org 2/uid')];
    const [first, second] = [judgement('first'), judgement('second')];
    mine.set('a\nb', first);
    expect([mine.get('a\nb'), mine.get('a'), mine.get(''), theirs.get('a\nb')]).toEqual([
      first,
      undefined,
      undefined,
      undefined,
    ]);
    theirs.set('a\nb', second);
    expect([mine.get('a\nb'), theirs.get('a\nb')]).toEqual([first, second]);
  });

  it.each([
    ['30 bytes and their text', 'e', 30],
    ['six bytes for each character beyond ASCII', '→', 35],
  ])('cost %s', (_, text, bytes) => {
    const cache = new ByteCache<KeptJudgement>({ maxBytes: mebibyte });
    cache.set('whole', { whole: judgement('') }, 0);
    const overhead = cache.bytes;
    judgementCache(cache, 'org/uid').set('a key as long as it likes '.repeat(100), judgement(text));
    // A text of one character is this, and a shape's number before it.
    const rest = ',"none","",null,true,null,null,null,0,0,0,0]'.length + '[0'.length;
    expect(cache.bytes - 2 * overhead).toBe(rest + bytes);
  });

  it('that are kept whole cost 800 bytes', () => {
    const cache = new ByteCache<KeptJudgement>({ maxBytes: mebibyte });
    cache.set('whole', { whole: judgement('') }, 0);
    const overhead = cache.bytes;
    judgementCache(cache, 'org/uid').set('key', { ...judgement(''), targetBatches: NaN });
    expect(cache.bytes - 2 * overhead).toBe(800 - 1);
  });
});

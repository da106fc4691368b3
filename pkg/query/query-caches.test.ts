import { ByteCache } from '../cache/index.ts';
import type { Judgement } from '../monitor/index.ts';
import type { KeptJudgement } from './query-caches.ts';
import { judgementCache, queryCaches } from './query-caches.ts';

const mebibyte = 1024 * 1024;

function judgement(reason: string): Judgement {
  return {
    outcome: { kind: 'none', reason },
    isDiscrete: null,
    isTargeted: true,
    unreadable: null,
    largestBinShare: null,
    targetCount: null,
    targetBatches: 0,
    baselineCount: 0,
    baselineBatches: 0,
    expectedBaselineCount: 0,
  };
}

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
    expect(keptMiB(judgements, { judgement: judgement(''), text: null })).toBeCloseTo(1, 2);
  });

  it.each([0, 1, 3])('of %d bytes keep nothing', (bytes) => {
    const { profiles, columns, judgements } = queryCaches(bytes);
    expect([
      keptMiB(profiles, []),
      keptMiB(columns, { kind: 'absent' }),
      keptMiB(judgements, { judgement: judgement(''), text: null }),
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

  it.each(['', 'ascii', 'é', '3.7 % → 4.3 %', '😀', 'a\ud800b', '\udc00', '\uFEFF', '\0'])(
    'come back as they were: %j',
    (text) => {
      const cache = judgementCache(new ByteCache({ maxBytes: mebibyte }), 'org/uid');
      const result: Judgement = {
        ...judgement(''),
        outcome: { kind: 'result', anomalyCount: 1, fields: { drift_metricValue: 0.5 }, explanation: text },
        isDiscrete: false,
        largestBinShare: 0.25,
      };
      const failure: Judgement = {
        ...judgement(''),
        outcome: { kind: 'failure', failureType: 'CalculationException', explanation: text },
      };
      for (const kept of [judgement(text), result, failure]) {
        cache.set('key', kept);
        expect(cache.get('key')).toStrictEqual(kept);
      }
    }
  );

  it.each([
    ['nothing', '', 0],
    ['a byte for each of UTF-8', `${'e'.repeat(97)}→`, 100],
    ['two for each character of a text without UTF-8', `${'e'.repeat(99)}\ud800`, 200],
  ])('cost 300 bytes and their text: %s', (_, text, bytes) => {
    const cache = new ByteCache<KeptJudgement>({ maxBytes: mebibyte });
    cache.set('empty', { judgement: judgement(''), text: null }, 0);
    const overhead = cache.bytes;
    judgementCache(cache, 'org/uid').set('a key as long as it likes '.repeat(100), judgement(text));
    expect(cache.bytes - 2 * overhead).toBe(300 + bytes - 1);
  });
});

import { ByteCache } from './index.ts';

/** What an entry costs beside its value; stated here so that a change of it is seen. */
const overhead = 200;

describe('a byte cache', () => {
  it('returns what was put in, and nothing else', () => {
    const cache = new ByteCache<{ n: number }>({ maxBytes: 10_000 });
    const value = { n: 1 };
    cache.set('', value, 0);
    expect(cache.get('')).toBe(value);
    expect(cache.get('other')).toBeUndefined();
  });

  it('drops the least recently used when the bytes do not suffice', () => {
    const cache = new ByteCache<{ n: number }>({ maxBytes: 2 * (100 + overhead) });
    cache.set('a', { n: 1 }, 100);
    cache.set('b', { n: 2 }, 100);
    cache.get('a');
    cache.set('c', { n: 3 }, 100);
    expect([cache.get('a')?.n, cache.get('b')?.n, cache.get('c')?.n]).toEqual([1, undefined, 3]);
    expect(cache.bytes).toBe(2 * (100 + overhead));
  });

  it('does not keep a value that is larger than all of it, and keeps the others', () => {
    const cache = new ByteCache<{ n: number }>({ maxBytes: 1000 });
    cache.set('small', { n: 1 }, 10);
    cache.set('huge', { n: 2 }, 1001);
    expect([cache.get('small')?.n, cache.get('huge')]).toEqual([1, undefined]);
  });

  it('forgets everything when cleared', () => {
    const cache = new ByteCache<{ n: number }>({ maxBytes: 1000 });
    cache.set('a', { n: 1 }, 1);
    cache.clear();
    expect([cache.get('a'), cache.bytes]).toEqual([undefined, 0]);
  });

  it.each([0, -1, 1.5, NaN, Infinity])('refuses a budget of %p bytes', (maxBytes) => {
    expect(() => new ByteCache({ maxBytes })).toThrow(
      `maxBytes is ${maxBytes}; a cache needs a whole number of bytes above 0`
    );
  });
});

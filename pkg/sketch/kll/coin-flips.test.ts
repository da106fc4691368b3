import { CoinFlips } from './coin-flips.ts';

function flips(seed: number, stream = 0, count = 64): string {
  const coins = new CoinFlips(seed, stream);
  return Array.from({ length: count }, () => coins.next()).join('');
}

test('the same seed and stream give the same flips', () => {
  expect(flips(42)).toBe(flips(42));
  expect(flips(42, 1)).toBe(flips(42, 1));
});

test('neighbouring, great, negative and zero seeds, and streams, all differ', () => {
  const seeds = [0, 1, 2, 3, -1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER, NaN, Infinity];
  const series = [...seeds.map((seed) => flips(seed)), flips(0, 1), flips(1, 1)];
  // NaN has no bits to tell it from 0; infinities neither.
  expect(new Set(series).size).toBeGreaterThanOrEqual(series.length - 2);
});

test.each([0, 1, 12345, -99])('seed %d: heads as often as tails, and no pattern of two', (seed) => {
  const series = flips(seed, 0, 100_000);
  const heads = series.split('1').length - 1;
  // Five standard deviations of 100,000 fair flips are 790.
  expect(Math.abs(heads - 50_000)).toBeLessThan(790);
  let changes = 0;
  for (let i = 1; i < series.length; i++) if (series[i] !== series[i - 1]) changes++;
  expect(Math.abs(changes - 50_000)).toBeLessThan(790);
});

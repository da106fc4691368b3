import { guessRanges } from './guess-ranges.ts';
import type { ItemRun } from './item-run.ts';

/** Runs of one length and one distribution, the numbers from 0 to 1: what a year of equally full sketches consists of. */
function uniformRuns(count: number, length: number, level: number): ItemRun[] {
  return Array.from({ length: count }, (_, run) => {
    // Values between two steps, different ones in each run.
    const items = Float64Array.from({ length }, (__, i) => (i + ((run * 0.37) % 1)) / length);
    const view = new DataView(items.buffer);
    return { items: view, from: 0, to: length, level, weight: 2 ** level, isAscending: true };
  });
}

// 704 is 22 times 32, what is between two items drawn: then a bad guess in one run would be a bad guess in all.
test.each([700, 704, 720, 1024, 33])('runs of %d items: narrow ranges around the items that answer', (length) => {
  const runs = uniformRuns(300, length, 3);
  const n = 300 * length * 8;
  const ranks = [0.3, 0.5, 0.77];
  const { places, usual } = guessRanges(
    runs,
    ranks.map((rank) => rank * n)
  );
  places.forEach(({ range: { min, max } }, i) => {
    // The item that answers for a rank is that number, to within a step.
    expect(min).toBeLessThanOrEqual(ranks[i]! - 1 / length);
    expect(max).toBeGreaterThanOrEqual(ranks[i]! + 1 / length);
    // 5 sqrt(300 / 12) + 1 = 26 items drawn to each side, each for 32 of 300 * length, and at most two buckets more.
    expect(max - min).toBeLessThan((2 * 27 * 32) / (300 * length) + 2 / 4000);
  });
  expect(usual.min).toBeLessThan(0.02);
  expect(usual.max).toBeGreaterThan(0.98);
});

test('beyond the least and the greatest item drawn, ranges are open', () => {
  const { places } = guessRanges(uniformRuns(20, 500, 0), [0, 10_000]);
  expect(places[0]?.range.min).toBe(-Infinity);
  expect(places[1]?.range.max).toBe(Infinity);
});

test('heavy items are drawn as often as their weight says', () => {
  const light = uniformRuns(100, 1000, 0);
  const heavy = uniformRuns(100, 1000, 4).map((run) => {
    const items = Float64Array.from({ length: 1000 }, (_, i) => 10 + i / 1000);
    return { ...run, items: new DataView(items.buffer) };
  });
  const n = 100_000 * 17;
  const { places } = guessRanges([...light, ...heavy], [n / 34, n / 2]);
  // Half of the light weight is a 34th of all; half of all is 15/32 into the heavy weight.
  expect(places[0]!.range.min).toBeGreaterThan(0.2);
  expect(places[0]!.range.max).toBeLessThan(0.8);
  expect(places[1]!.range.min).toBeGreaterThan(10.4);
  expect(places[1]!.range.max).toBeLessThan(10.55);
});

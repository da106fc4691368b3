import { columnQuantile, emptyColumnProfile } from '../../pkg/profile/index.ts';
import { KllBuilder } from '../../pkg/sketch/index.ts';

// Row 64 of the golden cases; WhyLabs' own test of its metrics.
const builder = new KllBuilder(1024, 1);
for (let i = 0; i < 100; i += 1) {
  builder.update(100 * i);
}
const column = { ...emptyColumnProfile, distribution: { mean: 4950, m2: 0, kll: builder.toSketch() } };

test.each([
  [0.05, 500],
  [0.25, 2500],
  [0.75, 7500],
  [0.9, 9000],
  [0.95, 9500],
  [0.99, 9900],
])('#64: the quantile %d of 0, 100, …, 9900 is %d', (rank, expected) => {
  expect(columnQuantile(column, rank)).toBe(expected);
});

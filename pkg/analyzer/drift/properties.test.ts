import fc from 'fast-check';
import type { DriftAlgorithm, DriftConfig } from '../../contract/index.ts';
import { FrequentItemsBuilder, KllBuilder } from '../../sketch/index.ts';
import { drift, type DriftInput } from '../index.ts';
import { driftConfig } from '../testing/drift-config.ts';
import { resultOf } from '../testing/outcome.ts';

const runs = { seed: 20250, numRuns: 150 };

const numbers = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const kll = fc.array(numbers, { minLength: 1, maxLength: 60 }).map((values) => {
  const builder = new KllBuilder(8, values.length);
  values.forEach((value) => builder.update(value));
  return builder.toSketch();
});
const texts = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((weighted) => {
    const builder = new FrequentItemsBuilder();
    weighted.forEach(([text, weight]) => builder.update(text, weight));
    return builder.toSketch();
  });

const window = { minLength: 1, maxLength: 3 };
const inputs: fc.Arbitrary<DriftInput> = fc.oneof(
  fc.record({
    kind: fc.constant('histogram' as const),
    baseline: fc.array(kll, window),
    target: fc.array(kll, window),
  }),
  fc.record({
    kind: fc.constant('frequent_items' as const),
    baseline: fc.array(texts, window),
    target: fc.array(texts, window),
  })
);

const algorithms: Readonly<Record<DriftInput['kind'], readonly DriftAlgorithm[]>> = {
  histogram: [
    'hellinger',
    'jensenshannon',
    'kl_divergence',
    'psi',
    'ks_test',
    'wasserstein',
    'variation_distance',
    'chi_square',
  ],
  frequent_items: ['hellinger', 'jensenshannon', 'kl_divergence', 'psi', 'variation_distance', 'chi_square'],
};

function run(input: DriftInput, options: Partial<DriftConfig>) {
  return resultOf(drift(driftConfig({ metric: input.kind, ...options }), input));
}

function swapped(input: DriftInput): DriftInput {
  return input.kind === 'histogram'
    ? { ...input, baseline: input.target, target: input.baseline }
    : { ...input, baseline: input.target, target: input.baseline };
}

test.each<DriftAlgorithm>(['hellinger', 'jensenshannon', 'psi', 'variation_distance'])(
  '%s is the same in both directions',
  (algorithm) => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [one, other] = [run(input, { algorithm }), run(swapped(input), { algorithm })];
        expect(one.fields.drift_metricValue).toBeCloseTo(other.fields.drift_metricValue ?? NaN, 9);
      }),
      runs
    );
  }
);

test('a tighter threshold never gives fewer anomalies', () => {
  const thresholds = fc.tuple(
    fc.double({ min: -1, max: 20, noNaN: true }),
    fc.double({ min: 0, max: 20, noNaN: true })
  );
  fc.assert(
    fc.property(inputs, thresholds, (input, [threshold, looser]) => {
      for (const algorithm of algorithms[input.kind]) {
        const tight = run(input, { algorithm, threshold }).anomalyCount;
        expect(tight).toBeGreaterThanOrEqual(run(input, { algorithm, threshold: threshold + looser }).anomalyCount);
      }
    }),
    runs
  );
});

test('contributions sum to 1, or are all 0 where nothing drifts', () => {
  fc.assert(
    fc.property(inputs, fc.constantFrom('equal_width' as const, 'equal_mass' as const), (input, bins) => {
      for (const algorithm of algorithms[input.kind]) {
        const { fields, cells } = run(input, { algorithm, bins });
        const contribution = cells?.contribution ?? [];
        expect(contribution).toHaveLength(cells?.baseline.length ?? -1);
        if (contribution.every((share) => share === 0)) {
          expect(fields.drift_metricValue).toBeCloseTo(0, 9);
        } else {
          expect(contribution.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
        }
      }
    }),
    runs
  );
});

test('bins hold all values of both sides, whatever they are', () => {
  fc.assert(
    fc.property(inputs, fc.constantFrom('equal_width' as const, 'equal_mass' as const), (input, bins) => {
      const { cells } = run(input, { bins });
      for (const shares of [cells?.baseline, cells?.target]) {
        expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }
    }),
    runs
  );
});

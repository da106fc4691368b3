import fc from 'fast-check';
import type { ProfileSide } from '../../../pkg/contract/index.ts';
import type { CategoriesProfile, HistogramProfile, Judgement, ProfileModel, Sides } from '../model/profile-model.ts';
import { sharesOf, sidesOf } from '../model/columns.ts';

/** Any finite number, the largest and smallest among them. */
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const amount = fc.oneof(fc.constant(0), fc.nat(), fc.double({ min: 0, max: 1e300, noNaN: true }));

const optionalAmount = fc.option(fc.nat());
const optionalNumber = fc.option(finite);

const facts: fc.Arbitrary<ProfileSide> = fc.record({
  count: optionalAmount,
  count_null: optionalAmount,
  count_nan: optionalAmount,
  count_inf: optionalAmount,
  n: fc.nat(),
  min: optionalNumber,
  max: optionalNumber,
  mean: optionalNumber,
  stddev: optionalNumber,
  unique_est: optionalNumber,
  quantiles: fc.array(fc.record({ rank: fc.constantFrom(0.05, 0.5, 0.95), value: finite }), { maxLength: 3 }),
  rankError: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  batches: fc.nat(9),
  buckets: fc.nat(9),
  startMs: fc.constant(null),
  endMs: fc.constant(null),
});

const judgement: fc.Arbitrary<Judgement> = fc.oneof(
  fc.record({
    state: fc.constantFrom('anomaly' as const, 'ok' as const),
    algorithm: fc.constantFrom('hellinger' as const, 'psi' as const),
    distance: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    threshold: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  }),
  fc.record({
    state: fc.constantFrom('no-baseline' as const, 'no-target' as const, 'not-enough-data' as const, 'failed' as const),
  })
);

const base = fc.record({
  name: fc.string(),
  judgement,
  verdictSentence: fc.option(fc.string()),
  targetFacts: fc.option(facts),
  baselineFacts: fc.option(facts),
  baselineSpec: fc.constant(null),
  granularity: fc.constant(null),
  notices: fc.constant([]),
  missing: fc.constant([]),
});

function sidesOver(cells: number): fc.Arbitrary<Sides> {
  const side = fc.array(amount, { minLength: cells, maxLength: cells }).map((values) => {
    const counts = Float64Array.from(values);
    return { counts, shares: sharesOf(counts) };
  });
  return fc
    .tuple(fc.option(side), fc.option(side))
    .map(([target, baseline]) => sidesOf(target, baseline))
    .filter((sides) => sides !== null);
}

/** Ascending edges; bins may be of no width, of very different widths, and apart from each other. */
const bins = fc.tuple(fc.array(finite, { minLength: 2, maxLength: 60 }), fc.boolean()).map(([edges, isApart]) => {
  const sorted = Float64Array.from(edges).sort();
  const step = isApart ? 2 : 1;
  const starts = sorted.slice(0, -1).filter((_, i) => i % step === 0);
  return { xMin: starts, xMax: starts.map((_, i) => sorted[i * step + 1] ?? 0) };
});

/** Any histogram that the border lets in. */
export const anyHistogram: fc.Arbitrary<HistogramProfile> = bins.chain((own) =>
  fc
    .record({
      common: base,
      sides: sidesOver(own.xMin.length),
      weights: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
        minLength: own.xMin.length,
        maxLength: own.xMin.length,
      }),
    })
    .map(({ common, sides, weights }) => ({
      shape: 'histogram',
      ...common,
      ...sides,
      bins: own,
      isWhole: false,
      contributions:
        sides.target === null || sides.baseline === null
          ? null
          : {
              ...own,
              contribution: Float64Array.from(weights),
              targetShares: sides.target.shares,
              baselineShares: sides.baseline.shares,
            },
    }))
);

/** Any list of categories that the border lets in. */
export const anyCategories: fc.Arbitrary<CategoriesProfile> = fc
  .uniqueArray(fc.string(), { minLength: 1 })
  .chain((names) =>
    fc.tuple(base, sidesOver(names.length)).map(([common, sides]) => ({
      shape: 'categories',
      ...common,
      ...sides,
      names,
      contribution: sides.target === null ? null : sides.target.shares,
    }))
  );

/** Any profile. */
export const anyProfile: fc.Arbitrary<ProfileModel> = fc.oneof(
  anyHistogram,
  anyCategories,
  base.map((common) => ({ shape: 'empty' as const, ...common }))
);

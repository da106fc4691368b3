import type { AnalyzerOutcome, DistanceName, DriftAlgorithm, DriftConfig } from '../contract/index.ts';
import type { FrequentItems, KllSketch } from '../sketch/index.ts';
import { measureChiSquare, type SideCounts } from './drift/chi-square.ts';
import { algorithmNames, conclude, explain, fieldsOf } from './drift/conclude.ts';
import { measureKolmogorovSmirnov } from './drift/kolmogorov-smirnov.ts';
import { type Measured, measureDistance } from './drift/measured.ts';
import { measureTotalVariation } from './drift/total-variation.ts';
import { measureWasserstein } from './drift/wasserstein.ts';
import type { CommonCells, Sides } from './drift-cells.ts';
import { histogramCells, itemCells } from './drift-cells.ts';
import { failure, verdict } from './outcome.ts';

/** Both sides as windows of batches; batches without a sketch are left out. */
export type DriftInput =
  ({ readonly kind: 'histogram' } & Sides<KllSketch>) | ({ readonly kind: 'frequent_items' } & Sides<FrequentItems>);

/** Algorithms of ours that have no value where a side is empty; to the others an empty side counts as 1. */
const needsBothSides: ReadonlySet<DriftAlgorithm> = new Set(['ks_test', 'wasserstein', 'chi_square']);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function measureCells(
  algorithm: DistanceName | 'variation_distance' | 'chi_square',
  cells: CommonCells,
  counts: SideCounts
): Measured {
  switch (algorithm) {
    case 'variation_distance':
      return measureTotalVariation(cells);
    case 'chi_square':
      return measureChiSquare(cells, counts);
    default:
      return measureDistance(algorithm, cells);
  }
}

/** Who lacks values, up to what is lacking. */
function lackOf({ baseline, target }: SideCounts): string {
  return baseline > 0 ? 'the target has no' : target > 0 ? 'the baseline has no' : 'neither side has';
}

function histogramDrift(config: DriftConfig, sides: Sides<KllSketch>): AnalyzerOutcome {
  const { algorithm, bins } = config;
  const counts = { baseline: sum(sides.baseline.map(({ n }) => n)), target: sum(sides.target.map(({ n }) => n)) };
  if (counts.baseline === 0 || counts.target === 0) {
    const value = counts.baseline === counts.target ? 0 : 1;
    if (value === 1 && needsBothSides.has(algorithm)) {
      return failure(
        'CalculationException',
        `drift by ${algorithm} needs numbers on both sides and ${lackOf(counts)} numbers; ` +
          'watch count_null_ratio beside it, or take hellinger, which is 1 then'
      );
    }
    const note = `${lackOf(counts)} numbers, which counts as ${value}`;
    return verdict(value > config.threshold, fieldsOf(config, { value }), explain(config, value, note));
  }
  const cells = histogramCells(sides, bins);
  if (cells === null) {
    return failure(
      'CalculationException',
      'drift of a histogram needs finite values and a side holds infinite ones; ' +
        'leave infinities out when profiling, or count them in a column of their own'
    );
  }
  switch (algorithm) {
    case 'ks_test':
      return conclude(config, cells, measureKolmogorovSmirnov(sides, cells));
    case 'wasserstein':
      return conclude(config, cells, measureWasserstein(sides, cells));
    default:
      return conclude(config, cells, measureCells(algorithm, cells, counts));
  }
}

function itemDrift(config: DriftConfig, sides: Sides<FrequentItems>): AnalyzerOutcome {
  const { algorithm } = config;
  if (algorithm === 'ks_test' || algorithm === 'wasserstein') {
    return failure(
      'IncompatibleTypes',
      `drift by ${algorithm} needs numbers and the metric frequent_items has texts; ` +
        'take the metric histogram, or an algorithm for texts such as hellinger or chi_square'
    );
  }
  const counts = {
    baseline: sum(sides.baseline.map(({ totalWeight }) => totalWeight)),
    target: sum(sides.target.map(({ totalWeight }) => totalWeight)),
  };
  const cells = itemCells(sides);
  return cells === null
    ? verdict(
        false,
        fieldsOf(config, { value: NaN }),
        `${algorithmNames[algorithm]} has no value, which never alerts: ${lackOf(counts)} texts`
      )
    : conclude(config, cells, measureCells(algorithm, cells, counts));
}

/**
 * How far the target's distribution is from the merged baseline's (spec/analyzers.md b.5). Alerts strictly above the
 * threshold, whatever the algorithm; a NaN never does.
 *
 * hellinger, jensenshannon, kl_divergence and psi are WhyLabs' own. Ours beside them: ks_test compares its statistic D,
 * not its p-value; wasserstein is in the column's unit; variation_distance from 0 to 1; chi_square is Pearson's statistic
 * of homogeneity. `bins` equal_mass, ours too, changes the bins of a histogram for all of them.
 *
 * A histogram of one empty side has the distance 1, of two 0; texts of an empty side have none, and no alert: as in
 * WhyLabs' engine. Without a target sketch there is no record.
 *
 * @returns failures: RollupBaselineRequired without a baseline sketch, IncompatibleTypes for ks_test and wasserstein of
 *   texts, CalculationException for infinite values, and for an empty side where the algorithm has no value for it
 */
export function drift(config: DriftConfig, input: DriftInput): AnalyzerOutcome {
  const { metric } = config;
  if (input.target.length === 0) {
    return { kind: 'none', reason: `the target has no ${metric}` };
  }
  if (input.baseline.length === 0) {
    return failure(
      'RollupBaselineRequired',
      `drift needs a baseline with ${metric} and none of its batches has it; choose another baseline or metric`
    );
  }
  return input.kind === 'histogram' ? histogramDrift(config, input) : itemDrift(config, input);
}

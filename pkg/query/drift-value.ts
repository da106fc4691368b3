import type { DriftCells } from '../analyzer/index.ts';
import { histogramCells, itemCells } from '../analyzer/index.ts';
import type { DistributionSource } from '../contract/index.ts';
import type { ColumnProfile, MetricName } from '../profile/index.ts';
import { isDiscreteWindow } from '../profile/index.ts';

/** The parts of a profile that a distance is computed from. */
export function driftMetrics(source: DistributionSource): readonly MetricName[] {
  switch (source) {
    case 'histogram':
      return ['distribution'];
    case 'frequent_items':
      return ['frequent_items'];
    case 'auto':
      return ['counts', 'types', 'cardinality', 'distribution', 'frequent_items'];
  }
}

/** A target and a baseline as windows of batches, in time order. */
export interface DriftSides {
  readonly target: readonly ColumnProfile[];
  readonly baseline: readonly ColumnProfile[];
}

/** What the values of a column are shown and compared as. */
export type Shape = 'histogram' | 'categories';

const holds: Readonly<Record<Shape, (columns: readonly ColumnProfile[]) => boolean>> = {
  histogram: (columns) => columns.some(({ distribution }) => (distribution?.kll.n ?? 0) > 0),
  categories: (columns) => columns.some(({ frequentItems }) => (frequentItems?.totalWeight ?? 0) > 0),
};

/**
 * What a target and its baseline are compared as.
 *
 * @param source `auto` follows WhyLabs: items where the baseline is discrete (spec/analyzers.md a.4), else the
 *   histogram; and whatever both sides have where they lack the one. Where one side is empty the other decides
 * @returns null when neither side has values of the kind
 */
export function driftShape({ target, baseline }: DriftSides, source: DistributionSource): Shape | null {
  if (source !== 'auto') {
    const shape = source === 'histogram' ? 'histogram' : 'categories';
    return holds[shape](target) || holds[shape](baseline) ? shape : null;
  }
  const sides = [baseline, target].filter((side) => holds.histogram(side) || holds.categories(side));
  const [first] = sides;
  if (first === undefined) {
    return null;
  }
  const order: readonly Shape[] =
    isDiscreteWindow(first) === true ? ['categories', 'histogram'] : ['histogram', 'categories'];
  return order.find((shape) => sides.every(holds[shape])) ?? order.find((shape) => holds[shape](first)) ?? null;
}

function histogramOf({ target, baseline }: DriftSides): DriftCells | null {
  const klls = (columns: readonly ColumnProfile[]) => columns.flatMap(({ distribution }) => distribution?.kll ?? []);
  return histogramCells({ target: klls(target), baseline: klls(baseline) });
}

function itemsOf({ target, baseline }: DriftSides): DriftCells | null {
  const sketches = (columns: readonly ColumnProfile[]) => columns.flatMap(({ frequentItems }) => frequentItems ?? []);
  return itemCells({ target: sketches(target), baseline: sketches(baseline) });
}

/** The common cells of a target and its baseline, of a given shape; null when a side has no values of the kind. */
export function cellsOfShape(sides: DriftSides, shape: Shape): DriftCells | null {
  return shape === 'histogram' ? histogramOf(sides) : itemsOf(sides);
}

/**
 * The common cells of a target and its baseline.
 *
 * @param source see `driftShape`
 * @returns null when a side has no values of the kind, and for histograms of infinite values
 */
export function driftCells(sides: DriftSides, source: DistributionSource): DriftCells | null {
  const shape = driftShape(sides, source);
  return shape === null ? null : cellsOfShape(sides, shape);
}

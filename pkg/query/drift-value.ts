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

function histogramOf({ target, baseline }: DriftSides): DriftCells | null {
  const klls = (columns: readonly ColumnProfile[]) => columns.flatMap(({ distribution }) => distribution?.kll ?? []);
  return histogramCells({ target: klls(target), baseline: klls(baseline) });
}

function itemsOf({ target, baseline }: DriftSides): DriftCells | null {
  const sketches = (columns: readonly ColumnProfile[]) => columns.flatMap(({ frequentItems }) => frequentItems ?? []);
  return itemCells({ target: sketches(target), baseline: sketches(baseline) });
}

/**
 * The common cells of a target and its baseline.
 *
 * @param source `auto` follows WhyLabs: items where the merged baseline is discrete (spec/analyzers.md a.4), else the
 *   histogram; and whatever both sides have where they lack the one
 * @returns null when a side has no values of the kind
 */
export function driftCells(sides: DriftSides, source: DistributionSource): DriftCells | null {
  switch (source) {
    case 'histogram':
      return histogramOf(sides);
    case 'frequent_items':
      return itemsOf(sides);
    case 'auto':
      return isDiscreteWindow(sides.baseline) === true
        ? (itemsOf(sides) ?? histogramOf(sides))
        : (histogramOf(sides) ?? itemsOf(sides));
  }
}

import type { ColumnProfile } from '../profile/index.ts';
import { addColumns } from '../profile/index.ts';
import type { KllSketch } from '../sketch/index.ts';

/** A sketch of which the count and the extremes are left. */
function totalsOf({ k, minK, n, min, max }: KllSketch): KllSketch {
  const [levels, items] = [Uint32Array.of(0), new Float64Array(0)];
  return { k, minK, n, min, max, levels, items, isLevelZeroSorted: false, itemBytes: 8 };
}

/**
 * A window of batches as one column, for its counters, moments, extremes and distinct count. Its histogram and its
 * items are empty: to join those of a year costs more than all the rest, and who wants quantiles asks the sketches.
 */
export function windowTotals(columns: readonly ColumnProfile[]): ColumnProfile {
  return addColumns(
    columns.map((column) => ({
      ...column,
      distribution:
        column.distribution === null ? null : { ...column.distribution, kll: totalsOf(column.distribution.kll) },
      frequentItems: null,
    }))
  );
}

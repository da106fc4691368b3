import { addColumns } from './add-columns.ts';
import { columnMetric } from './column-metric.ts';
import { type ColumnProfile, emptyColumnProfile } from './column-profile.ts';
import { discreteShare, inferredType, isDiscrete } from './inferred-type.ts';

/**
 * Whether a window of batches holds categories (spec/analyzers.md a.4), as `isDiscrete` of their sum says. Uniting
 * the distinct counts of a window costs more than all the rest of a distance, so it is done only where nothing else
 * decides: for fractions and texts the type does; and the union lies between the greatest and the sum of its parts,
 * which nearly always stand on the same side of the rule.
 */
export function isDiscreteWindow(columns: readonly ColumnProfile[]): boolean | null {
  const counted = addColumns(columns.map(({ counts, types }) => ({ ...emptyColumnProfile, counts, types })));
  const { type } = inferredType(counted);
  if (type === 'FRACTIONAL' || type === 'STRING' || type === 'UNKNOWN') {
    return isDiscrete(counted);
  }
  const count = columnMetric(counted, 'count');
  const distinct = columns.flatMap((column) => columnMetric(column, 'unique_est') ?? []);
  if (count !== null && count >= 1 && distinct.length > 0) {
    const most = distinct.reduce((sum, part) => sum + part, 0);
    const least = distinct.reduce((greatest, part) => Math.max(greatest, part), 0);
    if ((most + 1) / count <= discreteShare) {
      return true;
    }
    if (least >= 1 && (least + 1) / count > discreteShare) {
      return false;
    }
  }
  return isDiscrete(
    addColumns(columns.map(({ counts, types, cardinality }) => ({ ...emptyColumnProfile, counts, types, cardinality })))
  );
}

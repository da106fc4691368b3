import type { CommonCells } from '../drift-cells.ts';
import { at } from '../element.ts';
import { formatCount, formatNumber } from '../format-number.ts';
import { chiSquareUpperTail } from '../statistics/chi-square-upper-tail.ts';
import { type Measured, sharesOfSum } from './measured.ts';

/** How many values each side has. */
export interface SideCounts {
  readonly baseline: number;
  readonly target: number;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Pearson's chi-square statistic of homogeneity: the table has a row for each side and a column for each cell, counts
 * are shares times the number of values, and the expected counts are pooled, row total x column total / grand total.
 * Degrees of freedom: the cells that either side fills, less 1. The statistic grows with the number of values, so a
 * threshold fits a certain volume; cells that expect fewer than five make the p-value rough.
 */
export function measureChiSquare({ baseline, target }: CommonCells, values: SideCounts): Measured {
  const rows = [
    Array.from(baseline, (share) => share * values.baseline),
    Array.from(target, (share) => share * values.target),
  ];
  const columnTotals = Array.from(baseline, (share, i) => share * values.baseline + at(target, i) * values.target);
  const total = sum(columnTotals);
  const terms = columnTotals.map((columnTotal, i) =>
    sum(
      rows.map((row) => {
        const expected = (sum(row) * columnTotal) / total;
        return expected > 0 ? ((row[i] ?? 0) - expected) ** 2 / expected : 0;
      })
    )
  );
  const statistic = sum(terms);
  const degrees = columnTotals.filter((columnTotal) => columnTotal > 0).length - 1;
  const pValue = degrees > 0 ? chiSquareUpperTail(statistic, degrees) : 1;
  return {
    value: statistic,
    contribution: sharesOfSum(terms),
    note: `p-value ${formatNumber(pValue)} with ${formatCount(degrees, 'degree', 'degrees')} of freedom`,
    pValue,
  };
}

import type { DriftCells } from '../drift-cells.ts';
import { at } from '../element.ts';
import { formatNumber, formatShare } from '../format-number.ts';

/** Cells that an explanation names at most. */
const named = 2;

/** Difference of shares that rounding can make. */
const rounding = 1e-9;

function binText({ edges, end }: { readonly edges: Float64Array; readonly end: number }, bin: number): string {
  const isLast = bin === edges.length - 1;
  const to = isLast ? end : at(edges, bin + 1);
  return `[${formatNumber(at(edges, bin))}, ${formatNumber(to)}${isLast ? ']' : ')'}`;
}

/**
 * The cells that contribute most, with what they make together. Items are not named: texts can be hidden from people,
 * explanations are not.
 *
 * @returns an empty text when no cell contributes
 */
export function explainCells(cells: DriftCells, contribution: ArrayLike<number> & Iterable<number>): string {
  const top = Array.from(contribution, (share, cell) => ({ share, cell }))
    .filter(({ share }) => share > 0)
    // Shares that differ by rounding alone stay in the order of the cells.
    .sort((a, b) => Math.round((b.share - a.share) / rounding))
    .slice(0, named);
  if (top.length === 0) {
    return '';
  }
  const together = formatShare(top.reduce((sum, { share }) => sum + share, 0));
  if (cells.kind === 'frequent_items') {
    return top.length === 1 ? `one item makes ${together} of it` : `two items make ${together} of it`;
  }
  const bins = top.map(({ cell }) => cell).sort((a, b) => a - b);
  const texts = bins.map((bin) => binText(cells, bin)).join(' and ');
  return bins.length === 1 ? `bin ${texts} makes ${together} of it` : `bins ${texts} make ${together} of it`;
}

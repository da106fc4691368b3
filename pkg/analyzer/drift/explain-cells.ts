import type { DriftCells } from '../drift-cells.ts';
import { at } from '../element.ts';
import { formatNumber, formatShare } from '../format-number.ts';

/** Cells that an explanation names at most. */
const named = 2;

/** Significant digits of a cell's share in per cent. */
const shareDigits = 2;

/** Difference of shares that rounding can make. */
const rounding = 1e-9;

function binText({ edges, end }: { readonly edges: Float64Array; readonly end: number }, bin: number): string {
  const isLast = bin === edges.length - 1;
  const to = isLast ? end : at(edges, bin + 1);
  return `[${formatNumber(at(edges, bin))}, ${formatNumber(to)}${isLast ? ']' : ')'}`;
}

function shareText(share: number): string {
  return `${formatNumber(Number((100 * share).toPrecision(shareDigits)))} %`;
}

/** How a cell's share went, such as `41 % → 12 %`; empty where it stayed: some distances are between the cells. */
function changeText({ baseline, target }: DriftCells, cell: number): string {
  const [before, after] = [shareText(at(baseline, cell)), shareText(at(target, cell))];
  return before === after ? '' : `${before} → ${after}`;
}

/**
 * The cells that contribute most, each with its share of the baseline and of the target, and what they make together.
 * Items are not named: texts can be hidden from people, explanations are not.
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
  const isOne = top.length === 1;
  if (cells.kind === 'frequent_items') {
    const changes = top.map(({ cell }) => changeText(cells, cell)).filter((text) => text !== '');
    const detail = changes.length === 0 ? '' : ` (${changes.join(', ')})`;
    return isOne ? `one item${detail} makes ${together} of it` : `two items${detail} make ${together} of it`;
  }
  const texts = top
    .map(({ cell }) => cell)
    .sort((a, b) => a - b)
    .map((bin) => {
      const change = changeText(cells, bin);
      return change === '' ? binText(cells, bin) : `${binText(cells, bin)} (${change})`;
    });
  return isOne ? `bin ${texts.join('')} makes ${together} of it` : `bins ${texts.join(' and ')} make ${together} of it`;
}

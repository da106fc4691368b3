import { at } from '../element.ts';
import type { CategoriesProfile } from '../model/profile-model.ts';
import type { Amount } from './display-bins.ts';

/** By what categories are sorted, largest first: share of the distance, frequency in the target, in the baseline. */
export const categoryOrders = ['contribution', 'frequency', 'baseline'] as const;
export type CategoryOrder = (typeof categoryOrders)[number];

/** A category that one side alone has. */
export type CategoryBadge = 'new' | 'gone';

export interface CategoryRow {
  readonly name: string;
  /** Categories in it: more than 1 for the rest that is shown as one row. */
  readonly categories: number;
  readonly target: Amount | null;
  readonly baseline: Amount | null;
  readonly contribution: number | null;
  readonly badge: CategoryBadge | null;
}

function badgeOf(target: Amount | null, baseline: Amount | null): CategoryBadge | null {
  if (target === null || baseline === null || target.share > 0 === baseline.share > 0) {
    return null;
  }
  return target.share > 0 ? 'new' : 'gone';
}

function rowOf(profile: CategoriesProfile, idx: number, name: string): CategoryRow {
  const amount = (side: CategoriesProfile['target']): Amount | null =>
    side && { count: side.counts && at(side.counts, idx), share: at(side.shares, idx) };
  const [target, baseline] = [amount(profile.target), amount(profile.baseline)];
  const contribution = profile.contribution && at(profile.contribution, idx);
  return { name, categories: 1, target, baseline, contribution, badge: badgeOf(target, baseline) };
}

const keys: Record<CategoryOrder, (row: CategoryRow) => readonly [number, number]> = {
  contribution: (row) => [row.contribution ?? 0, Math.max(row.target?.share ?? 0, row.baseline?.share ?? 0)],
  frequency: (row) => [row.target?.share ?? row.baseline?.share ?? 0, row.baseline?.share ?? 0],
  baseline: (row) => [row.baseline?.share ?? row.target?.share ?? 0, row.target?.share ?? 0],
};

/** Descending by the order's number, then by its second, then by name. Without contributions it is by frequency. */
export function sortedCategories(profile: CategoriesProfile, order: CategoryOrder): readonly CategoryRow[] {
  const key = keys[order === 'contribution' && profile.contribution === null ? 'frequency' : order];
  return profile.names
    .map((name, idx) => rowOf(profile, idx, name))
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => b.key[0] - a.key[0] || b.key[1] - a.key[1] || (a.row.name < b.row.name ? -1 : 1))
    .map(({ row }) => row);
}

function added(rows: readonly CategoryRow[], side: 'target' | 'baseline'): Amount | null {
  const amounts = rows.flatMap((row) => (row[side] === null ? [] : [row[side]]));
  const counts = amounts.flatMap(({ count }) => (count === null ? [] : [count]));
  return amounts.length === 0
    ? null
    : {
        count: counts.length < amounts.length ? null : counts.reduce((a, b) => a + b, 0),
        share: amounts.reduce((total, { share }) => total + share, 0),
      };
}

/** The first rows, and all others as one last row, so that no share is lost. At most `max` rows, at least one. */
export function limitCategories(rows: readonly CategoryRow[], max: number): readonly CategoryRow[] {
  if (rows.length <= Math.max(max, 1)) {
    return rows;
  }
  const shown = rows.slice(0, Math.max(max - 1, 0));
  const rest = rows.slice(shown.length);
  const contributions = rest.flatMap(({ contribution }) => (contribution === null ? [] : [contribution]));
  const other: CategoryRow = {
    name: `${rest.length} others`,
    categories: rest.length,
    target: added(rest, 'target'),
    baseline: added(rest, 'baseline'),
    contribution: contributions.length === 0 ? null : contributions.reduce((a, b) => a + b, 0),
    badge: null,
  };
  return [...shown, other];
}

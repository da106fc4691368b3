import { hash as digest } from 'node:crypto';
import { mergeFrequentItems, SketchError, unionHll } from '../sketch/index.ts';
import { type ColumnProfile, emptyColumnProfile, type MetricName } from './column-profile.ts';
import { contentHash } from './content-hash.ts';
import { decodeColumn } from './decode-column.ts';
import { mergeConditionCount, mergeCounts, mergeIntRange, mergeTypeCounts } from './merge-counts.ts';
import { mergeDistribution } from './merge-distribution.ts';
import { mergeOther } from './merge-other.ts';
import { ProfileError } from './profile-error.ts';
import type { RawColumn } from './raw-column.ts';

/** A decoded column and the hash of its content, which says where in a fold it stands. */
export interface HashedColumn {
  readonly hash: string;
  readonly column: ColumnProfile;
}

/**
 * Folds one column of the files of one batch, as whylogs merges profiles (spec 1.7, 3.2 to 3.9). The order of the fold
 * is that of the content hashes and the coin flips of the KLL follow from them, so the result depends on what the files
 * say and neither on their order nor on their names. A counter that one file does not have counts 0 there; a metric
 * that one file does not have is the others'. No columns give a column of which nothing is known.
 * @throws ProfileError when one of the columns is damaged, or the rows of all together are beyond 2^53.
 */
export function mergeColumns(columns: readonly RawColumn[], wanted?: readonly MetricName[]): ColumnProfile {
  const [first] = columns;
  // A column alone needs no place in an order: hashing it would cost more than decoding it.
  if (first !== undefined && columns.length === 1) return decodeColumn(first, wanted);
  return mergeColumnProfiles(
    columns.map((column) => ({ hash: contentHash(column), column: decodeColumn(column, wanted) }))
  );
}

/** The same for columns that are decoded already; `hash` is the `contentHash` each had. */
export function mergeColumnProfiles(columns: readonly HashedColumn[]): ColumnProfile {
  const ordered = [...columns].sort((left, right) => (left.hash < right.hash ? -1 : left.hash > right.hash ? 1 : 0));
  const seed = Number.parseInt(digest('sha256', ordered.map(({ hash }) => hash).join(' '), 'hex').slice(0, 8), 16);
  try {
    return foldColumns(
      ordered.map(({ column }) => column),
      seed
    );
  } catch (error) {
    // The sketches were read: what is left to go wrong is a total that no number holds.
    if (!(error instanceof SketchError)) throw error;
    throw new ProfileError('limit', 'merged profiles', error.message, null, error);
  }
}

function foldColumns(columns: readonly ColumnProfile[], seed: number): ColumnProfile {
  const [first, ...more] = columns;
  if (first === undefined) return emptyColumnProfile;
  if (more.length === 0) return first;
  return {
    counts: fold(columns, (column) => column.counts, mergeCounts),
    types: fold(columns, (column) => column.types, mergeTypeCounts),
    distribution: fold(
      columns,
      (column) => column.distribution,
      (left, right, step) => mergeDistribution(left, right, stepSeed(seed, step))
    ),
    ints: fold(columns, (column) => column.ints, mergeIntRange),
    cardinality: foldCardinality(columns),
    theta: [],
    frequentItems: fold(columns, (column) => column.frequentItems, mergeFrequentItems),
    conditionCount: fold(columns, (column) => column.conditionCount, mergeConditionCount),
    submetrics: foldMaps(
      columns,
      (column) => column.submetrics,
      (metrics) =>
        foldMaps(
          metrics,
          (metric) => metric,
          (parts) => foldColumns(parts, seed)
        )
    ),
    other: foldMaps(
      columns,
      (column) => column.other,
      (components) => components.reduce((left, right, step) => mergeOther(left, right, stepSeed(seed, step)))
    ),
  };
}

/** Another seed for each step of a fold: 2^32 divided by the golden ratio, the usual stride. */
function stepSeed(seed: number, step: number): number {
  return (seed + Math.imul(step, 0x9e3779b9)) >>> 0;
}

function fold<T>(
  columns: readonly ColumnProfile[],
  metric: (column: ColumnProfile) => T | null,
  merge: (left: T, right: T, step: number) => T
): T | null {
  let merged: T | null = null;
  let step = 0;
  for (const column of columns) {
    const value = metric(column);
    if (value === null) continue;
    merged = merged === null ? value : merge(merged, value, step);
    step++;
  }
  return merged;
}

// Theta sketches of old v0 files cannot join the union: a count without their values would be too low, so there is none.
function foldCardinality(columns: readonly ColumnProfile[]): ColumnProfile['cardinality'] {
  if (columns.some((column) => column.cardinality === null && column.theta.length > 0)) return null;
  const sketches = columns.flatMap((column) => column.cardinality ?? []);
  const [first, ...more] = sketches;
  if (first === undefined) return null;
  return more.length === 0 ? first : unionHll(sketches);
}

/** Folds maps by key; a key that only some have takes theirs. */
function foldMaps<C, T>(
  columns: readonly C[],
  map: (column: C) => ReadonlyMap<string, T>,
  merge: (values: readonly T[]) => T
): ReadonlyMap<string, T> {
  const gathered = new Map<string, T[]>();
  for (const column of columns) {
    for (const [key, value] of map(column)) {
      const values = gathered.get(key);
      if (values === undefined) gathered.set(key, [value]);
      else values.push(value);
    }
  }
  return new Map([...gathered].map(([key, values]) => [key, merge(values)]));
}

import type { ColumnProfile } from './column-profile.ts';
import { columnMetric } from './column-metric.ts';

/** Types as WhyLabs names them. UNKNOWN is what v1 calls object. */
export type ColumnType = 'NULL' | 'UNKNOWN' | 'FRACTIONAL' | 'INTEGRAL' | 'BOOLEAN' | 'STRING';

export interface InferredType {
  readonly type: ColumnType;
  /** Share of the typed values that speak for it, 0 to 1; 1 where the rules fall back on the most frequent type. */
  readonly ratio: number;
}

const clearMajority = 0.7;
const majority = 0.5;

/** The type of a column by its type counters (analyzers a.4). Of equal counters the first in the rules' order wins. */
export function inferredType({ counts, types }: ColumnProfile): InferredType {
  const integral = types?.integral ?? 0;
  const fractional = types?.fractional ?? 0;
  const string = types?.string ?? 0;
  const byType: readonly (readonly [ColumnType, number])[] = [
    ['UNKNOWN', types?.object ?? 0],
    ['FRACTIONAL', fractional],
    ['INTEGRAL', integral],
    ['BOOLEAN', types?.boolean ?? 0],
    ['STRING', string],
  ];
  const total = byType.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return { type: (counts?.null ?? 0) > 0 ? 'NULL' : 'UNKNOWN', ratio: 0 };

  const [candidate, most] = byType.reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const ratio = most / total;
  if (ratio > clearMajority) return { type: candidate, ratio };
  const numeric = integral + fractional;
  if (candidate === 'STRING' && string > numeric) return { type: 'STRING', ratio };
  const widened = candidate === 'FRACTIONAL' ? numeric / total : ratio;
  if (widened >= majority) return { type: candidate, ratio: widened };
  if (numeric / total >= majority) return { type: 'FRACTIONAL', ratio: numeric / total };
  return { type: candidate, ratio: 1 };
}

/** Greatest share of distinct values in a discrete column; the original keeps it as a 32-bit float. */
export const discreteShare = Math.fround(0.15);

/**
 * Whether a column holds categories rather than a continuum (analyzers a.4). A fractional column never does, a text
 * always; else few distinct values must stand against many rows. Null when count or distinct count are not known.
 */
export function isDiscrete(column: ColumnProfile): boolean | null {
  const { type } = inferredType(column);
  if (type === 'FRACTIONAL') return false;
  if (type === 'STRING' || type === 'UNKNOWN') return true;
  const count = columnMetric(column, 'count');
  const distinct = columnMetric(column, 'unique_est');
  if (count === null || distinct === null) return null;
  if (distinct >= count || count < 1) return false;
  if (distinct < 1) return true;
  return (distinct + 1) / count <= discreteShare;
}

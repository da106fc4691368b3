import type { ColumnProfile } from './column-profile.ts';

/** Types as WhyLabs names them. UNKNOWN is what v1 calls object. */
export type ColumnType = 'NULL' | 'UNKNOWN' | 'FRACTIONAL' | 'INTEGRAL' | 'BOOLEAN' | 'STRING';

export interface InferredType {
  readonly type: ColumnType;
  /** Share of the typed values that speak for it, 0 to 1. */
  readonly ratio: number;
}

/** The type of a column (analyzers a.4). */
export function inferredType(_column: ColumnProfile): InferredType {
  return { type: 'UNKNOWN', ratio: 0 };
}

/** Whether a column holds categories rather than a continuum (analyzers a.4); null when it cannot be known. */
export function isDiscrete(_column: ColumnProfile): boolean | null {
  return null;
}

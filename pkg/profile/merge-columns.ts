import { type ColumnProfile, emptyColumnProfile, type MetricName } from './column-profile.ts';
import type { RawColumn } from './raw-column.ts';

/** A decoded column and the hash that says where in the fold it stands. */
export interface HashedColumn {
  readonly hash: string;
  readonly column: ColumnProfile;
}

/** Folds the files of one batch. */
export function mergeColumns(_columns: readonly RawColumn[], _wanted?: readonly MetricName[]): ColumnProfile {
  return emptyColumnProfile;
}

/** Folds the files of one batch, already decoded. */
export function mergeColumnProfiles(_columns: readonly HashedColumn[]): ColumnProfile {
  return emptyColumnProfile;
}

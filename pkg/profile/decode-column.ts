import type { ColumnProfile, MetricName } from './column-profile.ts';
import { ProfileError } from './profile-error.ts';
import type { RawColumn } from './raw-column.ts';

/** Decodes the wanted metrics of a column. */
export function decodeColumn(column: RawColumn, _wanted?: readonly MetricName[]): ColumnProfile {
  throw new ProfileError('unsupported', column.object, 'columns are not decoded yet', null);
}

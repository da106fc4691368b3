import { ProfileError } from './profile-error.ts';
import type { RawColumn } from './raw-column.ts';

/** Hash of the canonical content. */
export function contentHash(column: RawColumn): string {
  throw new ProfileError('unsupported', column.object, 'columns are not hashed yet', null);
}

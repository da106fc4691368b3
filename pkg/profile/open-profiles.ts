import type { ByteSource } from './byte-source.ts';
import { ProfileError } from './profile-error.ts';
import type { ProfileLimits } from './profile-limits.ts';
import type { Profile } from './profile.ts';

/** Opens every profile of an object. */
export async function openProfiles(
  source: ByteSource,
  _limits: Partial<ProfileLimits> = {}
): Promise<readonly Profile[]> {
  throw new ProfileError('unsupported', source.name, 'profiles are not read yet', null);
}

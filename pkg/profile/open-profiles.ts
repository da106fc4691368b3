import type { ByteSource } from './byte-source.ts';
import { ObjectWindow } from './object-window.ts';
import { ProfileError } from './profile-error.ts';
import { defaultProfileLimits, type ProfileLimits } from './profile-limits.ts';
import type { Profile } from './profile.ts';
import { openV1Profiles } from './open-v1.ts';
import { startsWith, v1Magic } from './magic.ts';

/**
 * Opens every profile of an object: one in a v1 file (more when v1 files were concatenated), one a message in a v0
 * file, one an entry in a zip. What it is shows in its bytes, never in its name.
 *
 * Reads the first 64 KiB, and what lengths found there say beyond. Columns are read later, one range each.
 * @throws ProfileError when the object is no profile, or one that cannot be read; then none of it is returned.
 */
export async function openProfiles(
  source: ByteSource,
  limits: Partial<ProfileLimits> = {}
): Promise<readonly Profile[]> {
  const bounds = { ...defaultProfileLimits, ...limits };
  const window = await ObjectWindow.open(source, 0, bounds.headBytes);
  const head = await window.read(0, Math.min(source.size, v1Magic.length));
  if (startsWith(head, v1Magic)) return openV1Profiles(window, bounds);
  throw new ProfileError('not-a-profile', source.name, `${describe(head)} where WHY1 is expected`, 0);
}

function describe(head: Uint8Array): string {
  return head.length === 0 ? 'nothing' : `bytes ${Buffer.from(head).toString('hex')}`;
}

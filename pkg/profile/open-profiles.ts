import { type ByteSource, bytesSource } from './byte-source.ts';
import { magicBytes, startsWith, v1Magic, zipMagics } from './magic.ts';
import { ObjectWindow } from './object-window.ts';
import { openV1Profiles } from './open-v1.ts';
import { ProfileError } from './profile-error.ts';
import { defaultProfileLimits, type ProfileLimits } from './profile-limits.ts';
import type { Profile } from './profile.ts';
import { unzipEntries } from './unzip.ts';
import { readV0Messages } from './v0-messages.ts';
import { V0Profile } from './v0-profile.ts';

/**
 * Opens every profile of an object: one in a v1 file (more when v1 files were concatenated), one a message in a v0
 * file, one an entry in a zip. What it is shows in its bytes, never in its name.
 *
 * Of a v1 file the first 64 KiB are read, and what lengths found there say beyond; its columns are read later. v0 files
 * and archives, which have no index worth the name, are read whole.
 * @throws ProfileError when the object is no profile, or one that cannot be read; then none of it is returned.
 */
export async function openProfiles(
  source: ByteSource,
  limits: Partial<ProfileLimits> = {}
): Promise<readonly Profile[]> {
  const bounds = { ...defaultProfileLimits, ...limits };
  const window = await ObjectWindow.open(source, 0, bounds.headBytes);
  const head = await window.read(0, Math.min(source.size, magicBytes));
  if (startsWith(head, v1Magic)) return openV1Profiles(window, bounds);
  if (source.size === 0) throw new ProfileError('not-a-profile', source.name, 'it is empty', null);
  if (source.size > bounds.wholeObjectBytes) {
    const what = `without WHY1 at its start, ${source.size} bytes are more than wholeObjectBytes allows`;
    throw new ProfileError('limit', source.name, what, null);
  }
  const bytes = await window.extend(0, source.size);
  if (zipMagics.some((magic) => startsWith(head, magic))) return openArchive(source.name, bytes, bounds);
  return readV0Messages(source.name, bytes, bounds).map((message) => new V0Profile(source.name, bytes, message));
}

async function openArchive(object: string, archive: Uint8Array, limits: ProfileLimits): Promise<readonly Profile[]> {
  const profiles: Profile[] = [];
  for (const { name, bytes } of unzipEntries(object, archive, limits)) {
    const entry = `${object}!${name}`;
    if (zipMagics.some((magic) => startsWith(bytes, magic))) {
      throw new ProfileError('unsupported', entry, 'an archive within an archive', null);
    }
    profiles.push(...(await openProfiles(bytesSource(entry, bytes), limits)));
    if (profiles.length > limits.profilesInObject) {
      const what = `more than ${limits.profilesInObject} profiles, the limit profilesInObject`;
      throw new ProfileError('limit', object, what, null);
    }
  }
  return profiles;
}

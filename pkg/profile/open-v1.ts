import { startsWith, v1Magic } from './magic.ts';
import { ObjectWindow } from './object-window.ts';
import { ProfileError } from './profile-error.ts';
import type { ProfileLimits } from './profile-limits.ts';
import type { Profile } from './profile.ts';
import { readV1Head } from './v1-head.ts';
import { V1Profile } from './v1-profile.ts';

/**
 * Bytes that are not worth a request to see whether another profile begins there: magic, two headers and a timestamp
 * do not fit in them. Every real segmented file ends with nine bytes that belong to nothing (spec 1.1).
 */
const shortestProfileBytes = 16;

/** Opens the v1 profile at the start of the window and those that follow it directly. */
export async function openV1Profiles(first: ObjectWindow, limits: ProfileLimits): Promise<readonly Profile[]> {
  const { source } = first;
  const profiles: Profile[] = [];
  let window = first;
  let start = 0;
  for (;;) {
    if (profiles.length >= limits.profilesInObject) {
      const what = `more than ${limits.profilesInObject} profiles, the limit profilesInObject`;
      throw new ProfileError('limit', source.name, what, start);
    }
    const head = await readV1Head(window, start, limits);
    profiles.push(new V1Profile(head, window, limits));
    start = head.base + head.length;
    if (source.size - start < shortestProfileBytes) return profiles;
    const magic = await window.read(start, start + v1Magic.length);
    if (!startsWith(magic, v1Magic)) return profiles;
    if (!window.holds(start)) window = await ObjectWindow.open(source, start, start + limits.headBytes);
  }
}

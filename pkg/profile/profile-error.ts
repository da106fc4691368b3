/**
 * Why a profile could not be read:
 * `truncated`: it ends before what it announces; `corrupt`: it contradicts its own format;
 * `unsupported`: a lawful form that nothing here reads; `limit`: it asks for more than a named limit allows;
 * `not-a-profile`: something else lies there.
 */
export type ProfileErrorCode = 'truncated' | 'corrupt' | 'unsupported' | 'limit' | 'not-a-profile';

const remedies: Record<ProfileErrorCode, string> = {
  truncated: 'Copy or upload the file again, it is not complete.',
  corrupt: 'Write the profile again, the file is damaged.',
  unsupported: 'Write the profile again with whylogs 1.x.',
  limit: 'Raise the limit if the file is to be trusted.',
  'not-a-profile': 'Keep only whylogs profiles (v1, v0 or a zip of them) in this place.',
};

/** The one error of this room. The text names the object, the byte and what can be done about it. */
export class ProfileError extends Error {
  readonly code: ProfileErrorCode;
  /** The object that was read, as its source names it; an entry of an archive is `archive!entry`. */
  readonly object: string;
  /** Byte in the object (in the unpacked entry, for an archive), or null when no byte is to blame. */
  readonly offset: number | null;

  constructor(code: ProfileErrorCode, object: string, what: string, offset: number | null, cause?: unknown) {
    const place = offset === null ? '' : ` at byte ${offset}`;
    super(`${object}: ${what}${place}. ${remedies[code]}`, cause === undefined ? undefined : { cause });
    this.name = 'ProfileError';
    this.code = code;
    this.object = object;
    this.offset = offset;
  }
}

/** Names in messages: quoted, and short even when a hostile file made them long. */
export function quoted(name: string): string {
  const longest = 80;
  return JSON.stringify(name.length > longest ? `${name.slice(0, longest)}…` : name);
}

import { unzipSync, type UnzipFileInfo } from 'fflate';
import { ProfileError, quoted } from './profile-error.ts';
import type { ProfileLimits } from './profile-limits.ts';

/** Greatest ratio that deflate reaches: an entry that announces more is not what it says. */
const greatestDeflateRatio = 1032;

/** Entries that are no profiles and come with archives packed by hand: folders, macOS' shadows, sidecars. */
const beside = /\/$|^__MACOSX\/|\.json$/;

/** An unpacked entry of an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Unpacks the profiles of a zip (spec 6.3). Their names say nothing, the writer may use random ones, so every entry
 * counts as a profile but folders, sidecars (`.json`) and what macOS adds.
 */
export function unzipEntries(object: string, archive: Uint8Array, limits: ProfileLimits): readonly ArchiveEntry[] {
  const admission = new Admission(object, archive.length, limits);
  const files = unzip(object, archive, (file) => admission.admit(file));
  if (admission.sizes.size === 0) throw new ProfileError('not-a-profile', object, 'the archive holds no profile', null);
  return [...admission.sizes].map(([name, size]) => {
    const bytes = files[name];
    if (bytes?.length !== size) {
      const found = bytes === undefined ? 'is missing' : `has ${bytes.length} bytes where ${size} are announced`;
      throw new ProfileError('corrupt', object, `entry ${quoted(name)} ${found}`, null);
    }
    return { name, bytes };
  });
}

/** Decides on each entry before anything is unpacked, and notes what is to come. */
class Admission {
  readonly sizes = new Map<string, number>();
  private total = 0;
  private packed = 0;
  private readonly object: string;
  private readonly archiveBytes: number;
  private readonly limits: ProfileLimits;

  constructor(object: string, archiveBytes: number, limits: ProfileLimits) {
    this.object = object;
    this.archiveBytes = archiveBytes;
    this.limits = limits;
  }

  admit({ name, size, originalSize }: UnzipFileInfo): boolean {
    if (beside.test(name)) return false;
    const { profilesInObject, unpackedBytes } = this.limits;
    if (this.sizes.has(name)) throw this.fail('corrupt', `entry ${quoted(name)} is there twice`);
    if (this.sizes.size >= profilesInObject) {
      throw this.fail('limit', `more than ${profilesInObject} entries, the limit profilesInObject`);
    }
    // Entries lie side by side: together they cannot be larger than the archive, whatever each announces.
    this.packed += size;
    if (this.packed > this.archiveBytes) {
      throw this.fail(
        'corrupt',
        `entry ${quoted(name)} announces ${size} packed bytes, more than the archive has left`
      );
    }
    if (originalSize > size * greatestDeflateRatio) {
      throw this.fail('corrupt', `entry ${quoted(name)} announces ${originalSize} bytes packed into ${size}`);
    }
    this.total += originalSize;
    if (this.total > unpackedBytes) {
      throw this.fail(
        'limit',
        `${this.total} bytes to unpack by entry ${quoted(name)}, more than unpackedBytes allows`
      );
    }
    this.sizes.set(name, originalSize);
    return true;
  }

  private fail(code: 'limit' | 'corrupt', what: string): ProfileError {
    return new ProfileError(code, this.object, what, null);
  }
}

function unzip(
  object: string,
  archive: Uint8Array,
  filter: (file: UnzipFileInfo) => boolean
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(archive, { filter });
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProfileError('corrupt', object, `the zip cannot be unpacked: ${reason}`, null, error);
  }
}

/** What a file may ask for before it is refused with the code `limit`. Files are untrusted. */
export interface ProfileLimits {
  /** First read of an object, in bytes. Real heads lie between 351 and 6,821 bytes; 1,000 columns need about 40 KB. */
  readonly headBytes: number;
  /** Longest header message, in bytes: it is held in memory as long as the profile is open. */
  readonly headerBytes: number;
  /** Longest stored form of one column, in bytes. A full column of k 1024 has about 40 KB, one of k 4096 130 KB. */
  readonly columnBytes: number;
  /** Longest object that must be held whole, in bytes: v0 files and archives. The largest real one has 1.3 MB. */
  readonly wholeObjectBytes: number;
  /** Most profiles in one object. The largest real file holds 26; an archive holds one for each segment. */
  readonly profilesInObject: number;
  /** Most bytes that all entries of one archive may unpack to: a small archive can announce gigabytes. */
  readonly unpackedBytes: number;
}

const mebibyte = 1024 * 1024;

export const defaultProfileLimits: ProfileLimits = {
  headBytes: 64 * 1024,
  headerBytes: 16 * mebibyte,
  columnBytes: 32 * mebibyte,
  wholeObjectBytes: 256 * mebibyte,
  profilesInObject: 100_000,
  unpackedBytes: 512 * mebibyte,
};

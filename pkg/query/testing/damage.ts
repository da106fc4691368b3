/** A profile whose header can be read and whose last column cannot: its bytes are the last of the file. */
export function withDamagedLastColumn(profile: Uint8Array): Uint8Array {
  const damaged = Uint8Array.from(profile);
  damaged.fill(0xff, damaged.length - 20);
  return damaged;
}

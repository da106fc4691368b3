/** The first bytes of a v1 profile: `WHY1`. */
export const v1Magic = Uint8Array.of(0x57, 0x48, 0x59, 0x31);

/** The first bytes of a zip: those of an entry, or of the end of an empty one. */
export const zipMagics: readonly Uint8Array[] = [
  Uint8Array.of(0x50, 0x4b, 0x03, 0x04),
  Uint8Array.of(0x50, 0x4b, 0x05, 0x06),
];

/** Length of all of them. */
export const magicBytes = 4;

export function startsWith(bytes: Uint8Array, magic: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

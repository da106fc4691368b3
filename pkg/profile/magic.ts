/** The first bytes of a v1 profile: `WHY1`. */
export const v1Magic = Uint8Array.of(0x57, 0x48, 0x59, 0x31);

export function startsWith(bytes: Uint8Array, magic: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** An entry of a zip's central directory: what unpacking libraries do not tell. */
export interface ZipEntry {
  readonly name: string;
  /** Unix type and rights. */
  readonly mode: number;
  /** The system that wrote the attributes; 3 is Unix. */
  readonly madeBy: number;
  /** YYYY-MM-DD. */
  readonly day: string;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Reads the central directory of a zip without a comment and under 4 GB (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16). */
export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  if (view.getUint32(end, true) !== endSignature) {
    throw new Error('this is no zip, or one with a comment');
  }
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    if (view.getUint32(at, true) !== entrySignature) {
      throw new Error(`there is no entry at byte ${at}`);
    }
    const day = view.getUint16(at + 14, true);
    const parts = [(day >> 9) + 1980, (day >> 5) & 15, day & 31];
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      mode: view.getUint32(at + 38, true) >>> 16,
      madeBy: view.getUint8(at + 5),
      day: parts.map((part) => String(part).padStart(2, '0')).join('-'),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

/** The headers of a 64-bit little-endian ELF file (System V ABI), as plain records with their place in the file. */

export interface SectionHeader {
  /** Where the header itself stands. */
  headerOffset: number;
  type: number;
  flags: number;
  address: number;
  offset: number;
  bytes: number;
  link: number;
  info: number;
}

export interface ProgramHeader {
  headerOffset: number;
  type: number;
  offset: number;
  address: number;
  fileBytes: number;
  memoryBytes: number;
}

/** Addresses and sizes of user space programs are below 2^53. */
export function readU64(file: Buffer, offset: number): number {
  return Number(file.readBigUInt64LE(offset));
}

export function writeU64(file: Buffer, offset: number, value: number): void {
  file.writeBigUInt64LE(BigInt(value), offset);
}

/** True for the files that this module understands. */
export function isElf64(file: Buffer): boolean {
  return file.length > 64 && file.readUInt32BE(0) === 0x7f454c46 && file[4] === 2 && file[5] === 1;
}

export function sectionHeaders(file: Buffer): SectionHeader[] {
  return table(file, 0x28, 0x3a).map((headerOffset) => ({
    headerOffset,
    type: file.readUInt32LE(headerOffset + 4),
    flags: readU64(file, headerOffset + 8),
    address: readU64(file, headerOffset + 16),
    offset: readU64(file, headerOffset + 24),
    bytes: readU64(file, headerOffset + 32),
    link: file.readUInt32LE(headerOffset + 40),
    info: file.readUInt32LE(headerOffset + 44),
  }));
}

export function programHeaders(file: Buffer): ProgramHeader[] {
  return table(file, 0x20, 0x36).map((headerOffset) => ({
    headerOffset,
    type: file.readUInt32LE(headerOffset),
    offset: readU64(file, headerOffset + 8),
    address: readU64(file, headerOffset + 16),
    fileBytes: readU64(file, headerOffset + 32),
    memoryBytes: readU64(file, headerOffset + 40),
  }));
}

/** Offsets of the entries of a header table: `at` holds its offset, `sizeAt` the entry's size and then their number. */
function table(file: Buffer, at: number, sizeAt: number): number[] {
  if (!isElf64(file)) {
    throw new Error('not a 64-bit little-endian ELF file');
  }
  const offset = readU64(file, at);
  const entryBytes = file.readUInt16LE(sizeAt);
  return Array.from({ length: file.readUInt16LE(sizeAt + 2) }, (_, idx) => offset + idx * entryBytes);
}

/**
 * The two edits that the production executable needs of a 64-bit little-endian ELF file. They stand for `strip` and
 * `patchelf --force-rpath`, which a machine with nothing but Node and npm does not have. Both leave every loaded byte
 * at its offset and address. The order is strip, inject (postject), path: the injection rewrites the string table of
 * a file that has a path already, and cuts it.
 *
 * Offsets and tags: System V ABI, "Object Files", "Program Loading and Dynamic Linking".
 */
import { programHeaders, readU64, sectionHeaders, writeU64, type ProgramHeader } from './elf-headers.ts';

const SHT_STRTAB = 3;
const SHT_RELA = 4;
const SHT_DYNAMIC = 6;
const SHT_NOBITS = 8;
const SHT_REL = 9;
const SHF_ALLOC = 0x2;
const SECTION_HEADER_BYTES = 64;
const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NULL = 0;
const DT_STRTAB = 5;
const DT_STRSZ = 10;
const DT_RPATH = 15;
const DT_RUNPATH = 29;
const DYNAMIC_ENTRY_BYTES = 16;

/**
 * The file without the sections that are not loaded: symbols for linkers, debug information, comments.
 *
 * @throws Error when the file is not such an ELF file
 */
export function withoutUnloadedSections(file: Buffer): Buffer {
  const all = sectionHeaders(file);
  const namesIdx = file.readUInt16LE(0x3e);
  const names = all[namesIdx];
  if (names === undefined) {
    throw new Error(`no section names at index ${namesIdx}`);
  }
  const kept = all.filter((section, idx) => idx === 0 || (section.flags & SHF_ALLOC) !== 0 || idx === namesIdx);
  const loadedEnd = Math.max(
    ...programHeaders(file).map((segment) => segment.offset + segment.fileBytes),
    ...kept
      .filter((section) => section !== names && section.type !== SHT_NOBITS)
      .map((section) => section.offset + section.bytes)
  );
  const tableOffset = alignUp(loadedEnd + names.bytes, 8);
  const result = Buffer.alloc(tableOffset + kept.length * SECTION_HEADER_BYTES);
  file.copy(result, 0, 0, loadedEnd);
  file.copy(result, loadedEnd, names.offset, names.offset + names.bytes);

  const newIdx = (oldIdx: number): number =>
    Math.max(
      0,
      kept.findIndex((section) => section === all[oldIdx])
    );
  kept.forEach((section, idx) => {
    const at = tableOffset + idx * SECTION_HEADER_BYTES;
    file.copy(result, at, section.headerOffset, section.headerOffset + SECTION_HEADER_BYTES);
    result.writeUInt32LE(newIdx(section.link), at + 40);
    if (section.type === SHT_REL || section.type === SHT_RELA) {
      result.writeUInt32LE(newIdx(section.info), at + 44);
    }
    if (section === names) {
      writeU64(result, at + 24, loadedEnd);
    }
  });
  writeU64(result, 0x28, tableOffset);
  result.writeUInt16LE(kept.length, 0x3c);
  result.writeUInt16LE(newIdx(namesIdx), 0x3e);
  return result;
}

/**
 * The file with an RPATH: where the dynamic linker looks first for the libraries of this file and of those libraries.
 * The text goes into the unused end of the page behind the string table's segment, the entry into a spare one of the
 * dynamic table (linkers leave some).
 *
 * @throws Error when the file has such a path already, or no room for one
 */
export function withRpath(file: Buffer, rpath: string): Buffer {
  const result = Buffer.from(file);
  const segments = programHeaders(result);
  const sections = sectionHeaders(result);
  const dynamic = segments.find((segment) => segment.type === PT_DYNAMIC);
  if (dynamic === undefined) {
    throw new Error('no dynamic table: the file is statically linked');
  }
  const entries = dynamicEntries(result, dynamic);
  if (entries.has(DT_RPATH) || entries.has(DT_RUNPATH)) {
    throw new Error('the file has a library path already');
  }
  const strings = entries.get(DT_STRTAB);
  const stringsBytes = entries.get(DT_STRSZ);
  const end = entries.get(DT_NULL);
  if (strings === undefined || stringsBytes === undefined || end === undefined) {
    throw new Error('the dynamic table has no string table or no end');
  }
  // An injection trims the segment to the entries in use; the section still says how much room the linker left.
  const section = sections.find((header) => header.type === SHT_DYNAMIC);
  const tableBytes = Math.max(dynamic.fileBytes, section?.offset === dynamic.offset ? section.bytes : 0);
  const spare = result.subarray(end.offset, dynamic.offset + tableBytes);
  if (spare.length < 2 * DYNAMIC_ENTRY_BYTES || spare.some((byte) => byte !== 0)) {
    throw new Error('the dynamic table has no spare entry');
  }
  const address = appendToSegment(result, segments, strings.value, Buffer.from(`${rpath}\0`, 'latin1'));
  writeU64(result, end.offset, DT_RPATH);
  writeU64(result, end.offset + 8, address - strings.value);
  writeU64(result, dynamic.headerOffset + 32, tableBytes);
  writeU64(result, dynamic.headerOffset + 40, tableBytes);
  // The table now reaches from the old strings to the new one; what lies between is never named by an offset.
  const newStringsBytes = address + rpath.length + 1 - strings.value;
  writeU64(result, stringsBytes.offset + 8, newStringsBytes);
  const stringsSection = sections.find((header) => header.address === strings.value && header.type === SHT_STRTAB);
  if (stringsSection !== undefined) {
    writeU64(result, stringsSection.headerOffset + 32, newStringsBytes);
  }
  return result;
}

/** Writes bytes behind the segment that holds `inside`, makes the segment cover them, and returns their address. */
function appendToSegment(file: Buffer, segments: readonly ProgramHeader[], inside: number, bytes: Buffer): number {
  const loads = segments.filter((segment) => segment.type === PT_LOAD);
  const target = loads.find((load) => load.address <= inside && inside < load.address + load.fileBytes);
  if (target === undefined || target.fileBytes !== target.memoryBytes) {
    throw new Error('the string table is not in a segment of the file');
  }
  const fileEnd = target.offset + target.fileBytes;
  const addressEnd = target.address + target.memoryBytes;
  // The last page of a segment is mapped whole; what follows it in the page belongs to nothing.
  const pageEnd = alignUp(fileEnd, 0x1000);
  const isFree =
    fileEnd + bytes.length <= pageEnd &&
    loads.every((load) => load.offset >= pageEnd || load.offset + load.fileBytes <= fileEnd) &&
    loads.every((load) => load.address >= addressEnd + bytes.length || load.address < addressEnd) &&
    file.subarray(fileEnd, fileEnd + bytes.length).every((byte) => byte === 0);
  if (!isFree) {
    throw new Error('the page behind the string table has no room for the library path');
  }
  bytes.copy(file, fileEnd);
  writeU64(file, target.headerOffset + 32, target.fileBytes + bytes.length);
  writeU64(file, target.headerOffset + 40, target.memoryBytes + bytes.length);
  return addressEnd;
}

/** The first entry of each tag: its value and the offset of the entry. */
function dynamicEntries(file: Buffer, dynamic: ProgramHeader): Map<number, { value: number; offset: number }> {
  const entries = new Map<number, { value: number; offset: number }>();
  for (let offset = dynamic.offset; offset < dynamic.offset + dynamic.fileBytes; offset += DYNAMIC_ENTRY_BYTES) {
    const tag = readU64(file, offset);
    if (!entries.has(tag)) {
      entries.set(tag, { value: readU64(file, offset + 8), offset });
    }
    if (tag === DT_NULL) {
      break;
    }
  }
  return entries;
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}

import type { ComponentPlace } from './component-path.ts';
import { at } from './element.ts';
import type { PathTable } from './path-table.ts';
import { ProfileError, quoted } from './profile-error.ts';
import type { ColumnEntries } from './raw-column.ts';
import { type Blame, wire, WireReader } from './wire.ts';

/** Bytes of the data area that begin with a chunk of one column and end at the latest where the next chunk begins. */
export interface ChunkBytes {
  readonly bytes: Uint8Array;
  /** Byte of the object of the first of them. */
  readonly offset: number;
}

/** `ChunkHeader.type` of a column; the only other value, 0, is a dataset's. */
const columnChunk = 2;

/** Finds the components in the chunks of a column (spec 1.1, 1.2). */
export function readChunks(
  object: string,
  name: string,
  chunks: readonly ChunkBytes[],
  paths: PathTable
): ColumnEntries {
  const { bytes, offsetOf } = join(chunks);
  const places: ComponentPlace[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const chunk of chunks) {
    const offset = chunk.offset - start;
    const blame: Blame = (code, what, index) =>
      new ProfileError(code, object, `column ${quoted(name)}: ${what}`, offset + index);
    const reader = new WireReader(bytes, blame, start, start + chunk.bytes.length);
    enterChunk(reader);
    while (reader.next()) {
      if (reader.is(1, wire.bytes)) readEntry(reader, paths, places, starts, ends);
      else reader.skip();
    }
    start += chunk.bytes.length;
  }
  return { bytes, places, starts, ends, offsetOf };
}

/** Passes over the chunk's header and narrows the reader to its message. */
function enterChunk(reader: WireReader): void {
  let type = 0;
  let length = 0;
  const start = reader.position;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) type = reader.uint();
    else if (reader.is(3, wire.varint)) length = reader.uint();
    else reader.skip();
  }
  reader.leave(outer);
  if (type !== columnChunk) throw reader.fail('corrupt', `chunk type ${type} where a column's, 2, is expected`, start);
  if (length > reader.left) {
    throw reader.fail('corrupt', `a chunk of ${length} bytes is announced, ${reader.left} lie before the next`, start);
  }
  reader.seek(reader.position, reader.position + length);
}

function readEntry(
  reader: WireReader,
  paths: PathTable,
  places: ComponentPlace[],
  starts: number[],
  ends: number[]
): void {
  const first = reader.position;
  let index = 0;
  let start = first;
  let end = first;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) index = reader.uint();
    else if (reader.is(2, wire.bytes)) {
      const length = reader.length();
      start = reader.position;
      end = reader.position += length;
    } else reader.skip();
  }
  reader.leave(outer);
  const place = paths.get(index);
  if (place === null) throw reader.fail('corrupt', `component ${index} has no path in the header`, first);
  places.push(place);
  starts.push(start);
  ends.push(end);
}

// One chunk, which is what all writers make, is viewed; several are laid one after the other.
function join(chunks: readonly ChunkBytes[]): Pick<ColumnEntries, 'bytes' | 'offsetOf'> {
  const [first] = chunks;
  if (first === undefined) return { bytes: new Uint8Array(0), offsetOf: (index) => index };
  if (chunks.length === 1) return { bytes: first.bytes, offsetOf: (index) => first.offset + index };
  const bytes = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.bytes.length, 0));
  const starts: number[] = [];
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.bytes, start);
    starts.push(start);
    start += chunk.bytes.length;
  }
  const offsetOf = (index: number): number => {
    const chunk = starts.findLastIndex((begin) => begin <= index);
    return at(chunks, chunk).offset + index - at(starts, chunk);
  };
  return { bytes, offsetOf };
}

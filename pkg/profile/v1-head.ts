import { ColumnIndex } from './column-index.ts';
import { v1Magic } from './magic.ts';
import type { ObjectWindow } from './object-window.ts';
import { PathTable } from './path-table.ts';
import { ProfileError } from './profile-error.ts';
import type { ProfileLimits } from './profile-limits.ts';
import { type Properties, readTextEntry, readTimestamp } from './properties.ts';
import { blamePiece, wire, WireReader } from './wire.ts';

/** Bytes that a length in front of a message can take at most. */
const longestLength = 10;

/** Everything of a v1 profile that stands before its data area (spec 1.1, 1.2). */
export interface V1Head {
  readonly properties: Properties;
  /** Tags of the segment header, prefix included; the same as in the properties in all files met. */
  readonly headerTags: ReadonlyMap<string, string>;
  readonly columns: ColumnIndex;
  readonly paths: PathTable;
  /** Byte of the object at which the profile begins. */
  readonly start: number;
  /** Byte of the object at which the data area begins: the column offsets count from here. */
  readonly base: number;
  /** Length of the data area in bytes. */
  readonly length: number;
}

/**
 * Reads the head of the v1 profile that begins at byte `start`; its magic has been seen.
 * What the window does not hold is requested, no more than the lengths say and the limits allow.
 */
export async function readV1Head(window: ObjectWindow, start: number, limits: ProfileLimits): Promise<V1Head> {
  const segment = await readDelimited(window, start + v1Magic.length, 'segment header', limits);
  const headerTags = readSegmentTags(segment.reader);
  const header = await readDelimited(window, segment.end, 'profile header', limits);
  if (header.bytes.length === 0) throw header.reader.fail('corrupt', 'it is empty');
  const head = readProfileHeader(header.reader, header.bytes);
  const left = window.source.size - header.end;
  if (head.length > left) {
    throw header.reader.fail('truncated', `a data area of ${head.length} bytes is announced and ${left} follow`, 0);
  }
  return { ...head, headerTags, start, base: header.end };
}

interface Delimited {
  readonly bytes: Uint8Array;
  readonly reader: WireReader;
  /** Byte of the object after the message. */
  readonly end: number;
}

async function readDelimited(
  window: ObjectWindow,
  start: number,
  subject: string,
  limits: ProfileLimits
): Promise<Delimited> {
  const object = window.source.name;
  const prefix = await window.extend(start, start + longestLength);
  const lengthReader = new WireReader(prefix, blamePiece(object, subject, start));
  const length = lengthReader.uint();
  const first = start + lengthReader.position;
  const left = window.source.size - first;
  if (length > left) {
    throw new ProfileError(
      'truncated',
      object,
      `${subject}: a length of ${length} bytes is announced and ${left} are left`,
      start
    );
  }
  if (length > limits.headerBytes) {
    throw new ProfileError('limit', object, `${subject}: ${length} bytes, more than headerBytes allows`, start);
  }
  const bytes = (await window.extend(first, first + length)).subarray(0, length);
  return { bytes, reader: new WireReader(bytes, blamePiece(object, subject, first)), end: first + length };
}

function readSegmentTags(reader: WireReader): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  while (reader.next()) {
    if (!reader.is(4, wire.bytes)) {
      reader.skip();
      continue;
    }
    const outer = reader.enter();
    while (reader.next()) {
      if (reader.is(1, wire.bytes)) readTextEntry(reader, tags);
      else reader.skip();
    }
    reader.leave(outer);
  }
  return tags;
}

function readProfileHeader(
  reader: WireReader,
  bytes: Uint8Array
): Pick<V1Head, 'properties' | 'columns' | 'paths' | 'length'> {
  const columns = new ColumnIndex(bytes);
  const paths = new PathTable(bytes);
  let properties: Properties = noProperties;
  let length = 0;
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) properties = readProperties(reader, properties);
    else if (reader.is(2, wire.bytes)) readColumnEntry(reader, columns);
    else if (reader.is(4, wire.varint)) length = reader.uint();
    else if (reader.is(5, wire.bytes)) readPathEntry(reader, paths);
    else reader.skip();
  }
  return { properties, columns, paths, length };
}

const noProperties: Properties = {
  datasetTimestampMs: null,
  creationTimestampMs: null,
  tags: new Map(),
  metadata: new Map(),
};

function readProperties(reader: WireReader, earlier: Properties): Properties {
  let { datasetTimestampMs, creationTimestampMs } = earlier;
  const tags = new Map(earlier.tags);
  const metadata = new Map(earlier.metadata);
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(4, wire.varint)) creationTimestampMs = readTimestamp(reader);
    else if (reader.is(5, wire.varint)) datasetTimestampMs = readTimestamp(reader);
    else if (reader.is(6, wire.bytes)) readTextEntry(reader, tags);
    else if (reader.is(7, wire.bytes)) readTextEntry(reader, metadata);
    else reader.skip();
  }
  reader.leave(outer);
  return { datasetTimestampMs, creationTimestampMs, tags, metadata };
}

function readColumnEntry(reader: WireReader, columns: ColumnIndex): void {
  let nameStart = 0;
  let nameEnd = 0;
  const offsets: number[] = [];
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) {
      const length = reader.length();
      nameStart = reader.position;
      nameEnd = reader.position += length;
    } else if (reader.is(2, wire.bytes)) readChunkOffsets(reader, offsets);
    else reader.skip();
  }
  reader.leave(outer);
  columns.add(nameStart, nameEnd, offsets);
}

// A repeated integer is packed or not as the writer likes: readers take both.
function readChunkOffsets(reader: WireReader, offsets: number[]): void {
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) offsets.push(reader.uint());
    else if (reader.is(1, wire.bytes)) {
      const message = reader.enter();
      while (reader.left > 0) offsets.push(reader.uint());
      reader.leave(message);
    } else reader.skip();
  }
  reader.leave(outer);
}

function readPathEntry(reader: WireReader, paths: PathTable): void {
  let index = 0;
  let start = 0;
  let end = 0;
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
  paths.add(index, start, end);
}

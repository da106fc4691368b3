import { startsWith, v1Magic } from './magic.ts';
import { ProfileError } from './profile-error.ts';
import { readTimestamp } from './properties.ts';
import { blamePiece, wire, WireReader } from './wire.ts';
import { WireWriter } from './wire-writer.ts';

/** When a profile's data are from and when it was made, epoch milliseconds; null where it does not say. */
export interface ProfileTimes {
  readonly datasetTimestampMs: number | null;
  readonly creationTimestampMs: number | null;
}

/** Fields of a profile's properties (spec 1.2). */
const [creationField, datasetField] = [4, 5];

/** Fields of a profile's header (spec 1.2). */
const [propertiesField, dataLengthField] = [1, 4];

/**
 * A v1 file with other times and nothing else changed: every other byte of its headers stands as it stood, known or
 * not, and columns are not read. In a file of several profiles each is changed; what follows the last one stays.
 *
 * @param object names the file in errors
 * @param change the new times by the old ones; null takes a time away
 * @throws ProfileError unsupported for what is no v1 file; truncated, corrupt
 */
export function replaceTimes(
  object: string,
  bytes: Uint8Array,
  change: (times: ProfileTimes) => ProfileTimes
): Uint8Array {
  if (!startsWith(bytes, v1Magic)) {
    throw new ProfileError('unsupported', object, 'times are replaced in v1 profiles alone; this is none', 0);
  }
  const changed = new WireWriter();
  let start = 0;
  while (startsWith(bytes.subarray(start), v1Magic)) {
    start = replaceInOne(object, bytes, start, change, changed);
  }
  return changed.raw(bytes.subarray(start)).finish();
}

/** Writes the profile that begins at `start`. @returns where it ends */
function replaceInOne(
  object: string,
  bytes: Uint8Array,
  start: number,
  change: (times: ProfileTimes) => ProfileTimes,
  changed: WireWriter
): number {
  const reader = new WireReader(bytes, blamePiece(object, 'profile header', 0), start + v1Magic.length);
  reader.view();
  const beforeHeader = reader.position;
  const header = reader.view();
  const headerStart = reader.position - header.length;
  const found = readHeader(bytes, reader, headerStart);
  reader.seek(headerStart + header.length, bytes.length);
  if (found.dataLength > reader.left) {
    throw reader.fail('truncated', `a data area of ${found.dataLength} bytes is announced and ${reader.left} follow`);
  }
  const end = reader.position + found.dataLength;
  const newHeader = writeHeader(bytes, found.header, change(found.times));
  changed.raw(bytes.subarray(start, beforeHeader)).delimited(newHeader).raw(bytes.subarray(reader.position, end));
  return end;
}

/** A field as it stands in the file, with the fields inside it where those matter. */
interface Piece {
  readonly field: number;
  readonly start: number;
  readonly end: number;
  readonly inside: readonly Piece[] | null;
}

interface Header {
  readonly header: readonly Piece[];
  readonly times: ProfileTimes;
  readonly dataLength: number;
}

function readHeader(bytes: Uint8Array, reader: WireReader, start: number): Header {
  const times: { -readonly [Key in keyof ProfileTimes]: ProfileTimes[Key] } = {
    datasetTimestampMs: null,
    creationTimestampMs: null,
  };
  let dataLength = 0;
  const header: Piece[] = [];
  reader.seek(start, reader.position);
  for (let first = reader.position; reader.next(); first = reader.position) {
    const { field } = reader;
    let inside: Piece[] | null = null;
    if (reader.is(propertiesField, wire.bytes)) {
      inside = [];
      const outer = reader.enter();
      for (let innerFirst = reader.position; reader.next(); innerFirst = reader.position) {
        const inner = reader.field;
        const isTime = reader.wireType === wire.varint && (inner === creationField || inner === datasetField);
        if (isTime)
          times[inner === creationField ? 'creationTimestampMs' : 'datasetTimestampMs'] = readTimestamp(reader);
        else reader.skip();
        inside.push({ field: isTime ? inner : 0, start: innerFirst, end: reader.position, inside: null });
      }
      reader.leave(outer);
    } else if (reader.is(dataLengthField, wire.varint)) dataLength = reader.uint();
    else reader.skip();
    header.push({ field, start: first, end: reader.position, inside });
  }
  return { header, times, dataLength };
}

/** New times stand where the old ones stood; those that are new, at the end of the properties. */
function writeHeader(bytes: Uint8Array, header: readonly Piece[], times: ProfileTimes): Uint8Array {
  const values = new Map([
    [creationField, times.creationTimestampMs],
    [datasetField, times.datasetTimestampMs],
  ]);
  const written = new WireWriter();
  const known = new Set(header.flatMap(({ inside }) => inside ?? []).map(({ field }) => field));
  const missing = [...values].filter(([field, value]) => value !== null && !known.has(field));
  const last = header.findLastIndex(({ inside }) => inside !== null);
  const properties = (inside: readonly Piece[], isLast: boolean): void => {
    const message = new WireWriter();
    for (const { field, start, end } of inside) {
      const value = values.get(field);
      if (value === undefined) message.raw(bytes.subarray(start, end));
      else if (value !== null) message.uint(field, value);
    }
    for (const [field, value] of isLast ? missing : []) message.uint(field, value ?? 0);
    written.message(propertiesField, message.finish());
  };
  if (last < 0 && missing.length > 0) properties([], true);
  header.forEach(({ start, end, inside }, i) => {
    if (inside === null) written.raw(bytes.subarray(start, end));
    else properties(inside, i === last);
  });
  return written.finish();
}

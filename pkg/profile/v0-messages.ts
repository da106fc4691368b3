import { ProfileError } from './profile-error.ts';
import type { ProfileLimits } from './profile-limits.ts';
import { type Properties, readTextEntry, readTimestamp } from './properties.ts';
import { blamePiece, wire, WireReader } from './wire.ts';

/** A message as a range of the object's bytes. */
export interface MessageRange {
  readonly start: number;
  readonly end: number;
}

/** A v0 profile taken apart as far as its columns (spec 2.1). */
export interface V0Message {
  readonly properties: Properties;
  /** In the order of the file; of two with one name the later counts. */
  readonly columns: ReadonlyMap<string, MessageRange>;
  readonly model: MessageRange | null;
}

/**
 * Finds the profiles of a v0 object, which has no magic (spec 2): messages with their lengths before them that end
 * exactly where the object ends, or else one bare message. Only fields that v0 has count as such: any bytes can look
 * like protobuf.
 */
export function readV0Messages(object: string, bytes: Uint8Array, limits: ProfileLimits): readonly V0Message[] {
  const delimited = attempt(object, bytes, (reader, progress) => readDelimitedMessages(reader, progress, limits));
  if (!(delimited instanceof FailedAttempt)) return delimited;
  const bare = attempt(object, bytes, (reader, progress) => [readMessage(reader, progress)]);
  if (!(bare instanceof FailedAttempt)) return bare;
  const { error, hasMeaning } = delimited.progress.fields >= bare.progress.fields ? delimited : bare;
  if (hasMeaning) throw error;
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  const what = `its first bytes, ${head}, are neither WHY1 nor a zip's, and as v0 it ends in an error`;
  throw new ProfileError('not-a-profile', object, what, error.offset, error);
}

/** How far an attempt came: a reading that has met several fields of v0 is no coincidence. */
interface Progress {
  fields: number;
}

/** Fields that must have been understood before an object that ends in an error counts as a damaged v0 file. */
const convincingFields = 3;

class FailedAttempt {
  readonly error: ProfileError;
  readonly progress: Progress;

  constructor(error: ProfileError, progress: Progress) {
    this.error = error;
    this.progress = progress;
  }

  get hasMeaning(): boolean {
    return this.error.code === 'limit' || this.progress.fields >= convincingFields;
  }
}

function attempt(
  object: string,
  bytes: Uint8Array,
  read: (reader: WireReader, progress: Progress) => readonly V0Message[]
): readonly V0Message[] | FailedAttempt {
  const progress: Progress = { fields: 0 };
  try {
    return read(new WireReader(bytes, blamePiece(object, 'v0 profile', 0)), progress);
  } catch (error) {
    if (error instanceof ProfileError) return new FailedAttempt(error, progress);
    throw error;
  }
}

function readDelimitedMessages(reader: WireReader, progress: Progress, limits: ProfileLimits): readonly V0Message[] {
  const messages: V0Message[] = [];
  do {
    const start = reader.position;
    const length = reader.uint();
    if (length > reader.left) {
      const { left } = reader;
      // What is left may be the beginning of a message: then the object is a v0 file that was cut off.
      readMessage(reader, progress);
      throw reader.fail('truncated', `a message of ${length} bytes is announced and ${left} are left`, start);
    }
    if (messages.length >= limits.profilesInObject) {
      throw reader.fail('limit', `more than ${limits.profilesInObject} profiles, the limit profilesInObject`, start);
    }
    // Zeros would read as any number of empty messages.
    if (length === 0) throw reader.fail('corrupt', 'a message without content', start);
    const outer = reader.narrow(length);
    messages.push(readMessage(reader, progress));
    reader.leave(outer);
  } while (reader.left > 0);
  return messages;
}

/** `DatasetProfileMessageV0`. */
function readMessage(reader: WireReader, progress: Progress): V0Message {
  let properties: Properties = noProperties;
  const columns = new Map<string, MessageRange>();
  let model: MessageRange | null = null;
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) properties = readProperties(reader, properties, progress);
    else if (reader.is(2, wire.bytes)) readColumnEntry(reader, columns);
    else if (reader.is(10, wire.bytes)) model = readRange(reader);
    else throw unknownField(reader, 'a profile');
    progress.fields++;
  }
  return { properties, columns, model };
}

const noProperties: Properties = {
  datasetTimestampMs: null,
  creationTimestampMs: null,
  tags: new Map(),
  metadata: new Map(),
};

/** `DatasetPropertiesV0`. Where the time of the data is not set, whylogs takes the session's. */
function readProperties(reader: WireReader, earlier: Properties, progress: Progress): Properties {
  let { datasetTimestampMs, creationTimestampMs } = earlier;
  const tags = new Map(earlier.tags);
  const metadata = new Map(earlier.metadata);
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint) || reader.is(2, wire.varint) || reader.is(3, wire.bytes)) reader.skip();
    else if (reader.is(4, wire.varint)) creationTimestampMs = readTimestamp(reader);
    else if (reader.is(5, wire.varint)) datasetTimestampMs = readTimestamp(reader);
    else if (reader.is(6, wire.bytes)) readTextEntry(reader, tags);
    else if (reader.is(7, wire.bytes)) readTextEntry(reader, metadata);
    else throw unknownField(reader, 'its properties');
    progress.fields++;
  }
  reader.leave(outer);
  return { datasetTimestampMs: datasetTimestampMs ?? creationTimestampMs, creationTimestampMs, tags, metadata };
}

function readColumnEntry(reader: WireReader, columns: Map<string, MessageRange>): void {
  let name = '';
  let column: MessageRange = { start: reader.position, end: reader.position };
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) name = reader.text();
    else if (reader.is(2, wire.bytes)) column = readColumnRange(reader);
    else throw unknownField(reader, 'a column entry');
  }
  reader.leave(outer);
  columns.set(name, column);
}

/** Eight fields, all of them messages or texts. */
const lastColumnField = 8;

function readColumnRange(reader: WireReader): MessageRange {
  const outer = reader.enter();
  const start = reader.position;
  while (reader.next()) {
    if (reader.field > lastColumnField || reader.wireType !== wire.bytes) throw unknownField(reader, 'a column');
    reader.skip();
  }
  const end = reader.position;
  reader.leave(outer);
  return { start, end };
}

function readRange(reader: WireReader): MessageRange {
  const length = reader.length();
  const start = reader.position;
  reader.position += length;
  return { start, end: start + length };
}

function unknownField(reader: WireReader, where: string): ProfileError {
  return reader.fail('corrupt', `field ${reader.field} of wire type ${reader.wireType} does not belong in ${where}`);
}

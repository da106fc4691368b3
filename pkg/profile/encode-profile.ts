import { v1Magic } from './magic.ts';
import { segmentTagPrefix } from './properties.ts';
import { compareCodePoints } from './text.ts';
import { WireWriter } from './wire-writer.ts';

/** What a v1 file says beside its columns. */
export interface ProfileFacts {
  /** The time the data belong to, epoch milliseconds; null leaves it out. */
  readonly datasetTimestampMs: number | null;
  /** When the profile was made, epoch milliseconds; null leaves it out. */
  readonly creationTimestampMs: number | null;
  /** Without the prefix `whylogs.tag.`; empty for an unsegmented profile. */
  readonly segmentTags: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
}

/** Component messages by full path. */
export type EncodedColumn = ReadonlyMap<string, Uint8Array>;

const columnChunk = 2;

/**
 * Lays out a v1 file (spec 1.1, 1.2): one chunk a column, columns in code-point order, paths numbered in theirs.
 * The same columns and facts give the same bytes.
 */
export function encodeProfile(facts: ProfileFacts, columns: ReadonlyMap<string, EncodedColumn>): Uint8Array {
  const indexOf = pathIndexes(columns.values());
  const data = new WireWriter();
  const header = new WireWriter().message(1, encodeProperties(facts));
  let offset = 0;
  for (const [name, components] of [...columns].sort(byKey)) {
    const chunk = encodeChunk(components, indexOf);
    data.raw(chunk);
    const offsets = new WireWriter().message(1, new WireWriter().varint(offset).finish()).finish();
    header.message(2, new WireWriter().text(1, name).message(2, offsets).finish());
    offset += chunk.length;
  }
  header.uint(4, offset);
  for (const [path, index] of indexOf) header.message(5, new WireWriter().uint(1, index).text(2, path).finish());
  return new WireWriter()
    .raw(v1Magic)
    .delimited(encodeSegmentHeader(facts.segmentTags))
    .delimited(header.finish())
    .raw(data.finish())
    .finish();
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return compareCodePoints(left, right);
}

function pathIndexes(columns: Iterable<EncodedColumn>): ReadonlyMap<string, number> {
  const paths = new Set<string>();
  for (const components of columns) {
    for (const path of components.keys()) paths.add(path);
  }
  return new Map([...paths].sort(compareCodePoints).map((path, index) => [path, index]));
}

function encodeChunk(components: EncodedColumn, indexOf: ReadonlyMap<string, number>): Uint8Array {
  const message = new WireWriter();
  for (const [path, component] of [...components].sort(byKey)) {
    message.message(
      1,
      new WireWriter()
        .uint(1, indexOf.get(path) ?? 0)
        .message(2, component)
        .finish()
    );
  }
  const bytes = message.finish();
  const header = new WireWriter().uint(1, columnChunk).uint(3, bytes.length).finish();
  return new WireWriter().delimited(header).raw(bytes).finish();
}

function encodeProperties(facts: ProfileFacts): Uint8Array {
  const properties = new WireWriter();
  if (facts.creationTimestampMs !== null) properties.uint(4, facts.creationTimestampMs);
  if (facts.datasetTimestampMs !== null) properties.uint(5, facts.datasetTimestampMs);
  for (const [key, value] of facts.segmentTags) properties.message(6, encodeText(segmentTagPrefix + key, value));
  for (const [key, value] of facts.metadata) properties.message(7, encodeText(key, value));
  return properties.finish();
}

/** Empty for an unsegmented profile; else one segment with its tags (spec 1.5). */
function encodeSegmentHeader(tags: ReadonlyMap<string, string>): Uint8Array {
  if (tags.size === 0) return new Uint8Array(0);
  const segment = new WireWriter();
  for (const [key, value] of tags) segment.message(1, encodeText(segmentTagPrefix + key, value));
  return new WireWriter().uint(1, 1).message(4, segment.finish()).finish();
}

/** An entry of a `map<string, string>`, and a SegmentTag: both are `{1: key, 2: value}`. */
function encodeText(key: string, value: string): Uint8Array {
  return new WireWriter().text(1, key).text(2, value).finish();
}

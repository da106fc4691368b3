import { compareCodePoints } from './text.ts';
import type { WireReader } from './wire.ts';
import { wire } from './wire.ts';

/** Prefix of the tags that say which segment a profile is (spec 1.5). */
export const segmentTagPrefix = 'whylogs.tag.';

/** The facts of a profile that are not in its columns, the same for v1 and v0. */
export interface Properties {
  readonly datasetTimestampMs: number | null;
  readonly creationTimestampMs: number | null;
  readonly tags: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
}

/** Last instant that a JavaScript date can hold, epoch milliseconds. */
const lastInstantMs = 8.64e15;

/** Reads a timestamp; 0 stands for none. */
export function readTimestamp(reader: WireReader): number | null {
  const start = reader.position;
  const value = reader.int();
  if (value < 0 || value > lastInstantMs) throw reader.fail('corrupt', 'a timestamp beyond all calendars', start);
  return value === 0 ? null : value;
}

/** Reads an entry of a `map<string, string>` into `entries`. */
export function readTextEntry(reader: WireReader, entries: Map<string, string>): void {
  let key = '';
  let value = '';
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) key = reader.text();
    else if (reader.is(2, wire.bytes)) value = reader.text();
    else reader.skip();
  }
  reader.leave(outer);
  entries.set(key, value);
}

/** Segment tags without their prefix, sorted by key. */
export function segmentTagsOf(...sources: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const source of sources) {
    for (const [key, value] of source) {
      if (key.startsWith(segmentTagPrefix)) tags.set(key.slice(segmentTagPrefix.length), value);
    }
  }
  return sortedByKey(tags);
}

/** Tags and metadata together, metadata winning (spec 1.6), sorted by key. */
export function metadataOf(properties: Properties): ReadonlyMap<string, string> {
  return sortedByKey(new Map([...properties.tags, ...properties.metadata]));
}

function sortedByKey(entries: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...entries].sort(([left], [right]) => compareCodePoints(left, right)));
}

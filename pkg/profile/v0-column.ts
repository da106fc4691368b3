import type { ComponentPlace, SlotPath } from './component-path.ts';
import { componentField } from './component-reader.ts';
import { noIntegerMax, noIntegerMin } from './integer-sentinels.ts';
import { quoted } from './profile-error.ts';
import type { ColumnEntries } from './raw-column.ts';
import {
  type ByteView,
  noView,
  readNumbers,
  readStrings,
  readWrapped,
  type V0Numbers,
  type V0Strings,
} from './v0-numbers.ts';
import type { MessageRange } from './v0-messages.ts';
import { blamePiece, wire, WireReader } from './wire.ts';
import { WireWriter } from './wire-writer.ts';

/** `InferredType.Type` (spec 2.1). UNKNOWN holds what v1 calls object. */
const inferredType = { unknown: 0, null: 1, fractional: 2, integral: 3, boolean: 4, string: 5 } as const;

/** `ColumnMessageV0`, sketches still bytes. */
interface V0Column {
  readonly count: number;
  readonly trueCount: number | null;
  readonly nullCount: number | null;
  /** By `InferredType.Type`; null when the column has no schema. */
  readonly typeCounts: ReadonlyMap<number, number> | null;
  readonly numbers: V0Numbers | null;
  readonly strings: V0Strings | null;
  readonly frequentItems: ByteView;
  readonly cardinality: ByteView;
}

/**
 * Turns a v0 column into the components that v1 would have (spec 2.2), so that everything beyond this file knows one
 * format only. Sketches are copied as they are; errors in them still point to their bytes in the v0 object.
 */
export function readV0Column(object: string, name: string, bytes: Uint8Array, range: MessageRange): ColumnEntries {
  const blame = blamePiece(object, `column ${quoted(name)}`, 0);
  const column = readColumn(new WireReader(bytes, blame, range.start, range.end));
  const components = new ComponentList(range.start);
  addCounters(components, column);
  addDistribution(components, column);
  addCardinality(components, column);
  const items = column.frequentItems.bytes.length > 0 ? column.frequentItems : (column.strings?.items ?? noView);
  components.sketch('frequent_items/frequent_strings', componentField.frequentItems, items);
  return components.finish();
}

function readColumn(reader: WireReader): V0Column {
  let count = 0;
  let trueCount: number | null = null;
  let nullCount: number | null = null;
  let typeCounts: Map<number, number> | null = null;
  let numbers: V0Numbers | null = null;
  let strings: V0Strings | null = null;
  let frequentItems = noView;
  let cardinality = noView;
  while (reader.next()) {
    const outer = reader.enter();
    switch (reader.field) {
      case 2:
        while (reader.next()) {
          if (reader.is(1, wire.varint)) count = readCounter(reader);
          else if (reader.is(2, wire.bytes)) trueCount = readInt64Value(reader);
          else if (reader.is(3, wire.bytes)) nullCount = readInt64Value(reader);
          else reader.skip();
        }
        break;
      case 3:
        typeCounts ??= new Map();
        while (reader.next()) {
          if (reader.is(1, wire.bytes)) readTypeCount(reader, typeCounts);
          else reader.skip();
        }
        break;
      case 4:
        numbers = readNumbers(reader);
        break;
      case 5:
        strings = readStrings(reader);
        break;
      case 7:
        frequentItems = readWrapped(reader);
        break;
      case 8:
        cardinality = readWrapped(reader);
        break;
    }
    reader.leave(outer);
  }
  return { count, trueCount, nullCount, typeCounts, numbers, strings, frequentItems, cardinality };
}

function readCounter(reader: WireReader): number {
  const start = reader.position;
  const value = reader.int();
  if (value < 0) throw reader.fail('corrupt', `a counter is ${value}`, start);
  return value;
}

/** `google.protobuf.Int64Value`: present means set, even to 0. */
function readInt64Value(reader: WireReader): number {
  let value = 0;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) value = readCounter(reader);
    else reader.skip();
  }
  reader.leave(outer);
  return value;
}

function readTypeCount(reader: WireReader, typeCounts: Map<number, number>): void {
  let type = 0;
  let count = 0;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) type = reader.int();
    else if (reader.is(2, wire.varint)) count = readCounter(reader);
    else reader.skip();
  }
  reader.leave(outer);
  typeCounts.set(type, count);
}

function addCounters(components: ComponentList, column: V0Column): void {
  const { typeCounts } = column;
  components.integer('counts/n', BigInt(column.count));
  // One of two places holds the nulls; adding them would count them twice (spec 2.2).
  const nulls = typeCounts?.get(inferredType.null) ?? column.nullCount ?? 0;
  components.integer('counts/null', BigInt(nulls));
  if (column.trueCount !== null) components.integer('counts/true', BigInt(column.trueCount));
  if (typeCounts === null) return;
  const ofType = (type: number): bigint => BigInt(typeCounts.get(type) ?? 0);
  components.integer('types/integral', ofType(inferredType.integral));
  components.integer('types/fractional', ofType(inferredType.fractional));
  components.integer('types/boolean', ofType(inferredType.boolean));
  components.integer('types/string', ofType(inferredType.string));
  components.integer('types/object', ofType(inferredType.unknown));
}

function addDistribution(components: ComponentList, { numbers }: V0Column): void {
  if (numbers === null) return;
  components.sketch('distribution/kll', componentField.kll, numbers.histogram);
  if (numbers.variance !== null) {
    components.double('distribution/mean', numbers.variance.mean);
    components.double('distribution/m2', numbers.variance.m2);
  }
  if (numbers.longs !== null) {
    const isEmpty = numbers.longs.count === 0;
    components.integer('ints/max', isEmpty ? noIntegerMax : numbers.longs.max);
    components.integer('ints/min', isEmpty ? noIntegerMin : numbers.longs.min);
  }
}

/** The theta sketches of numbers and texts stand in only where the HLL tracker did not exist yet. */
function addCardinality(components: ComponentList, column: V0Column): void {
  if (column.cardinality.bytes.length > 0) {
    components.sketch('cardinality/hll', componentField.hll, column.cardinality);
    return;
  }
  components.bytes('cardinality/theta-numbers', column.numbers?.theta ?? noView);
  components.bytes('cardinality/theta-strings', column.strings?.theta ?? noView);
}

/** Components in the making, with the byte of the v0 object that each came from. */
class ComponentList {
  private readonly writer = new WireWriter();
  private readonly places: ComponentPlace[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Index in the bytes being written, and the byte of the object that it stands for. */
  private readonly origins: { readonly index: number; readonly offset: number }[] = [];
  private readonly columnStart: number;

  constructor(columnStart: number) {
    this.columnStart = columnStart;
  }

  integer(path: SlotPath, value: bigint): void {
    this.add(path, () => this.writer.int64(componentField.integer, value));
  }

  double(path: SlotPath, value: number): void {
    this.add(path, () => this.writer.double(componentField.double, value));
  }

  /** A sketch message; an empty view adds nothing. */
  sketch(path: SlotPath, field: number, { bytes, offset }: ByteView): void {
    if (bytes.length === 0) return;
    const message = new WireWriter().message(1, bytes).finish();
    this.add(path, () => this.writer.message(field, message), offset, bytes.length);
  }

  bytes(path: SlotPath, { bytes, offset }: ByteView): void {
    if (bytes.length === 0) return;
    const field = componentField.serializedBytes;
    this.add(path, () => this.writer.message(field, bytes), offset, bytes.length);
  }

  finish(): ColumnEntries {
    const { places, starts, ends, origins, columnStart } = this;
    const offsetOf = (index: number): number => {
      const origin = origins.findLast((candidate) => candidate.index <= index);
      return origin === undefined ? columnStart : origin.offset + index - origin.index;
    };
    return { bytes: this.writer.finish(), places, starts, ends, offsetOf };
  }

  private add(path: SlotPath, write: () => void, offset = this.columnStart, length = 0): void {
    const start = this.writer.length;
    write();
    const end = this.writer.length;
    this.places.push({ kind: 'slot', path, slot: path });
    this.starts.push(start);
    this.ends.push(end);
    // A copied sketch ends its component; the bytes before it are the envelope, which the object does not have.
    this.origins.push({ index: start, offset: offset - (end - length - start) });
  }
}

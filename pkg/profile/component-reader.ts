import {
  type FrequentItems,
  type HllSketch,
  type KllSketch,
  readFrequentItems,
  readHll,
  readKll,
  readTheta,
  SketchError,
  type ThetaSketch,
} from '../sketch/index.ts';
import { ProfileError, type ProfileErrorCode, quoted } from './profile-error.ts';
import type { ColumnEntries } from './raw-column.ts';
import { wire, WireReader } from './wire.ts';

/** Fields of `MetricComponentMessage` (spec 1.2). All but the first are one oneof. */
export const componentField = {
  typeId: 1,
  integer: 2,
  double: 3,
  frequentItems: 4,
  hll: 5,
  kll: 6,
  cpc: 7,
  serializedBytes: 10,
  struct: 11,
  any: 12,
} as const;

const wireTypeOf: Readonly<Record<number, number>> = {
  [componentField.integer]: wire.varint,
  [componentField.double]: wire.fixed64,
  [componentField.frequentItems]: wire.bytes,
  [componentField.hll]: wire.bytes,
  [componentField.kll]: wire.bytes,
  [componentField.cpc]: wire.bytes,
  [componentField.serializedBytes]: wire.bytes,
  [componentField.struct]: wire.bytes,
  [componentField.any]: wire.bytes,
};

const kindNames: Readonly<Record<number, string>> = {
  0: 'nothing',
  [componentField.integer]: 'an integer',
  [componentField.double]: 'a double',
  [componentField.frequentItems]: 'a frequent items sketch',
  [componentField.hll]: 'an HLL sketch',
  [componentField.kll]: 'a KLL sketch',
  [componentField.cpc]: 'a CPC sketch',
  [componentField.serializedBytes]: 'bytes',
  [componentField.struct]: 'a Struct',
  [componentField.any]: 'an Any',
};

function kindName(field: number): string {
  return kindNames[field] ?? 'something unknown';
}

/** Reads the component messages of a column one after the other. `open` chooses one; the others read its value. */
export class ComponentReader {
  /** Registry number of the component's writer (spec 1.3). */
  typeId = 0;
  /** Which field of the oneof is set; 0 when none is. */
  field = 0;
  private readonly object: string;
  private readonly column: string;
  private readonly entries: ColumnEntries;
  private readonly reader: WireReader;
  private path = '';
  private start = 0;
  private valueStart = 0;
  private end = 0;

  constructor(object: string, column: string, entries: ColumnEntries) {
    this.object = object;
    this.column = column;
    this.entries = entries;
    this.reader = new WireReader(entries.bytes, (code, what, index) => this.fail(code, what, index));
  }

  open(path: string, start: number, end: number): void {
    this.path = path;
    this.start = start;
    this.end = end;
    this.typeId = 0;
    this.field = 0;
    const { reader } = this;
    reader.seek(start, end);
    while (reader.next()) {
      const { field } = reader;
      if (reader.is(componentField.typeId, wire.varint)) {
        this.typeId = reader.uint();
        continue;
      }
      if (wireTypeOf[field] === reader.wireType) {
        this.field = field;
        this.valueStart = reader.position;
      }
      reader.skip();
    }
  }

  /** A counter: not negative, and small enough for a number. */
  count(): number {
    this.expect(componentField.integer);
    const value = this.valueReader().int();
    if (value < 0) throw this.fail('corrupt', `the counter is ${value}`);
    return value;
  }

  integer(): bigint {
    this.expect(componentField.integer);
    return this.valueReader().int64();
  }

  double(): number {
    this.expect(componentField.double);
    return this.valueReader().double();
  }

  kll(): KllSketch {
    this.expect(componentField.kll);
    return this.sketch(readKll, this.sketchBytes());
  }

  hll(): HllSketch {
    this.expect(componentField.hll);
    return this.sketch(readHll, this.sketchBytes());
  }

  frequentItems(): FrequentItems {
    this.expect(componentField.frequentItems);
    return this.sketch(readFrequentItems, this.sketchBytes());
  }

  theta(): ThetaSketch {
    this.expect(componentField.serializedBytes);
    return this.sketch(readTheta, this.bytes());
  }

  /** The value of a length-delimited field as it stands, a view. */
  bytes(): Uint8Array {
    return this.valueReader().view();
  }

  /** A reader that stands in the message under the field. */
  message(): WireReader {
    const reader = this.valueReader();
    reader.enter();
    return reader;
  }

  fail(code: ProfileErrorCode, what: string, index = this.start, cause?: unknown): ProfileError {
    const offset = this.entries.offsetOf(index);
    return new ProfileError(code, this.object, `column ${quoted(this.column)}, ${this.path}: ${what}`, offset, cause);
  }

  private expect(field: number): void {
    if (this.field !== field) {
      throw this.fail('corrupt', `${kindName(this.field)} where ${kindName(field)} is expected`);
    }
  }

  private valueReader(): WireReader {
    this.reader.seek(this.valueStart, this.end);
    return this.reader;
  }

  /** All four sketch messages are `{1: sketch bytes}`. */
  private sketchBytes(): Uint8Array {
    const reader = this.message();
    let bytes = this.entries.bytes.subarray(reader.position, reader.position);
    while (reader.next()) {
      if (reader.is(1, wire.bytes)) bytes = reader.view();
      else reader.skip();
    }
    return bytes;
  }

  private sketch<T>(read: (bytes: Uint8Array) => T, bytes: Uint8Array): T {
    try {
      return read(bytes);
    } catch (error) {
      if (!(error instanceof SketchError)) throw error;
      const start = bytes.byteOffset - this.entries.bytes.byteOffset;
      const code = error.code === 'argument' ? 'corrupt' : error.code;
      throw this.fail(code, error.message, start + (error.offset ?? 0), error);
    }
  }
}

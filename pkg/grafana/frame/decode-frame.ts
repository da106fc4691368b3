import { type Data, DataType, type Field as ArrowField, RecordBatchReader, type Vector } from 'apache-arrow';

import { messageOf } from '../error-facts.ts';
import { type JsonObject, type JsonValue, parseJsonObject } from '../json.ts';
import { at } from './element.ts';
import { FrameError } from './frame-error.ts';

/** A value of a decoded column: times are nanoseconds since 1970 as bigint, 64-bit integers bigint. */
export type Cell = bigint | JsonValue;

export type DecodedType = 'time' | 'number' | 'integer' | 'boolean' | 'string' | 'json' | 'enum';

export interface DecodedField {
  readonly name: string;
  readonly type: DecodedType;
  /** Arrow's name of the type, for example `Timestamp<NANOSECOND>`. */
  readonly arrowType: string;
  readonly nullable: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly config: JsonObject;
  readonly values: readonly Cell[];
}

/** A frame as plain columns. */
export interface DecodedFrame {
  readonly name: string;
  /** Empty when the frame has none. */
  readonly meta: JsonObject;
  readonly length: number;
  readonly fields: readonly DecodedField[];
}

/**
 * Reads a frame from an Arrow IPC file as Grafana does: raw nanoseconds, JSON in binary columns, enumerations by index.
 *
 * @throws FrameError `not-a-frame` for other bytes and for column types that Grafana does not read
 */
export function decodeFrame(bytes: Uint8Array): DecodedFrame {
  try {
    // Not a table: the library merges the fields of the same name in its schema.
    const reader = RecordBatchReader.from(bytes).open();
    // Before the batches: the reader forgets its schema at the end.
    const { metadata } = reader.schema;
    // The library types fields of an unknown schema as any.
    const fields = reader.schema.fields as ArrowField<DataType>[];
    const batches = [...reader];
    return {
      name: metadata.get('name') ?? '',
      meta: jsonOf(metadata.get('meta')),
      length: batches.reduce((sum, { numRows }) => sum + numRows, 0),
      fields: fields.map((field, index) =>
        decodeField(
          field,
          batches.map((batch) => batch.getChildAt(index))
        )
      ),
    };
  } catch (error) {
    const reason = messageOf(error);
    throw new FrameError('not-a-frame', `the bytes are not a frame: ${reason}`, { cause: error });
  }
}

function decodeField(field: ArrowField<DataType>, columns: readonly (Vector | null)[]): DecodedField {
  const type = decodedType(field);
  return {
    // An empty name is written as none, which the library's typing does not know.
    name: field.name || '',
    type,
    arrowType: arrowName(field.type),
    nullable: field.nullable,
    labels: textsOf(jsonOf(field.metadata.get('labels'))),
    config: jsonOf(field.metadata.get('config')),
    values: columns.flatMap((column) =>
      column === null ? [] : type === 'time' ? nanosecondsOf(column) : cellsOf(column, type)
    ),
  };
}

function arrowName(type: DataType): string {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- every class of types has its own, the base's typing has none
  return String(type);
}

function decodedType({ name, type, metadata }: ArrowField<DataType>): DecodedType {
  if (DataType.isTimestamp(type)) return 'time';
  if (DataType.isFloat(type)) return 'number';
  if (DataType.isInt(type)) return metadata.get('tstype') === 'enum' ? 'enum' : 'integer';
  if (DataType.isBool(type)) return 'boolean';
  if (DataType.isUtf8(type)) return 'string';
  if (DataType.isBinary(type)) return 'json';
  throw new FrameError('not-a-frame', `field "${name}" has the type ${arrowName(type)}, which Grafana does not read`);
}

function cellsOf(column: Vector, type: DecodedType): Cell[] {
  return Array.from({ length: column.length }, (_, row) => {
    const value: unknown = column.get(row);
    if (value === null) {
      return null;
    }
    if (type === 'json' && value instanceof Uint8Array) {
      // JSON.parse gives nothing but JSON values.
      return JSON.parse(new TextDecoder().decode(value)) as JsonValue;
    }
    if (typeof value === 'bigint' || typeof value === 'string' || typeof value === 'boolean') {
      return value;
    }
    return Number(value);
  });
}

/** The library gives times as milliseconds, without what is below; the raw values are exact. */
function nanosecondsOf(column: Vector): Cell[] {
  return column.data.flatMap((data: Data) => {
    const values: unknown = data.values;
    if (!(values instanceof BigInt64Array)) {
      throw new FrameError('not-a-frame', 'a time column does not hold 64-bit integers');
    }
    return Array.from({ length: data.length }, (_, row) => (data.getValid(row) ? at(values, row) : null));
  });
}

function jsonOf(text: string | undefined): JsonObject {
  return (text === undefined ? null : parseJsonObject(text)) ?? {};
}

function textsOf(object: JsonObject): Record<string, string> {
  const pairs = Object.entries(object).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : []
  );
  return Object.fromEntries(pairs);
}

import {
  Binary,
  Bool,
  type Data,
  Field as ArrowField,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  TimestampNanosecond,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
} from 'apache-arrow';

import { checkLayout } from './check-layout.ts';
import type { Column, IntegerColumn } from './column.ts';
import type { Field } from './field.ts';
import { FrameError } from './frame-error.ts';
import type { EncodedFrame, Frame } from './frame.ts';
import { type Layout, layoutOf } from './layout.ts';

/**
 * Checks a frame and writes it as an Arrow IPC file (protocol section 3): explicit types, nanosecond times, no
 * dictionaries, a column nullable only if a row is absent. Equal frames give equal bytes.
 *
 * @throws FrameError what Grafana would refuse or misread; nothing is sent then
 */
export function encodeFrame(frame: Frame): EncodedFrame {
  const layout = layoutOf(frame);
  checkLayout(frame, layout);
  return { bytes: arrowFile(frame, layout), type: frame.type, identities: layout.identities };
}

function arrowFile(frame: Frame, layout: Layout): Uint8Array<ArrayBuffer> {
  const children = layout.fields.map(({ values }) => arrowData(values));
  const fields = layout.fields.map((field, i) => arrowField(field, children[i]));
  const length = layout.fields[0]?.values.length ?? 0;
  const schema = new Schema(fields, schemaMetadata(frame, layout));
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  // The library merges fields of the same name, so that both would have the labels of the last one.
  Object.assign(batch, { schema });
  const writer = new RecordBatchFileWriter();
  writer.write(batch);
  const bytes = writer.finish().toUint8Array(true);
  // A copy that fits, so that the buffer can be transferred without bytes of others.
  return bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer)
    : Uint8Array.from(bytes);
}

function schemaMetadata(frame: Frame, layout: Layout): Map<string, string> {
  const meta = {
    ...frame.meta,
    ...(layout.metaType !== null && { type: layout.metaType, typeVersion: [0, 1] }),
    ...(layout.dataTopic && { dataTopic: layout.dataTopic }),
  };
  const metadata = new Map([['name', frame.name ?? '']]);
  if (Object.keys(meta).length > 0) {
    metadata.set('meta', jsonOf(meta, 'meta', 'meta'));
  }
  return metadata;
}

function arrowField({ name, values, labels, config }: Field, data: Data | undefined): ArrowField {
  if (!data) {
    throw new FrameError('length', `field "${name}" has no data`);
  }
  const metadata = new Map([['tstype', values.kind === 'enum' ? 'enum' : tsTypes[values.kind]]]);
  if (labels && Object.keys(labels).length > 0) {
    metadata.set('labels', JSON.stringify(labels));
  }
  const full = values.kind === 'enum' ? { ...config, type: { enum: { text: values.texts } } } : config;
  if (full && Object.keys(full).length > 0) {
    metadata.set('config', jsonOf(full, 'config', `field "${name}": config`));
  }
  // The decoder reads absent rows of a column that is not nullable as zeros, and takes a nullable time for no time.
  return new ArrowField(name, data.type, values.validity !== null, metadata);
}

const tsTypes = {
  time: 'time',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  string: 'string',
  json: 'other',
} as const;

function jsonOf(value: object, code: 'meta' | 'config', what: string): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw new FrameError(code, `${what} cannot be written as JSON`, { cause: error });
  }
}

function arrowData(column: Column): Data {
  const { length, nullCount } = column;
  const common = { length, nullCount, nullBitmap: column.validity };
  switch (column.kind) {
    case 'time':
      return makeData({ type: new TimestampNanosecond(), data: column.values, ...common });
    case 'number':
      return makeData({ type: new Float64(), data: column.values, ...common });
    case 'integer':
      return integerData(column);
    case 'boolean':
      return makeData({ type: new Bool(), data: column.values, ...common });
    case 'string':
      return makeData({ type: new Utf8(), data: column.values, valueOffsets: column.offsets, ...common });
    case 'json':
      return makeData({ type: new Binary(), data: column.values, valueOffsets: column.offsets, ...common });
    case 'enum':
      return makeData({ type: new Uint16(), data: column.values, ...common });
  }
}

function integerData({ values, length, nullCount, validity }: IntegerColumn): Data {
  const common = { length, nullCount, nullBitmap: validity };
  if (values instanceof Int8Array) return makeData({ type: new Int8(), data: values, ...common });
  if (values instanceof Int16Array) return makeData({ type: new Int16(), data: values, ...common });
  if (values instanceof Int32Array) return makeData({ type: new Int32(), data: values, ...common });
  if (values instanceof BigInt64Array) return makeData({ type: new Int64(), data: values, ...common });
  if (values instanceof Uint8Array) return makeData({ type: new Uint8(), data: values, ...common });
  if (values instanceof Uint16Array) return makeData({ type: new Uint16(), data: values, ...common });
  if (values instanceof Uint32Array) return makeData({ type: new Uint32(), data: values, ...common });
  return makeData({ type: new Uint64(), data: values, ...common });
}

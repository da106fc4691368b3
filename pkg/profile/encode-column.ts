import { type KllSketch, writeFrequentItems, writeHll, writeKll } from '../sketch/index.ts';
import type { ColumnProfile } from './column-profile.ts';
import { componentField } from './component-reader.ts';
import type { EncodedColumn } from './encode-profile.ts';
import { noIntegerMax, noIntegerMin } from './integer-sentinels.ts';
import type { OtherComponent, StructValue } from './other-component.ts';
import { isList } from './struct-value.ts';
import { WireWriter } from './wire-writer.ts';

/** Registry numbers of the components whose merge is not a sum (spec 1.3). */
const minimum = 1;
const maximum = 2;

/** Component messages of a column by full path, as whylogs writes them. Theta sketches have no place in v1. */
export function encodeColumn(column: ColumnProfile): EncodedColumn {
  return new Map(componentEntries(column));
}

function* componentEntries(column: ColumnProfile): Generator<[string, Uint8Array]> {
  yield* counters('counts', column.counts);
  yield* counters('types', column.types);
  if (column.distribution !== null) {
    const { mean, m2, kll } = column.distribution;
    yield ['distribution/kll', kllComponent(kll)];
    if (mean !== null) yield ['distribution/mean', doubleComponent(mean)];
    if (m2 !== null) yield ['distribution/m2', doubleComponent(m2)];
  }
  if (column.ints !== null) {
    yield ['ints/max', integerComponent(column.ints.max ?? noIntegerMax, maximum)];
    yield ['ints/min', integerComponent(column.ints.min ?? noIntegerMin, minimum)];
  }
  if (column.cardinality !== null) {
    yield ['cardinality/hll', sketchComponent(componentField.hll, writeHll(column.cardinality))];
  }
  if (column.frequentItems !== null) {
    const sketch = writeFrequentItems(column.frequentItems);
    yield ['frequent_items/frequent_strings', sketchComponent(componentField.frequentItems, sketch)];
  }
  for (const [name, count] of column.conditionCount ?? []) {
    yield [`condition_count/${name}`, integerComponent(BigInt(count))];
  }
  for (const [namespace, metric] of column.submetrics) {
    for (const [submetric, part] of metric) {
      for (const [path, message] of componentEntries(part)) yield [`${namespace}/${submetric}:${path}`, message];
    }
  }
  for (const [path, component] of column.other) {
    const message = encodeOther(component);
    if (message !== null) yield [path, message];
  }
}

function* counters(namespace: string, values: object | null): Generator<[string, Uint8Array]> {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (typeof value === 'number') yield [`${namespace}/${name}`, integerComponent(BigInt(value))];
  }
}

/** Null for what was lost in a merge: nothing that a reader would understand can be written. */
function encodeOther(component: OtherComponent): Uint8Array | null {
  const { typeId } = component;
  switch (component.kind) {
    case 'integer':
      return integerComponent(component.value, typeId);
    case 'double':
      return doubleComponent(component.value, typeId);
    case 'kll':
      return kllComponent(component.value, typeId);
    case 'hll':
      return sketchComponent(componentField.hll, writeHll(component.value), typeId);
    case 'frequent-items':
      return sketchComponent(componentField.frequentItems, writeFrequentItems(component.value), typeId);
    case 'struct':
      return start(typeId).message(componentField.struct, encodeStruct(component.value)).finish();
    case 'bytes':
      return component.field === 0
        ? start(typeId).finish()
        : start(typeId).message(component.field, component.value).finish();
    case 'unmerged':
      return null;
  }
}

/** A component message that begins with its registry number; 0 is left out, as protobuf does. */
function start(typeId = 0): WireWriter {
  return typeId === 0 ? new WireWriter() : new WireWriter().uint(componentField.typeId, typeId);
}

function integerComponent(value: bigint, typeId?: number): Uint8Array {
  return start(typeId).int64(componentField.integer, value).finish();
}

function doubleComponent(value: number, typeId?: number): Uint8Array {
  return start(typeId).double(componentField.double, value).finish();
}

function kllComponent(sketch: KllSketch, typeId?: number): Uint8Array {
  return sketchComponent(componentField.kll, writeKll(sketch), typeId);
}

function sketchComponent(field: number, sketch: Uint8Array, typeId?: number): Uint8Array {
  return start(typeId).message(field, new WireWriter().message(1, sketch).finish()).finish();
}

/** `google.protobuf.Struct`: a map of fields under number 1. */
function encodeStruct(value: StructValue): Uint8Array {
  const fields = new WireWriter();
  if (typeof value !== 'object' || value === null) return fields.finish();
  for (const [key, field] of Object.entries(value)) {
    fields.message(1, new WireWriter().text(1, key).message(2, encodeValue(field)).finish());
  }
  return fields.finish();
}

/** `google.protobuf.Value`: null 1, number 2, string 3, bool 4, struct 5, list 6. */
function encodeValue(value: StructValue): Uint8Array {
  const writer = new WireWriter();
  if (value === null) return writer.uint(1, 0).finish();
  if (typeof value === 'number') return writer.double(2, value).finish();
  if (typeof value === 'string') return writer.text(3, value).finish();
  if (typeof value === 'boolean') return writer.uint(4, value ? 1 : 0).finish();
  if (!isList(value)) return writer.message(5, encodeStruct(value)).finish();
  const list = new WireWriter();
  for (const item of value) list.message(1, encodeValue(item));
  return writer.message(6, list.finish()).finish();
}

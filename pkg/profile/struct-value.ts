import type { StructValue } from './other-component.ts';
import { wire, type WireReader } from './wire.ts';

/** Structs within Structs that are read before the message is refused: a hostile one would exhaust the stack. */
const deepestStruct = 64;

/** Reads a `google.protobuf.Struct` in which the reader stands. */
export function readStruct(reader: WireReader, depth = 0): StructValue {
  if (depth > deepestStruct) throw reader.fail('limit', `a Struct of more than ${deepestStruct} levels`);
  const fields: [string, StructValue][] = [];
  while (reader.next()) {
    if (!reader.is(1, wire.bytes)) {
      reader.skip();
      continue;
    }
    let key = '';
    let value: StructValue = null;
    const outer = reader.enter();
    while (reader.next()) {
      if (reader.is(1, wire.bytes)) key = reader.text();
      else if (reader.is(2, wire.bytes)) value = within(reader, depth, readValue);
      else reader.skip();
    }
    reader.leave(outer);
    fields.push([key, value]);
  }
  // Not an assignment in a loop: a field called `__proto__` would change the object instead of entering it.
  return Object.fromEntries(fields);
}

/** `google.protobuf.Value`: null 1, number 2, string 3, bool 4, struct 5, list 6. */
function readValue(reader: WireReader, depth: number): StructValue {
  let value: StructValue = null;
  while (reader.next()) {
    if (reader.is(2, wire.fixed64)) value = reader.double();
    else if (reader.is(3, wire.bytes)) value = reader.text();
    else if (reader.is(4, wire.varint)) value = reader.uint() !== 0;
    else if (reader.is(5, wire.bytes)) value = within(reader, depth, readStruct);
    else if (reader.is(6, wire.bytes)) value = within(reader, depth, readList);
    else {
      if (reader.is(1, wire.varint)) value = null;
      reader.skip();
    }
  }
  return value;
}

function readList(reader: WireReader, depth: number): StructValue {
  if (depth > deepestStruct) throw reader.fail('limit', `a Struct of more than ${deepestStruct} levels`);
  const values: StructValue[] = [];
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) values.push(within(reader, depth, readValue));
    else reader.skip();
  }
  return values;
}

function within(
  reader: WireReader,
  depth: number,
  read: (reader: WireReader, depth: number) => StructValue
): StructValue {
  const outer = reader.enter();
  const value = read(reader, depth + 1);
  reader.leave(outer);
  return value;
}

/** `Array.isArray` takes read-only arrays for arrays of anything. */
export function isList(value: StructValue): value is readonly StructValue[] {
  return Array.isArray(value);
}

import { componentField, type ComponentReader } from './component-reader.ts';
import type { OtherComponent } from './other-component.ts';
import { readStruct } from './struct-value.ts';

/** Reads a component of a custom metric by the kind of value it holds. */
export function decodeOther(reader: ComponentReader): OtherComponent {
  const { typeId } = reader;
  switch (reader.field) {
    case componentField.integer:
      return { kind: 'integer', typeId, value: reader.integer() };
    case componentField.double:
      return { kind: 'double', typeId, value: reader.double() };
    case componentField.kll:
      return { kind: 'kll', typeId, value: reader.kll() };
    case componentField.hll:
      return { kind: 'hll', typeId, value: reader.hll() };
    case componentField.frequentItems:
      return { kind: 'frequent-items', typeId, value: reader.frequentItems() };
    case componentField.struct:
      return { kind: 'struct', typeId, value: readStruct(reader.message()) };
    case 0:
      return { kind: 'bytes', typeId, field: 0, value: new Uint8Array(0) };
    default:
      return { kind: 'bytes', typeId, field: reader.field, value: reader.bytes() };
  }
}

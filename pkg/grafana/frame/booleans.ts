import type { BooleanColumn } from './column.ts';
import { at } from './element.ts';
import { packBits, validityWhere } from './validity.ts';

/** A column of booleans; null is absent. */
export function booleans(values: readonly (boolean | null)[]): BooleanColumn {
  return {
    kind: 'boolean',
    length: values.length,
    values: packBits(values.length, (row) => at(values, row) === true),
    ...validityWhere(values.length, (row) => at(values, row) !== null),
  };
}

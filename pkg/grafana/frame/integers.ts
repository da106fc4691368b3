import type { IntegerArray, IntegerColumn } from './column.ts';
import { at } from './element.ts';
import { FrameError } from './frame-error.ts';
import { type Presence, validityOf, validityWhere } from './validity.ts';

export interface IntegersOptions {
  /** One byte a row, 0 for absent. Only for typed arrays; in a list, null is absent. */
  readonly presence?: Presence;
}

const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

function int64(value: number | bigint | null, row: number): bigint {
  if (value === null) {
    return 0n;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new FrameError('not-integer', `value of row ${row} is ${value}: give an integer below 2^53, or a bigint`);
  }
  const integer = BigInt(value);
  if (integer < minInt64 || integer > maxInt64) {
    throw new FrameError('not-integer', `value of row ${row} is ${integer}: it does not fit 64 bits`);
  }
  return integer;
}

/** Absent rows hold 0, so that equal data give equal bytes whatever the caller left there. */
function withZeros(values: IntegerArray, presence: Presence): IntegerArray {
  const copy = values.slice();
  for (let row = 0; row < copy.length; row++) {
    if (at(presence, row) === 0) {
      // Each array takes zeros of its own kind only.
      copy[row] = copy instanceof BigInt64Array || copy instanceof BigUint64Array ? 0n : 0;
    }
  }
  return copy;
}

/**
 * A column of integers. A typed array keeps its width and is not copied; a list becomes 64-bit integers. Browsers show
 * 64-bit integers beyond 2^53 rounded.
 *
 * @throws FrameError `not-integer` for fractions, NaN and what 64 bits cannot hold, `length` for presence of another length
 */
export function integers(
  values: IntegerArray | readonly (number | bigint | null)[],
  options: IntegersOptions = {}
): IntegerColumn {
  if (ArrayBuffer.isView(values)) {
    const validity = validityOf(values.length, options.presence);
    const kept = options.presence && validity.validity ? withZeros(values, options.presence) : values;
    return { kind: 'integer', length: values.length, values: kept, ...validity };
  }
  const integers = new BigInt64Array(values.length);
  for (let row = 0; row < integers.length; row++) {
    integers[row] = int64(at(values, row), row);
  }
  const validity = validityWhere(integers.length, (row) => at(values, row) !== null);
  return { kind: 'integer', length: integers.length, values: integers, ...validity };
}

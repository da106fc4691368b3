import type { NumberColumn } from './column.ts';
import { at } from './element.ts';
import { FrameError } from './frame-error.ts';
import { type Presence, type Validity, validityOf, validityWhere } from './validity.ts';

export interface NumbersOptions {
  /** One byte a row, 0 for absent. Only for typed arrays; in a list, null is absent. */
  readonly presence?: Presence;
  /** 'keep' lets NaN and infinities pass because the data held them; 'reject', the default, makes them an error. */
  readonly notFinite?: 'reject' | 'keep';
}

/** Absent rows hold 0, so that equal data give equal bytes whatever the caller left there. */
function withZeros(values: Float64Array, presence: Presence): Float64Array {
  const copy = Float64Array.from(values);
  for (let row = 0; row < copy.length; row++) {
    if (at(presence, row) === 0) {
      copy[row] = 0;
    }
  }
  return copy;
}

function rejectNotFinite(values: Float64Array): void {
  for (let row = 0; row < values.length; row++) {
    const value = at(values, row);
    if (!Number.isFinite(value)) {
      throw new FrameError(
        'not-finite',
        `value of row ${row} is ${value}: use null or presence for "no value", or notFinite: 'keep' if the data held it`
      );
    }
  }
}

/**
 * A column of 64-bit floating point numbers. A typed array is not copied unless rows are absent.
 *
 * @throws FrameError `not-finite` for a present NaN or infinity, `length` for presence of another length
 */
export function numbers(values: Float64Array | readonly (number | null)[], options: NumbersOptions = {}): NumberColumn {
  let numbers: Float64Array;
  let validity: Validity;
  if (values instanceof Float64Array) {
    validity = validityOf(values.length, options.presence);
    numbers = options.presence && validity.validity ? withZeros(values, options.presence) : values;
  } else {
    validity = validityWhere(values.length, (row) => at(values, row) !== null);
    numbers = Float64Array.from(values, (value) => value ?? 0);
  }
  if (options.notFinite !== 'keep') {
    rejectNotFinite(numbers);
  }
  return { kind: 'number', length: numbers.length, values: numbers, ...validity };
}

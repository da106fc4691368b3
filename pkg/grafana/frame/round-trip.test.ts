import fc from 'fast-check';

import { booleans } from './booleans.ts';
import type { Column } from './column.ts';
import { type Cell, decodeFrame } from './decode-frame.ts';
import { encodeFrame } from './encode-frame.ts';
import { enumeration } from './enumeration.ts';
import { integers } from './integers.ts';
import { numbers } from './numbers.ts';
import { json, strings } from './strings.ts';
import { maxTimeMs, nullableTimes } from './times.ts';

/** A column and what a reader must find in it. */
interface Sample {
  readonly column: Column;
  readonly cells: readonly Cell[];
}

function listOf<T>(item: fc.Arbitrary<T>): fc.Arbitrary<(T | null)[]> {
  return fc.array(fc.option(item, { nil: null }), { minLength: 20, maxLength: 20 });
}

const texts = ['x', 'ü', ''];

const sample: fc.Arbitrary<Sample> = fc.oneof(
  listOf(fc.double()).map((cells) => ({ column: numbers(cells, { notFinite: 'keep' }), cells })),
  listOf(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })).map((cells) => ({ column: integers(cells), cells })),
  listOf(fc.boolean()).map((cells) => ({ column: booleans(cells), cells })),
  listOf(fc.string({ unit: 'binary' })).map((cells) => ({ column: strings(cells), cells })),
  listOf(fc.jsonValue({ noUnicodeString: false }).filter((value) => value !== null)).map((cells) => ({
    column: json(cells),
    // JSON has no minus zero.
    cells: cells.map((cell) => JSON.parse(JSON.stringify(cell)) as Cell),
  })),
  listOf(fc.integer({ min: 0, max: texts.length - 1 })).map((cells) => ({ column: enumeration(cells, texts), cells })),
  listOf(fc.integer({ min: -maxTimeMs, max: maxTimeMs })).map((cells) => ({
    column: nullableTimes(cells),
    cells: cells.map((ms) => (ms === null ? null : BigInt(ms) * 1_000_000n)),
  }))
);

const label = fc.string({ unit: 'grapheme', minLength: 1 });

describe('a frame', () => {
  it('is read as it was written, whatever its columns hold and are called', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ sample, name: fc.string({ unit: 'grapheme' }), label })), (columns) => {
        const fields = columns.map((column) => ({
          name: column.name,
          values: column.sample.column,
          labels: { a: column.label },
        }));
        const encoded = encodeFrame({ type: 'table', fields });
        expect(encodeFrame({ type: 'table', fields })).toEqual(encoded);
        const decoded = decodeFrame(encoded.bytes);
        expect(decoded.fields.map(({ name, labels, values }) => ({ name, labels, values }))).toEqual(
          columns.map((column) => ({
            name: column.name,
            labels: { a: column.label },
            values: column.sample.cells,
          }))
        );
        expect(decoded.fields.map(({ nullable }) => nullable)).toEqual(
          columns.map((column) => column.sample.cells.includes(null))
        );
      }),
      { numRuns: 200, seed: 7 }
    );
  });
});

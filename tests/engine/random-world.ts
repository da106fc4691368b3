import fc from 'fast-check';
import { ProfileWriter } from '../../pkg/profile/index.ts';
import type { Files } from './memory-engine.ts';
import { dayMs, dayOf } from './memory-engine.ts';

export const firstMs = Date.UTC(2013, 2, 1);
export const dayCount = 14;
const cities = ['york', 'hull'] as const;

/** What one file of a small store is made from. */
export interface FileSpec {
  readonly day: number;
  /** Null: its rows are of no segment. */
  readonly city: (typeof cities)[number] | null;
  readonly rows: readonly Row[];
}

type Row = Readonly<Record<string, number | string | null>>;

const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double({ min: -2, max: 5, noNaN: true }));
const row: fc.Arbitrary<Row> = fc.record(
  {
    a: fc.option(number, { freq: 5 }),
    b: fc.constantFrom('x', 'y', 'z'),
    c: fc.oneof(number, fc.constantFrom('u', 'v')),
  },
  { requiredKeys: ['b'] }
);

/** One to three profiles of some days of a fortnight. */
export const someFiles: fc.Arbitrary<readonly FileSpec[]> = fc.array(
  fc.record({
    day: fc.nat(dayCount - 1),
    city: fc.constantFrom(...cities, null),
    rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 8, maxLength: 26 }
);

export function profileBytes(day: number, { city, rows }: Pick<FileSpec, 'city' | 'rows'>): Uint8Array {
  const writer = new ProfileWriter({
    datasetTimestampMs: firstMs + day * dayMs,
    ...(city === null ? {} : { segmentTags: { city } }),
  });
  rows.forEach((one) => writer.log(one));
  return writer.finish();
}

/** The files of a store; the first three make up the reference as well. */
export function storeOf(specs: readonly FileSpec[], nameOf = (i: number): string => `${i}.bin`): Files {
  return new Map([
    ...specs.map((spec, i): [string, Uint8Array] => [`d/${nameOf(i)}`, profileBytes(spec.day, spec)]),
    ...specs
      .slice(0, 3)
      .map((spec, i): [string, Uint8Array] => [`d/reference/start/${nameOf(i)}`, profileBytes(-40, spec)]),
  ]);
}

export const someDay = fc.nat(dayCount - 1);

/** Where a day of the fortnight begins, epoch ms. */
export function startOf(day: number): number {
  return firstMs + day * dayMs;
}

export function textOf(day: number): string {
  return dayOf(startOf(day));
}

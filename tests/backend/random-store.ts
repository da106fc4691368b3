import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { Files } from './in-process.ts';

export const dayMs = 86_400_000;
export const airports = ['EWR', 'JFK', 'LGA'] as const;
const folder = join(unpackFlights(), 'flights');
const days = readdirSync(folder)
  .filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
  .sort();

/** Numbers that look random and follow from a seed, each in [0, 1): Marsaglia's xorshift with 32 bits. */
export function randomNumbers(seed: number): () => number {
  // Zero is the one state that it never leaves.
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // Seeds that are neighbours begin alike.
  Array.from({ length: 10 }, next);
  return next;
}

/** A name that says nothing of what it names; folders may even name another day. */
export function nameOf(seed: number, i: number): string {
  const random = randomNumbers(Math.imul(seed, 1009) + i);
  const folders = ['', 'a/', 'b/c/', '2020-02-02/'];
  const digits = Math.floor(random() * 2 ** 40).toString(36);
  return `${folders[Math.floor(random() * folders.length)] ?? ''}${digits}-${i}.bin`;
}

/** The files in another order, and under other names in the same dataset. */
export function disguised(files: Files, seed: number): Files {
  const random = randomNumbers(seed);
  const renamed = [...files].map(([key, bytes], i): [number, string, Uint8Array] => {
    const [dataset = '', second, profileId] = key.split('/');
    const place = second === 'reference' ? `${dataset}/reference/${profileId}` : dataset;
    return [random(), `${place}/${nameOf(seed, i)}`, bytes];
  });
  return new Map(renamed.sort(([a], [b]) => a - b).map(([, key, bytes]) => [key, bytes]));
}

/** One profile of real flights: those of one airport on one day. */
export interface FlightsFile {
  readonly day: string;
  readonly airport: (typeof airports)[number];
}

const bytesByPath = new Map<string, Uint8Array>();

function read(path: string): Uint8Array {
  const bytes = bytesByPath.get(path) ?? new Uint8Array(readFileSync(join(folder, path)));
  bytesByPath.set(path, bytes);
  return bytes;
}

/** The reference profile of January, which every store of flights here has. */
export const referenceFiles: Files = new Map(
  airports.map((airport) => [`flights/reference/january/${airport}.bin`, read(`reference/january/${airport}.bin`)])
);

/** A store of flights under names that say nothing. */
export function flightsStore(files: readonly FlightsFile[], seed: number): Files {
  const named = files.map(({ day, airport }, i): [string, Uint8Array] => [
    `flights/${nameOf(seed, i)}`,
    read(`${day}/${airport}.bin`),
  ]);
  return new Map([...referenceFiles, ...named]);
}

/** Real flights of 9 to 12 days in a row; some airports are missing on some days, or all on one. */
export const someFlights: fc.Arbitrary<readonly FlightsFile[]> = fc
  .record({
    first: fc.nat(days.length - 12),
    count: fc.integer({ min: 9, max: 12 }),
    absent: fc.array(fc.tuple(fc.nat(11), fc.constantFrom(...airports)), { maxLength: 8 }),
  })
  .map(({ first, count, absent }) =>
    days
      .slice(first, first + count)
      .flatMap((day, i) =>
        airports
          .filter((airport) => !absent.some(([other, missing]) => other === i && missing === airport))
          .map((airport) => ({ day, airport }))
      )
  );

/** One day of a store. */
export const someDay: fc.Arbitrary<(files: readonly FlightsFile[]) => string> = fc
  .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  .map((share) => (files) => files[Math.floor(share * files.length)]?.day ?? '');

/** What can be asked of flights: every kind of metric, every way to a baseline, the whole and the parts. */
export const someQuestion: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    metric: fc.constantFrom(
      ...['count', 'count_null', 'count_null_ratio', 'count_string_ratio', 'mean', 'stddev', 'min', 'max'],
      ...['quantile_10', 'median', 'quantile_99.9', 'unique_est', 'unique_est_ratio', 'unique_upper']
    ),
  }),
  fc.record({
    metric: fc.constantFrom('hellinger', 'jensenshannon', 'kl_divergence', 'psi'),
    baseline: fc.oneof(
      fc.record({ type: fc.constant('TrailingWindow'), size: fc.integer({ min: 1, max: 8 }) }),
      fc.constant({ type: 'Reference', profileId: 'january' })
    ),
    distribution: fc.constantFrom('auto', 'histogram', 'frequent_items'),
  })
);

export const someSegments: fc.Arbitrary<object> = fc.constantFrom(
  {},
  { segments: [{ tags: [{ key: 'origin', value: 'JFK' }] }] },
  { segments: [{ tags: [] }, { tags: [{ key: 'origin', value: '*' }] }] }
);

export const someColumn = fc.constantFrom('dep_delay', 'air_time', 'carrier', 'dest', 'cancelled', 'distance');

import fc from 'fast-check';
import type { LoggedRow } from '../../pkg/profile/index.ts';
import { kllRankErrorBounds } from '../../pkg/sketch/index.ts';
import { Engine } from './in-process.ts';
import { fileOf, kllK, rowsOf, writeRows } from './made-profiles.ts';
import { dayMs } from './random-store.ts';

// However the rows of a batch are divided over files, what they say is the same: exactly where it is counted, within
// the bounds of the sketches where it is estimated. The seed is fixed, for bounds hold for 99 of 100.
const options = { seed: 20130308, numRuns: 12 };

// What is found takes time to be made small.
jest.setTimeout(60_000);

const day = '2024-02-29';
const startMs = Date.parse(day);
const reference = fileOf({ day, seed: 1, count: 400 });

const exact = [
  ...['count', 'count_null', 'count_null_ratio', 'min', 'max', 'quantile_0', 'quantile_100'],
  ...['count_integral', 'count_fractional', 'count_string', 'count_bool', 'count_object'],
];
const ranks = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/** The rows in parts, at random places; a part may be empty. */
const someDivision = fc
  .record({ seed: fc.nat(), count: fc.integer({ min: 1, max: 4000 }), cuts: fc.array(fc.nat(4000), { maxLength: 6 }) })
  .map(({ seed, count, cuts }) => {
    const places = [0, ...cuts.map((cut) => Math.min(cut, count)).sort((a, b) => a - b), count];
    return { seed, count, places };
  });

function engineOver(parts: readonly (readonly LoggedRow[])[]): Engine {
  const files = parts.map((rows, i): [string, Uint8Array] => [`shop/part-${i}.bin`, writeRows(rows, { day })]);
  return new Engine(new Map([...files, ['shop/reference/r/file.bin', reference]]));
}

async function ask(engine: Engine, question: object): Promise<ReadonlyMap<string, number>> {
  const found = await engine.values({ datasetId: 'shop', ...question }, startMs, startMs + dayMs);
  return new Map([...found].map(([name, value]) => [name.split(' ')[0] ?? '', value]));
}

function numbersOf(rows: readonly LoggedRow[], column: string): readonly number[] {
  return rows.flatMap(({ [column]: value }) => (typeof value === 'number' ? [value] : [])).sort((a, b) => a - b);
}

/** How far a rank lies from the ranks that the value has among the sorted numbers. */
function rankError(sorted: readonly number[], value: number, rank: number): number {
  const below = sorted.filter((other) => other < value).length / sorted.length;
  const upTo = sorted.filter((other) => other <= value).length / sorted.length;
  return Math.max(0, below - rank, rank - upTo);
}

function divided(division: { readonly seed: number; readonly count: number; readonly places: readonly number[] }) {
  const rows = rowsOf(division.seed, division.count);
  const parts = division.places.slice(1).map((end, i) => rows.slice(division.places[i], end));
  return { rows, whole: engineOver([rows]), parts: engineOver(parts) };
}

describe('rows divided over files', () => {
  it('have the counts, the extremes and the shares of texts that they have in one', async () => {
    await fc.assert(
      fc.asyncProperty(someDivision, async (division) => {
        const { whole, parts } = divided(division);
        const items = {
          metric: 'psi',
          distribution: 'frequent_items',
          baseline: { type: 'Reference', profileId: 'r' },
          columns: { include: ['city', 'isPaid'] },
        };
        for (const question of [...exact.map((metric) => ({ metric })), items]) {
          const expected = await ask(whole, question);
          expect(expected.size).toBeGreaterThan(0);
          expect(await ask(parts, question)).toEqual(expected);
        }
      }),
      options
    );
  });

  it('have the mean and the deviation of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(someDivision, async (division) => {
        const { rows, parts } = divided(division);
        const means = await ask(parts, { metric: 'mean' });
        const deviations = await ask(parts, { metric: 'stddev' });
        for (const column of ['amount', 'quantity']) {
          const numbers = numbersOf(rows, column);
          const n = numbers.length;
          if (n > 0) {
            const mean = numbers.reduce((sum, value) => sum + value, 0) / n;
            const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
            const deviation = n === 1 ? 0 : Math.sqrt(squares / (n - 1));
            expect(Math.abs(means.get(column)! - mean)).toBeLessThanOrEqual(1e-9 * Math.abs(mean));
            expect(Math.abs(deviations.get(column)! - deviation)).toBeLessThanOrEqual(1e-9 * deviation);
          }
        }
      }),
      options
    );
  });

  it('have quantiles within the rank error of their sketches', async () => {
    let compacted = 0;
    await fc.assert(
      fc.asyncProperty(someDivision, async (division) => {
        const { rows, parts } = divided(division);
        // The bound for all ranks together.
        const bound = kllRankErrorBounds(kllK).pmf;
        for (const rank of ranks) {
          const found = await ask(parts, { metric: `quantile_${rank * 100}` });
          for (const column of ['amount', 'quantity']) {
            const numbers = numbersOf(rows, column);
            compacted += numbers.length > 2 * kllK ? 1 : 0;
            if (numbers.length > 0) {
              // The convention takes the number at the 0-based place floor(rank n): one row further at most.
              const allowed = bound + 1 / numbers.length;
              expect(rankError(numbers, found.get(column)!, rank)).toBeLessThanOrEqual(allowed);
            }
          }
        }
      }),
      options
    );
    expect(compacted).toBeGreaterThan(options.numRuns);
  });

  it('have as many distinct values as the rows, within three standard errors', async () => {
    await fc.assert(
      fc.asyncProperty(someDivision, async (division) => {
        const { rows, parts } = divided(division);
        const [estimates, lower, upper] = [
          await ask(parts, { metric: 'unique_est' }),
          await ask(parts, { metric: 'unique_lower' }),
          await ask(parts, { metric: 'unique_upper' }),
        ];
        for (const column of ['customer', 'city', 'quantity', 'amount']) {
          // An empty text is no value to the sketch.
          const values = rows.flatMap(({ [column]: value }) => (value === null || value === '' ? [] : [value]));
          const distinct = new Set(values).size;
          const estimate = estimates.get(column) ?? 0;
          expect(distinct).toBeGreaterThanOrEqual(estimate - 3 * (estimate - (lower.get(column) ?? 0)) - 1e-3);
          expect(distinct).toBeLessThanOrEqual(estimate + 3 * ((upper.get(column) ?? 0) - estimate) + 1e-3);
        }
      }),
      options
    );
  });
});

import fc from 'fast-check';
import { cacheSizes, Engine } from './in-process.ts';
import {
  airports,
  dayMs,
  disguised,
  flightsStore,
  someColumn,
  someDay,
  someFlights,
  someQuestion,
  someSegments,
} from './random-store.ts';

// Law 1: a result is a function of the profiles and the query. The seed is fixed, so that a run can be repeated;
// fast-check prints it with what it found. Values are compared to the last bit.
const options = { seed: 20130308, numRuns: 30 };

// What is found takes time to be made small.
jest.setTimeout(60_000);

/** The values of one day, or of one column, or both. */
function only(values: ReadonlyMap<string, number>, { column = '', day = '' }): ReadonlyMap<string, number> {
  return new Map([...values].filter(([name]) => name.startsWith(column && `${column} `) && name.endsWith(day)));
}

/** Values or frames that a property compared: one that meets nothing says nothing. */
let compared = 0;
beforeEach(() => {
  compared = 0;
});
afterEach(() => expect(compared).toBeGreaterThanOrEqual(options.numRuns));

const one = (column: string) => ({ columns: { include: [column] } });

describe('a value of flights', () => {
  it('is the same alone and in a week or a year, with one column or all, cold or after others, or beside them', async () => {
    const ranges = fc.record({ beforeWeek: fc.nat(6), beforeYear: fc.nat(364) });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(someFlights, someDay, fc.nat()),
        fc.tuple(someQuestion, someQuestion),
        someSegments,
        someColumn,
        ranges,
        fc.constantFrom(...cacheSizes),
        async ([files, dayOf, seed], [question, other], segments, column, { beforeWeek, beforeYear }, cacheBytes) => {
          const day = dayOf(files);
          const store = flightsStore(files, seed);
          const model = { datasetId: 'flights', ...question, ...segments };
          const startMs = Date.parse(day);
          const alone = await new Engine(store).values({ ...model, ...one(column) }, startMs, startMs + dayMs);
          const engine = new Engine(store, cacheBytes);
          const weekMs = startMs - beforeWeek * dayMs;
          const yearMs = startMs - beforeYear * dayMs;
          await engine.values({ ...model, ...one(column), ...other }, weekMs, weekMs + 7 * dayMs);
          const [week, year, all] = await Promise.all([
            engine.values({ ...model, ...one(column) }, weekMs, weekMs + 7 * dayMs),
            engine.values({ ...model, ...one(column) }, yearMs, yearMs + 365 * dayMs),
            engine.values(model, startMs, startMs + dayMs),
          ]);
          const again = await engine.values({ ...model, ...one(column) }, startMs, startMs + dayMs);
          compared += alone.size;
          expect(only(week, { day })).toEqual(alone);
          expect(only(year, { day })).toEqual(alone);
          expect(only(all, { column })).toEqual(alone);
          expect(again).toEqual(alone);
        }
      ),
      options
    );
  });

  it('is the same in every order of listing and under every name, whatever kind of query asks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(someFlights, fc.nat(), fc.nat()),
        someQuestion,
        someSegments,
        someColumn,
        // The files of a week are so many rows that their sketches are compacted.
        fc.record({
          kind: fc.constantFrom('metric', 'profile', 'distribution', 'columns'),
          granularity: fc.constantFrom('daily', 'weekly'),
        }),
        async ([files, seed, otherSeed], question, segments, column, more) => {
          const store = flightsStore(files, seed);
          const model = { datasetId: 'flights', ...question, ...segments, ...one(column), ...more };
          const range = [Date.parse(files[0]?.day ?? ''), Date.parse(files.at(-1)?.day ?? '')] as const;
          const frames = await new Engine(store).frames(model, ...range);
          const others = await new Engine(disguised(store, otherSeed)).frames(model, ...range);
          compared += frames.length;
          expect(others.map(({ name, fields }) => [name, fields])).toEqual(
            frames.map(({ name, fields }) => [name, fields])
          );
        }
      ),
      options
    );
  });
});

describe('without a batch', () => {
  /** Days on which a window of batches before it holds the given day. */
  function reach(question: object): number {
    const { baseline } = question as { readonly baseline?: { readonly type: string; readonly size?: number } };
    return baseline?.size ?? 0;
  }

  it('there is no value on its day, and every other value that does not contain it stays', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(someFlights, someDay, fc.nat(), fc.nat()),
        someQuestion,
        someSegments,
        someColumn,
        async ([files, dayOf, seed, otherSeed], question, segments, column) => {
          const day = dayOf(files);
          const model = { datasetId: 'flights', ...question, ...segments, ...one(column) };
          const range = [Date.parse('2013-01-01'), Date.parse('2014-01-01')] as const;
          const before = await new Engine(flightsStore(files, seed)).values(model, ...range);
          const rest = files.filter((file) => file.day !== day);
          const after = await new Engine(flightsStore(rest, otherSeed)).values(model, ...range);
          const affected = (name: string): boolean => {
            const distance = (Date.parse(name.slice(-10)) - Date.parse(day)) / dayMs;
            return distance >= 0 && distance <= reach(question);
          };
          compared += after.size;
          expect(only(after, { day })).toEqual(new Map());
          expect(new Map([...after].filter(([name]) => !affected(name)))).toEqual(
            new Map([...before].filter(([name]) => !affected(name)))
          );
        }
      ),
      options
    );
  });

  it('of one airport, the others have the values they had', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(someFlights, someDay, fc.constantFrom(...airports), fc.nat()),
        someQuestion,
        someColumn,
        async ([files, dayOf, airport, seed], question, column) => {
          const day = dayOf(files);
          const segments = [{ tags: [{ key: 'origin', value: '*' }] }];
          const model = { datasetId: 'flights', ...question, segments, ...one(column) };
          const range = [Date.parse('2013-01-01'), Date.parse('2014-01-01')] as const;
          const before = await new Engine(flightsStore(files, seed)).values(model, ...range);
          const rest = files.filter((file) => file.day !== day || file.airport !== airport);
          const after = await new Engine(flightsStore(rest, seed)).values(model, ...range);
          const ofOthers = (values: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
            new Map([...values].filter(([name]) => !name.includes(`origin=${airport}`)));
          compared += after.size;
          expect(ofOthers(after)).toEqual(ofOthers(before));
          expect(after.has(`${column} origin=${airport} ${day}`)).toBe(false);
        }
      ),
      options
    );
  });
});

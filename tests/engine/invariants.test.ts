import fc from 'fast-check';
import { dayMs, dayOf, MemoryEngine, ofDay } from './memory-engine.ts';
import type { SomeAnalyzer } from './random-documents.ts';
import { documentOf, someAnalyzer, someDocument } from './random-documents.ts';
import type { FileSpec } from './random-world.ts';
import { dayCount, firstMs, profileBytes, someDay, someFiles, startOf, storeOf, textOf } from './random-world.ts';

// Laws of the engine over random documents and small random stores. The seed is fixed, so that a run can be repeated;
// fast-check prints it with what it found. Numbers are compared to the last bit.
const options = { seed: 20130308, numRuns: 40 };
jest.setTimeout(120_000);

/** What a property compared: one that meets nothing says nothing. */
let compared = 0;
beforeEach(() => {
  compared = 0;
});
afterEach(() => expect(compared).toBeGreaterThanOrEqual(options.numRuns));

const lastMs = firstMs + dayCount * dayMs;
const evening = { nowMs: lastMs + 7 * dayMs };

const analysis = (document: object) => ({
  kind: 'analysis',
  datasetId: 'd',
  monitor: document,
  analyzerId: 'analyzer-1',
});
const table = (document: object) => ({ kind: 'monitor', datasetId: 'd', monitor: document, mode: 'table' });

function isOfColumns([first]: readonly SomeAnalyzer[]): boolean {
  const matrix = first?.analyzer['targetMatrix'] as { readonly type?: string } | undefined;
  return matrix?.type === 'column';
}

/** Files in another order and under other names. */
function disguised(specs: readonly FileSpec[], order: readonly number[]): ReadonlyMap<string, Uint8Array> {
  const files = [...storeOf(specs, (i) => `${(order[i % order.length] ?? 0) * 100 + i}/${i}.bin`)];
  return new Map(files.sort(([a], [b]) => (a < b ? 1 : -1)));
}

describe('a verdict', () => {
  it('is the same alone, in a week and in all, of one column and of all, cold and warm, listed and named otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        someFiles,
        someDocument,
        someDay,
        fc.nat(6),
        fc.constantFrom('a', 'b', 'c'),
        fc.array(fc.nat(99), { minLength: 3, maxLength: 9 }),
        async (specs, analyzers, day, before, column, order) => {
          const document = documentOf(analyzers);
          const store = storeOf(specs);
          const [fromMs, toMs] = [startOf(day), startOf(day + 1)];
          const alone = await new MemoryEngine(store).cells(analysis(document), fromMs, toMs, evening);
          const engine = new MemoryEngine(store);
          const only = { ...analysis(document), columns: { include: [column] } };
          const ofColumn = await engine.cells(only, fromMs, toMs, evening);
          const weekMs = fromMs - before * dayMs;
          const week = await engine.cells(analysis(document), weekMs, weekMs + 7 * dayMs, evening);
          const all = await engine.cells(analysis(document), firstMs, lastMs, evening);
          const warm = await engine.cells(analysis(document), fromMs, toMs, evening);
          const small = await new MemoryEngine(disguised(specs, order), 1).cells(
            analysis(document),
            firstMs,
            lastMs,
            evening
          );
          compared += all.size;
          expect(ofDay(week, textOf(day))).toEqual(alone);
          expect(ofDay(all, textOf(day))).toEqual(alone);
          expect(warm).toEqual(alone);
          expect(small).toEqual(all);
          const wanted = isOfColumns(analyzers) ? `"column":"${column}"` : '';
          expect(ofColumn).toEqual(new Map([...alone].filter(([key]) => key.includes(wanted))));
        }
      ),
      options
    );
  });

  it('and its record is the same in the table of a monitor', async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, someDocument, someDay, async (specs, analyzers, day) => {
        const document = documentOf(analyzers);
        const engine = new MemoryEngine(storeOf(specs));
        const all = await engine.cells(table(document), firstMs, lastMs, evening);
        const alone = await new MemoryEngine(storeOf(specs)).cells(
          table(document),
          startOf(day),
          startOf(day + 1),
          evening
        );
        compared += 1 + all.size;
        expect(alone).toEqual(ofDay(all, textOf(day)));
        const verdicts = await engine.cells({ ...analysis(document), series: ['verdict'] }, firstMs, lastMs, evening);
        expect(all.size).toBe([...verdicts.values()].filter((verdict) => verdict === 1).length);
      }),
      options
    );
  });

  it('of the latest batch is that of its day', async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, someDocument, someDay, async (specs, analyzers, day) => {
        const document = documentOf(analyzers);
        const engine = new MemoryEngine(storeOf(specs));
        const moment = { nowMs: startOf(day + 1) };
        const latest = { ...analysis(document), mode: 'latest' };
        const batches = await engine.cells({ ...latest, series: ['batch'] }, firstMs, lastMs, moment);
        const verdicts = await engine.cells(latest, firstMs, lastMs, moment);
        const all = await engine.cells({ ...analysis(document), series: ['verdict'] }, firstMs, lastMs, evening);
        compared += 1 + verdicts.size;
        const expected = [...batches].map(([labels, batch]) => {
          const time = dayOf(Number(batch));
          const isDaily = JSON.stringify(analyzers[0]?.analyzer['schedule']) === '{"type":"fixed","cadence":"daily"}';
          if (isDaily) {
            expect([textOf(day), textOf(day - 1)]).toContain(time);
          }
          return [labels, all.get(`${labels} ${time}`)] as const;
        });
        expect(verdicts).toEqual(new Map(expected));
      }),
      options
    );
  });
});

describe('without the data of a day', () => {
  it('it has no verdict, but that it is missing; and nothing changes that does not contain the day', async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, someDocument, someDay, async (specs, analyzers, day) => {
        const document = documentOf(analyzers);
        const [first] = analyzers;
        const without = specs.map((spec) => (spec.day === day ? { ...spec, day: -400 } : spec));
        const before = await new MemoryEngine(storeOf(specs)).cells(analysis(document), firstMs, lastMs, evening);
        const after = await new MemoryEngine(storeOf(without)).cells(analysis(document), firstMs, lastMs, evening);
        compared += 1 + before.size;
        if (!first?.isOfAbsence) {
          expect(ofDay(after, textOf(day))).toEqual(new Map());
        } else if (analyzers.length === 1) {
          const values = [...ofDay(after, textOf(day))].filter(([key]) => key.includes('"series":"value"'));
          expect(values.filter(([, value]) => value !== 1)).toEqual([]);
        }
        for (let other = 0; other < dayCount; other += 1) {
          const distance = other - day;
          const { days = 0, isChained = false } = first?.reach ?? {};
          const isConcerned = days === Infinity || (distance >= 0 && (distance <= days || isChained));
          if (!isConcerned && !(first?.isOfAbsence ?? false)) {
            expect(ofDay(after, textOf(other))).toEqual(ofDay(before, textOf(other)));
          }
        }
      }),
      options
    );
  });
});

describe('a profile that cannot be read', () => {
  /** The last column of a file, by name, becomes unreadable; its header stays. */
  const damage = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes).fill(0xff, bytes.length - 20);

  it('takes verdicts away and changes none; a rule gets an error, or the verdict that it would have had', async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, someDocument, fc.nat(), someDay, async (specs, analyzers, which, day) => {
        const [first] = analyzers;
        const document = documentOf(analyzers);
        const intact = storeOf(specs);
        const key = `d/${which % specs.length}.bin`;
        const broken = new Map([...intact].map(([name, bytes]) => [name, name === key ? damage(bytes) : bytes]));
        const engine = new MemoryEngine(broken);
        const before = await new MemoryEngine(intact).cells(analysis(document), firstMs, lastMs, evening);
        const after = await engine.cells(analysis(document), firstMs, lastMs, evening);
        compared += 1 + after.size;
        // After a gap a chain begins anew, as it does at its beginning (design, section 4).
        const begins = (first?.reach.isChained ?? false) && first?.analyzer['config'] !== undefined;
        if (!begins) {
          expect([...after].filter(([name, value]) => before.get(name) !== value)).toEqual([]);
        }
        const rule = { isAlert: true };
        const latest = { ...analysis(document), mode: 'latest' };
        const toMs = startOf(day + 1);
        const healthy = await new MemoryEngine(intact).cells(latest, toMs - 1, toMs, rule);
        const answered = await engine.cells(latest, toMs - 1, toMs, rule).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'RequestError', code: 'unreadable-profile' });
          return null;
        });
        if (answered !== null) {
          expect(answered).toEqual(healthy);
        }
      }),
      options
    );
  });
});

describe('drift', () => {
  const inline = (metric: string, algorithm: string, threshold: number) => ({
    kind: 'analysis',
    datasetId: 'd',
    analyzer: { type: 'drift', metric, algorithm, threshold, baseline: { type: 'CurrentBatch', offset: 1 } },
    series: ['value'],
  });
  const rows = someFiles.map((specs) => specs.flatMap((spec) => spec.rows).slice(0, 40));

  it('by hellinger and jensenshannon is the same when target and baseline change places', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        rows,
        fc.constantFrom('histogram', 'frequent_items'),
        fc.constantFrom('hellinger', 'jensenshannon'),
        async (one, two, metric, algorithm) => {
          const of = async (first: typeof one, second: typeof one) => {
            const store = new Map([
              ['d/1.bin', profileBytes(0, { city: null, rows: first })],
              ['d/2.bin', profileBytes(1, { city: null, rows: second })],
            ]);
            return new MemoryEngine(store).cells(inline(metric, algorithm, 0.5), startOf(1), startOf(2), evening);
          };
          const [forth, back] = [await of(one, two), await of(two, one)];
          compared += 1 + forth.size;
          const shared = [...forth.keys()].filter((key) => back.has(key));
          for (const key of shared) {
            expect(Math.abs(Number(forth.get(key)) - Number(back.get(key)))).toBeLessThan(1e-12);
          }
          expect(shared.length).toBeGreaterThan(0);
        }
      ),
      options
    );
  });
});

describe('a tighter threshold', () => {
  const number = fc.double({ min: 0, max: 3, noNaN: true });
  const baseline = { type: 'TrailingWindow', size: 4 };

  it.each([
    ['drift', (threshold: number) => ({ type: 'drift', metric: 'histogram', threshold, baseline })],
    ['fixed', (upper: number) => ({ type: 'fixed', metric: 'mean', upper, lower: -upper })],
    ['diff', (threshold: number) => ({ type: 'diff', metric: 'mean', mode: 'abs', threshold, baseline })],
    [
      'diff, pct',
      (threshold: number) => ({ type: 'diff', metric: 'count', mode: 'pct', threshold: 50 * threshold, baseline }),
    ],
    ['stddev', (factor: number) => ({ type: 'stddev', metric: 'mean', factor, minBatchSize: 2, baseline })],
  ])('never gives fewer anomalies: %s', async (_, configOf) => {
    await fc.assert(
      fc.asyncProperty(someFiles, number, number, async (specs, one, two) => {
        const engine = new MemoryEngine(storeOf(specs));
        const anomalies = async (threshold: number) => {
          const model = { kind: 'analysis', datasetId: 'd', analyzer: configOf(threshold), series: ['verdict'] };
          const cells = await engine.cells(model, firstMs, lastMs, evening);
          return [...cells].flatMap(([key, verdict]) => (verdict === 1 ? [key] : []));
        };
        const loose = await anomalies(Math.max(one, two));
        const tight = await anomalies(Math.min(one, two));
        compared += 1 + tight.length;
        expect(loose.filter((key) => !tight.includes(key))).toEqual([]);
      }),
      options
    );
  });
});

it('documents of all types are among those asked', () => {
  const types = new Set(
    fc.sample(someAnalyzer, { seed: options.seed, numRuns: 200 }).map(({ analyzer }) => {
      const { type } = analyzer['config'] as { readonly type: string };
      return type;
    })
  );
  compared = types.size + options.numRuns;
  expect([...types].sort()).toEqual([
    'column_list',
    'comparison',
    'diff',
    'drift',
    'fixed',
    'frequent_string_comparison',
    'list_comparison',
    'monotonic',
    'seasonal',
    'stddev',
  ]);
});

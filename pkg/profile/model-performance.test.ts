import { KllBuilder } from '../sketch/index.ts';
import { bytesSource } from './byte-source.ts';
import { classificationMetrics } from './classification-metrics.ts';
import { describePerformance } from './describe-profile.ts';
import { mergePerformance } from './merge-performance.ts';
import type { ModelPerformance, ScoreCell } from './model-performance.ts';
import { openProfiles } from './open-profiles.ts';
import { regressionMetrics } from './regression-metrics.ts';
import { rocPoints } from './roc.ts';
import { buildV0, delimited } from './testing/build-v0.ts';
import { differences, type Json } from './testing/differences.ts';
import { Fixtures } from './testing/fixtures.ts';
import { WireWriter } from './wire-writer.ts';

// Written by Python's whylogs; matrix and figures from the rows, by the service's formulas.
const golden = new Fixtures('golden-performance');

async function read(name: string, bytes: Uint8Array): Promise<ModelPerformance | null> {
  const [profile] = await openProfiles(bytesSource(name, bytes));
  if (profile === undefined) throw new Error('no profile');
  return profile.readPerformance();
}

async function readGolden(name: string): Promise<ModelPerformance> {
  const performance = await read(name, golden.bytes(name));
  if (performance === null) throw new Error(`${name} has no performance`);
  return performance;
}

interface Expected {
  readonly labels?: string[];
  readonly matrix?: Json;
  readonly meanScores?: Json;
  readonly service?: Record<string, Json>;
  readonly perLabel?: Json;
  readonly regression?: Json;
}

/** The keys that a golden file has, of ours. */
function comparable(described: Json, expected: Expected): Json {
  const ours = described as Record<string, Json>;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, ours[key] ?? null]));
}

function expectAlike(performance: ModelPerformance, name: string): void {
  const { labels, matrix, meanScores, service, perLabel, regression } = golden.json<Expected>(name);
  const expected = Object.fromEntries(
    Object.entries({ labels, matrix, meanScores, service, perLabel, regression }).filter(
      ([, value]) => value !== undefined
    )
  ) as Expected;
  expect(Object.keys(expected).length).toBeGreaterThan(0);
  const ignored = service !== undefined && !('auroc' in service) ? ['auroc'] : [];
  const described = comparable(describePerformance(performance) as Json, expected);
  expect(differences(expected, described, { tolerance: () => 1e-12, ignored })).toEqual([]);
}

const files = golden.names('.bin').filter((name) => !name.startsWith('ranking'));

test('binary, multi-class, one label, missing truth, segments, regressions', () => {
  expect(files.length).toBeGreaterThanOrEqual(15);
});

test.each(files)('%s', async (name) => {
  expectAlike(await readGolden(name), name.replace(/\.bin$/, '.json'));
});

describe('merging', () => {
  test.each<[string, string[], string]>([
    [
      'classifications with other labels',
      ['classification-merge-0.bin', 'classification-merge-1.bin'],
      'classification-merged.json',
    ],
    ['regressions', ['regression-plain.bin', 'regression-second.bin'], 'regression-merged.json'],
  ])('%s, in either order', async (_, names, expected) => {
    const parts = await Promise.all(names.map(readGolden));
    const merged = mergePerformance(parts);
    expectAlike(merged!, expected);
    expect(mergePerformance([...parts].reverse())).toEqual(merged);
  });

  test('two batches of one day that WhyLabs met', async () => {
    const fixtures = new Fixtures('whylabs-oss-v0');
    const names = fixtures.names('.bin', 'profiles/performance/org-5Hsdjx');
    expect(names).toHaveLength(2);
    const parts = await Promise.all(names.map((name) => read(name, fixtures.bytes(name))));
    const merged = mergePerformance(parts.flatMap((part) => part ?? []));
    expect(merged?.classification?.cells.map(({ count }) => count)).toEqual([1000, 0, 0, 1000]);
    expect(classificationMetrics(merged!.classification!)).toMatchObject({ accuracy: 1, recall: 1, fpr: 0 });
  });

  test('numeric labels in the order of numbers, None last', async () => {
    const [twelve, none] = await Promise.all(
      ['classification-multiclass-int12.bin', 'classification-with-none.bin'].map(readGolden)
    );
    expect(mergePerformance([twelve!, none!])?.classification?.labels).toEqual([
      '0.0',
      '1',
      '1.0',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      'None',
    ]);
  });

  test('classification and regression side by side, output fields united', async () => {
    const [classes, numbers] = await Promise.all(['classification-tiny.bin', 'regression-plain.bin'].map(readGolden));
    const merged = mergePerformance([
      { ...classes!, outputFields: ['b', 'a'] },
      { ...numbers!, outputFields: ['a', 'c'] },
    ]);
    expect(merged?.outputFields).toEqual(['a', 'b', 'c']);
    expect(merged?.classification).toEqual(classes?.classification);
    expect(merged?.regression).toEqual(numbers?.regression);
  });

  test('nothing and one thing', async () => {
    const one = await readGolden('regression-plain.bin');
    expect(mergePerformance([])).toBeNull();
    expect(mergePerformance([one])).toBe(one);
  });

  test('cells that do not say their moments or scores', async () => {
    const { classification } = await readGolden('classification-tiny.bin');
    const part = (contentHash: string, cell: Partial<ScoreCell>): ModelPerformance => ({
      contentHash,
      outputFields: [],
      regression: null,
      classification: { ...classification!, cells: classification!.cells.map((full) => ({ ...full, ...cell })) },
    });
    const merged = mergePerformance([part('a', {}), part('b', { mean: null, kll: null })]);
    expect(merged?.classification?.cells[0]).toEqual({ count: 6, mean: null, m2: null, kll: null });
    const same = mergePerformance([part('a', {}), part('b', {})]);
    expect(same?.classification?.cells[0]).toMatchObject({ count: 6, mean: 1, m2: 0, kll: { n: 6 } });
  });

  test('too many labels together', async () => {
    const part = (prefix: string): ModelPerformance => ({
      contentHash: prefix,
      outputFields: [],
      regression: null,
      classification: {
        predictionField: '',
        targetField: '',
        scoreField: '',
        labels: Array.from({ length: 200 }, (_, index) => `${prefix}${index}`),
        cells: [],
      },
    });
    expect(() => mergePerformance([part('a'), part('b')])).toThrow(
      'merged profiles: model performance: 400 labels together, more than 256. Raise'
    );
  });
});

describe('figures', () => {
  test('a classification without examples has none', () => {
    const empty = { predictionField: '', targetField: '', scoreField: '', labels: ['a'], cells: [] };
    expect(classificationMetrics(empty)).toBeNull();
    expect(rocPoints(empty, 0)).toEqual([]);
  });

  test('a regression without examples has none', () => {
    const empty = { predictionField: '', targetField: '', count: 0, sumAbsDiff: 0, sumDiff: 0, sum2Diff: 0 };
    expect(regressionMetrics(empty)).toBeNull();
  });

  test('infinite scores leave no room for a curve', async () => {
    const { classification } = await readGolden('classification-binary-int.bin');
    const builder = new KllBuilder(200, 1);
    builder.update(Infinity);
    const cells = classification!.cells.map((cell) => ({ ...cell, kll: builder.toSketch() }));
    expect(rocPoints({ ...classification!, cells }, 1)).toEqual([]);
  });

  test('one score for all leaves thresholds next to it', async () => {
    const { classification } = await readGolden('classification-binary-string.bin');
    const points = rocPoints(classification!, 0);
    expect(points).toHaveLength(100);
    expect(points.every(({ fpr, recall, precision }) => fpr === 0 && recall === 0 && precision === 1)).toBe(true);
  });

  test('the curve begins with everything above the threshold and ends with nothing', async () => {
    const { classification } = await readGolden('classification-binary-int.bin');
    const points = rocPoints(classification!, 1);
    expect(points).toHaveLength(100);
    expect(points.at(-1)).toEqual({ fpr: 0, recall: 0, precision: 1 });
    expect(points[0]!.recall).toBeGreaterThan(0.95);
  });
});

describe('damaged messages', () => {
  const model = (metrics: Uint8Array): Uint8Array =>
    delimited(buildV0({ dataMs: 1 }, {}, new WireWriter().message(10, metrics).finish()));
  const matrix = (...labels: string[]): WireWriter =>
    labels.reduce((writer, label) => writer.text(1, label), new WireWriter());

  test.each<[string, Uint8Array, string]>([
    ['cells missing', matrix('a', 'b').finish(), 'model performance: 0 cells for 2 labels at byte'],
    ['cells without labels', new WireWriter().message(10, new Uint8Array(0)).finish(), '1 cells for 0 labels at byte'],
    ['too many labels', matrix(...Array.from({ length: 257 }, String)).finish(), 'more than 256 labels at byte'],
    [
      'a sketch that is none',
      matrix('a')
        .message(10, new WireWriter().message(4, Uint8Array.of(1, 2, 3)).finish())
        .finish(),
      'model performance: KLL sketch',
    ],
  ])('%s', async (_, scoreMatrix, text) => {
    const file = model(new WireWriter().message(1, scoreMatrix).finish());
    await expect(read('day.bin', file)).rejects.toThrow(text);
  });

  test('an empty message says nothing', async () => {
    expect(await read('day.bin', delimited(buildV0({ dataMs: 1 }, {}, new Uint8Array(0))))).toBeNull();
    expect(await read('day.bin', delimited(buildV0({ dataMs: 1 })))).toBeNull();
    expect(await read('day.bin', model(new WireWriter().message(1, new Uint8Array(0)).finish()))).toBeNull();
  });

  test('a cell may have a count and no scores', async () => {
    const cell = new WireWriter().message(2, new WireWriter().uint(1, 5).finish()).finish();
    const file = model(new WireWriter().message(1, matrix('a').message(10, cell).finish()).finish());
    const performance = await read('day.bin', file);
    expect(performance?.classification?.cells).toEqual([{ count: 5, mean: null, m2: null, kll: null }]);
    expect(classificationMetrics(performance!.classification!)).toMatchObject({ accuracy: 1, auroc: 0 });
  });
});

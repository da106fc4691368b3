import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { analyzerMetrics } from '../../contract/index.ts';
import { on, profile, rows, saidOf, verdicts, World } from './testing/world.ts';

const ofDataset = { targetMatrix: { type: 'dataset' } };
const fixed = (metric: string) => ({ type: 'fixed', metric, upper: 1e9 });

/** The value of a metric on the only day. */
async function valueOf(world: World, metric: string, changes: object = {}): Promise<number | null | undefined> {
  const { found } = await world.judge(fixed(metric), changes);
  return found.find(({ record }) => record !== null)?.record?.threshold_metricValue;
}

describe('metrics of a column (spec/analyzers.md a.2)', () => {
  // 4 numbers, 3 texts, 1 truth value, 2 nulls: 10 rows. True is among the numbers as 1, as whylogs has it.
  const mixed = new World().put('1', profile('2013-03-01', rows('a', [1, 2, 4, 9, 'x', 'x', 'y', true, null, null])));
  const halves = new World().put('1', profile('2013-03-01', rows('a', [0.5, 1.5, 2.5, 3.5])));
  // 0, 100, .. 9900 of golden row 64.
  const hundred = new World().put(
    '1',
    profile(
      '2013-03-01',
      rows(
        'a',
        Array.from({ length: 100 }, (_, i) => 100 * i)
      )
    )
  );

  it.each([
    ['count', 10],
    ['count_null', 2],
    ['count_null_ratio', 0.2],
    ['count_bool', 1],
    ['count_bool_ratio', 0.1],
    ['count_integral', 4],
    ['count_integral_ratio', 0.4],
    ['count_fractional', 0],
    ['count_string', 3],
    ['count_string_ratio', 0.3],
    ['mean', 3.4],
    // Of 1, 1, 2, 4, 9: 45.2 over 4.
    ['stddev', Math.sqrt(11.3)],
    ['min', 1],
    ['max', 9],
    ['median', 2],
    ['MEDIAN', 2],
  ])('%s is %d', async (metric, expected) => {
    expect(await valueOf(mixed, metric)).toBeCloseTo(expected, 12);
  });

  it.each([
    ['unique_est', 6],
    ['unique_est_ratio', 0.6],
  ])('%s is near %d', async (metric, expected) => {
    expect(await valueOf(mixed, metric)).toBeCloseTo(expected, 3);
  });

  it.each([
    ['quantile_5', 500],
    ['quantile_25', 2500],
    ['quantile_75', 7500],
    ['quantile_90', 9000],
    ['quantile_95', 9500],
    ['quantile_99', 9900],
    ['median', 5000],
  ])('golden 64: %s is %d', async (metric, expected) => {
    expect(await valueOf(hundred, metric)).toBe(expected);
  });

  it('count_fractional counts fractions', async () => {
    expect(await valueOf(halves, 'count_fractional_ratio')).toBe(1);
  });

  it.each([
    ['mean', ['x']],
    ['median', ['x']],
    ['max', [null]],
  ])('%s of %j has no value, which is not 0', async (metric, values) => {
    const world = new World().put('1', profile('2013-03-01', rows('a', values)));
    expect(saidOf(on(await world.judge(fixed(metric)), '03-01'))).toBe('the target batch does not have the metric');
  });

  it('inferred_data_type and discrete are compared as what they are', async () => {
    const world = World.ofDays('2013-03-01', [
      ['x', 'y'],
      ['x', 'y'],
      [1, 2],
      ['z', 'z'],
    ]);
    const baseline = { type: 'TrailingWindow', size: 1 };
    const comparison = { type: 'comparison', metric: 'inferred_data_type', baseline };
    expect(verdicts(await world.judge(comparison))).toEqual({
      '03-01': 'InsufficientBaseline',
      '03-02': 0,
      '03-03': 1,
      '03-04': 1,
    });
    const list = {
      type: 'list_comparison',
      metric: 'inferred_data_type',
      operator: 'in',
      expected: [{ str: 'STRING' }],
    };
    expect(verdicts(await world.judge(list))).toEqual({ '03-01': 0, '03-02': 0, '03-03': 1, '03-04': 0 });
    const ofBaseline = { type: 'list_comparison', metric: 'inferred_data_type', operator: 'not_in', baseline };
    expect(verdicts(await world.judge(ofBaseline))).toMatchObject({ '03-02': 1, '03-03': 0, '03-04': 0 });
    const discrete = { type: 'comparison', metric: 'discrete', expected: { str: 'true' } };
    expect(verdicts(await world.judge(discrete))).toEqual({ '03-01': 0, '03-02': 0, '03-03': 1, '03-04': 0 });
  });

  it('are all answered, or refused in words, by every analyzer of one number', async () => {
    for (const { name, level, value } of analyzerMetrics) {
      const { found } = await mixed.judge(fixed(name), level === 'dataset' ? ofDataset : {}, {
        to: '2013-03-02',
        // One of them is a fact of the moment.
        ...(name === 'secondsSinceLastUpload' ? { now: '2013-03-01T12:00Z' } : {}),
      });
      const [only] = found;
      const outcome = only?.judgement.outcome;
      const isNumber = value === 'float' || value === 'integer';
      if (!isNumber) {
        expect([name, outcome]).toEqual([
          name,
          {
            kind: 'failure',
            failureType: 'IncompatibleTypes',
            explanation: `fixed needs a metric that is a number, and ${name} is ${value}. Remedy: name another metric`,
          },
        ]);
      } else {
        expect(outcome?.kind).toBe(
          /^(?:classification|regression)\./.test(name) || name === 'output.count' ? 'none' : 'result'
        );
      }
    }
  });

  it('of several values are nothing to compare with one', async () => {
    const answer = await mixed.judge({ type: 'comparison', metric: 'histogram', expected: { int: 1 } });
    expect(on(answer, '03-01').record).toMatchObject({
      failureType: 'IncompatibleTypes',
      failureExplanation:
        'comparison needs a metric that is one value, and histogram is histogram. Remedy: name another metric',
    });
  });

  it('are read in the parts that they need and no others', async () => {
    const partsOf = async (metric: string): Promise<string> => {
      mixed.reads.length = 0;
      await mixed.judge(fixed(metric), {}, { to: '2013-03-02' });
      return mixed.reads.map((read) => read.split(' ')[2]).join(' ');
    };
    expect(await partsOf('count')).toBe('counts');
    expect(await partsOf('count_null_ratio')).toBe('counts');
    expect(await partsOf('count_bool')).toBe('counts,types');
    expect(await partsOf('mean')).toBe('counts,distribution');
    expect(await partsOf('quantile_5')).toBe('counts,distribution');
    expect(await partsOf('unique_est')).toBe('counts,cardinality');
    expect(await partsOf('frequent_items')).toBe('counts,frequent_items');
    expect(await partsOf('histogram')).toBe('counts,distribution');
    expect(await partsOf('discrete')).toBe('counts,types,cardinality');
    expect(await partsOf('inferred_data_type')).toBe('counts,types');
    expect(await partsOf('missingDatapoint')).toBe('counts');
  });
});

describe('metrics of the dataset (spec/analyzers.md a.3)', () => {
  const world = new World()
    .put('1', profile('2013-03-01T01:00Z', [{ a: 1, b: 1 }, { a: 2 }]))
    .put('2', profile('2013-03-01T02:00Z', [{ a: 1, output: 1 }]));

  it.each([
    ['profile.count', 2],
    ['shape_column_count', 3],
    // a 3, b 2 (a row without it is null there), output 1.
    ['column_row_count_sum', 6],
    ['shape_row_count', 3],
    ['input.count', 3],
    ['output.count', 1],
  ])('%s is %d', async (metric, expected) => {
    expect(await valueOf(world, metric, ofDataset)).toBe(expected);
  });

  it('of two days add', async () => {
    world.put('3', profile('2013-03-02', [{ a: 1, c: 1 }]));
    const of = async (metric: string) =>
      on(await world.judge(fixed(metric), { ...ofDataset, targetSize: 2 }), '03-02', 'dataset').record;
    expect(await of('profile.count')).toMatchObject({ threshold_metricValue: 3, targetCount: null });
    expect(await of('shape_column_count')).toMatchObject({ threshold_metricValue: 4 });
    expect(await of('shape_row_count')).toMatchObject({ threshold_metricValue: 4, targetCount: 4 });
    world.files.delete('d/3.bin');
  });

  it('know an output by the entity schema, whatever range is asked for', async () => {
    const made = new World()
      .put('1', profile('2013-03-01', [{ was: 1 }, { was: 2 }, { was: 3 }]))
      .put('2', profile('2013-03-02', [{ a: 1 }]));
    const column = { discreteness: 'continuous', dataType: 'integral', classifier: 'output' };
    const schedule = { type: 'fixed', cadence: 'daily' };
    const baseline = { type: 'TrailingWindow', size: 4 };
    const config = { type: 'diff', metric: 'output.count', threshold: 1, baseline };
    const analyzers = [{ id: 'analyzer-1', schedule, config: { ...config, metric: 'input.count' }, ...ofDataset }];
    const document = { analyzers, entitySchema: { columns: { was: column } } };
    const alone = await made.evaluate(document, 'analyzer-1', { from: '2013-03-02', to: '2013-03-03' });
    // On 1 March there are no inputs, so there is no baseline.
    expect(verdicts(alone, 'dataset')).toEqual({ '03-02': 'InsufficientBaseline' });
    const other = { analyzers };
    expect(verdicts(await made.evaluate(other, 'analyzer-1'), 'dataset')['03-02']).toBe(1);
  });

  it('without any rows that were counted have no value', async () => {
    const empty = new World().put('1', profile('2013-03-01', []));
    expect(await valueOf(empty, 'profile.count', ofDataset)).toBe(1);
    expect(await valueOf(empty, 'shape_column_count', ofDataset)).toBe(0);
    expect(await valueOf(empty, 'column_row_count_sum', ofDataset)).toBeUndefined();
    expect(await valueOf(empty, 'shape_row_count', ofDataset)).toBeUndefined();
  });

  it("of a column's metric there are none", async () => {
    const answer = await world.judge(fixed('mean'), ofDataset);
    expect(saidOf(on(answer, '03-01', 'dataset'))).toBe('the target batch does not have the metric');
    const drift = { type: 'drift', metric: 'histogram', threshold: 0.1, baseline: { type: 'CurrentBatch', offset: 0 } };
    expect(saidOf(on(await world.judge(drift, ofDataset), '03-01', 'dataset'))).toBe(
      'the target batch does not have the metric'
    );
  });

  describe('of a classification', () => {
    const archive = join(__dirname, '..', '..', '..', 'tests', 'data', 'profiles', 'whylabs-oss-v0.zip');
    const files = unzipSync(readFileSync(archive));
    const name = Object.keys(files).find((key) => /performance\/org-0-model-2120.*\.bin$/.test(key)) ?? '';
    const made = new World().put('1', files[name] ?? new Uint8Array());

    it.each([
      ['classification.precision', 0.936],
      ['classification_recall', 0.997868],
      ['classification.f1', 0.965944],
      ['classification.fpr', 1],
      ['classification.accuracy', 0.934132],
    ])('golden 84: %s is %d', async (metric, expected) => {
      const asked = { from: '2024-11-02', to: '2024-11-03', now: '2024-12-01' };
      const { found } = await made.judge(fixed(metric), ofDataset, asked);
      expect(found[0]?.record?.threshold_metricValue).toBeCloseTo(expected, 6);
    });

    it('of no such model there is none', async () => {
      const asked = { from: '2024-11-02', to: '2024-11-03', now: '2024-12-01' };
      const { found } = await made.judge(fixed('regression.rmse'), ofDataset, asked);
      expect(found[0]?.record).toBeNull();
    });
  });
});

describe('column_list', () => {
  const named = (names: readonly (string | number)[]) => [Object.fromEntries(names.map((name) => [`c${name}`, 1]))];
  const upTo = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);
  const world = (before: readonly number[], now: readonly number[]): World =>
    new World()
      .put('0', profile('2013-02-27', named([99])))
      .put('1', profile('2013-02-28', named([99])))
      .put('2', profile('2013-03-01', named(before)))
      .put('3', profile('2013-03-02', named(now)));
  const config = (mode: string, more: object = {}) => ({
    type: 'column_list',
    metric: 'column_list',
    mode,
    baseline: { type: 'TrailingWindow', size: 3 },
    ...more,
  });

  it.each([
    ['58', 'ON_ADD', upTo(0, 10), upTo(0, 6), 0, 0, 4],
    ['59', 'ON_ADD', upTo(0, 6), upTo(0, 10), 1, 4, 0],
    ['60', 'ON_ADD_AND_REMOVE', upTo(0, 10), upTo(6, 14), 1, 4, 6],
  ])('golden %s: %s', async (_, mode, before, now, anomalyCount, added, removed) => {
    const answer = await world(before, now).judge(config(mode), ofDataset);
    expect(on(answer, '03-02', 'dataset').record).toMatchObject({
      anomalyCount,
      columnList_added: added,
      columnList_removed: removed,
      columnList_mode: mode,
    });
  });

  it('takes the name that the engine knew, and a reference', async () => {
    const made = world([1], [1, 2]).put('reference/r/1', profile('2012-01-01', named([1, 2])));
    const baseline = { type: 'Reference', profileId: 'r' };
    const answer = await made.judge(config('ON_ADD_AND_REMOVE', { metric: 'field_list', baseline }), ofDataset);
    expect(verdicts(answer, 'dataset')).toMatchObject({ '03-01': 1, '03-02': 0 });
  });

  it('has no verdict where the newest bucket of its baseline is missing or excluded', async () => {
    const made = world([1], [1]);
    made.files.delete('d/2.bin');
    made.put('4', profile('2013-02-26', named([99])));
    const four = { type: 'TrailingWindow', size: 4 };
    const missing = await made.judge(config('ON_ADD', { baseline: four }), ofDataset);
    expect(saidOf(on(missing, '03-02', 'dataset'))).toBe(
      'column_list needs the columns of the newest baseline batch and that batch is missing; ' +
        'it gives a verdict again once the batch before the target has data'
    );
    const exclusionRanges = [{ start: '2013-03-01T00:00:00Z', end: '2013-03-02T00:00:00Z' }];
    const excluded = world([1], [1]).put('4', profile('2013-02-26', named([99])));
    const answer = await excluded.judge(config('ON_ADD', { baseline: { ...four, exclusionRanges } }), ofDataset);
    expect(verdicts(answer, 'dataset')['03-02']).toBe('InsufficientBaseline');
  });

  it('of a target of two days has the columns of both', async () => {
    const made = new World()
      .put('0', profile('2013-02-28', named([1, 2])))
      .put('1', profile('2013-03-01', named([1])))
      .put('2', profile('2013-03-02', named([2])));
    const baseline = { type: 'CurrentBatch', offset: 2 };
    const two = { ...ofDataset, targetSize: 2 };
    expect(verdicts(await made.judge(config('ON_REMOVE', { baseline }), two), 'dataset')['03-02']).toBe(0);
    expect(verdicts(await made.judge(config('ON_REMOVE', { baseline }), ofDataset), 'dataset')['03-02']).toBe(1);
  });

  it('of a column there is none', async () => {
    expect(
      saidOf(
        on(
          await world([1], [1]).judge(config('ON_ADD'), { targetMatrix: { type: 'column', include: ['c1'] } }),
          '03-02',
          'c1'
        )
      )
    ).toBe('the target batch does not have the metric');
  });
});

describe('sketches', () => {
  const baseline = { type: 'TrailingWindow', size: 1 };
  const drift = { type: 'drift', metric: 'histogram', threshold: 0.7, baseline };

  it('of which one side has become empty are as far apart as can be', async () => {
    const world = World.ofDays('2013-03-01', [
      [1, 2],
      [null, null, 'x'],
      [1, 2],
    ]);
    const answer = await world.judge(drift);
    expect(verdicts(answer)).toEqual({ '03-01': 'InsufficientBaseline', '03-02': 1, '03-03': 1 });
    expect(on(answer, '03-02').record?.drift_metricValue).toBe(1);
  });

  it('that are empty on both sides have no distance', async () => {
    const answer = await World.ofDays('2013-03-01', [['x'], ['y']]).judge(drift);
    expect(verdicts(answer)).toEqual({ '03-01': 'InsufficientBaseline' });
    expect(saidOf(on(answer, '03-02'))).toBe('neither the target nor its baseline has numbers');
  });

  it('golden 44: of items, five and five of which one is in common', async () => {
    const foos = ['foo1', 'foo2', 'foo3', 'foo4', 'foo5'];
    const world = World.ofDays('2013-03-01', [
      foos,
      ['bar1', 'bar2', 'bar3', 'bar4', 'bar5'],
      foos,
      ['foo1', 'bar2', 'bar3', 'bar4', 'bar5'],
    ]);
    const answer = await world.judge({ ...drift, metric: 'frequent_items', threshold: 0.9 });
    expect(verdicts(answer)['03-02']).toBe(1);
    expect(on(answer, '03-02').record?.drift_metricValue).toBeCloseTo(1, 12);
    expect(on(answer, '03-04').record?.drift_metricValue).toBeCloseTo(0.89442719, 8);
    expect(verdicts(answer)['03-04']).toBe(0);
  });

  it('golden 54: of texts that one side lacks', async () => {
    const world = World.ofDays('2013-03-01', [['foo1', 'foo2', 'foo3'], ['foo1']]);
    const judge = async (operator: string) =>
      on(
        await world.judge({ type: 'frequent_string_comparison', metric: 'frequent_items', operator, baseline }),
        '03-02'
      ).record;
    expect(await judge('eq')).toMatchObject({ anomalyCount: 1 });
    expect(await judge('target_includes_all_baseline')).toMatchObject({ anomalyCount: 1 });
    expect(await judge('baseline_includes_all_target')).toMatchObject({
      anomalyCount: 0,
      frequentStringComparison_sample: null,
    });
  });

  it('golden 46: of a window are never one value a batch, so NoResults cannot arise', async () => {
    const world = World.ofDays('2013-03-01', [[1], [1], [1], [1], [1], [1]]);
    const answer = await world.judge({ ...drift, baseline: { type: 'TrailingWindow', size: 5 } });
    expect(on(answer, '03-06').record).toMatchObject({ anomalyCount: 0, drift_metricValue: 0, baselineCount: 5 });
  });
});

describe('custom metrics of the entity schema', () => {
  const world = World.ofValues('2013-03-01', [1, 5, null]);
  const entitySchema = {
    columns: {},
    customMetrics: {
      'typical fare': { label: 'typical fare', column: 'a', builtinMetric: 'mean' },
      'fare is there': { label: 'fare is there', column: 'a', builtinMetric: 'missingDatapoint' },
    },
  };
  const evaluate = (metric: string, upper: number, targetMatrix: object = { type: 'dataset' }) => {
    const schedule = { type: 'fixed', cadence: 'daily' };
    const analyzers = [{ id: 'analyzer-1', schedule, targetMatrix, config: { type: 'fixed', metric, upper } }];
    return world.evaluate({ analyzers, entitySchema }, 'analyzer-1', { to: '2013-03-04' });
  };

  it('are metrics of one column, told of the dataset', async () => {
    const answer = await evaluate('typical fare', 4);
    expect(answer.subjects).toEqual(['dataset']);
    expect(verdicts(answer, 'dataset')).toEqual({ '03-01': 0, '03-02': 1 });
    expect(on(answer, '03-02', 'dataset').record).toMatchObject({
      metric: 'typical fare',
      threshold_metricValue: 5,
      targetCount: 1,
    });
  });

  it('of a column target are the same', async () => {
    expect((await evaluate('typical fare', 4, { type: 'column', include: ['*'] })).subjects).toEqual(['dataset']);
  });

  it('that ask what is missing, ask it of their column', async () => {
    world.put('x', profile('2013-03-03', rows('b', [1])));
    expect(verdicts(await evaluate('fare is there', 0), 'dataset')).toEqual({ '03-01': 0, '03-02': 0, '03-03': 1 });
  });
});

import { parseAnalyzer } from './parse-analyzer.ts';
import { parseMonitorDocument } from './parse-monitor-document.ts';
import { analyzerExample, configExample, documentExample, fixedExample, lines } from './testing/examples.ts';

const drift = {
  type: 'drift',
  metric: 'histogram',
  algorithm: 'hellinger',
  threshold: 0.5,
  minBatchSize: 1,
  bins: 'equal_width',
  baseline: { type: 'TrailingWindow', size: 7, exclusionRanges: [], exclusionSchedule: null },
};
const plain = {
  id: 'drift-analyzer',
  displayName: null,
  tags: [],
  schedule: { type: 'fixed', cadence: 'daily', exclusionRanges: [] },
  disabled: false,
  target: { type: 'column', include: ['*'], exclude: [], segments: [[]], excludeSegments: [], profileId: null },
  targetSize: 1,
  disableTargetRollup: false,
  dataReadinessDurationMs: null,
  batchCoolDownPeriodMs: null,
  backfillGracePeriodDurationMs: null,
  config: drift,
  version: null,
  configVersion: 0,
};

function read(analyzer: unknown) {
  const { document, problems } = parseMonitorDocument(documentExample({ analyzers: [analyzer] }));
  return { analyzers: document?.analyzers, dropped: document?.dropped, problems: lines(problems) };
}

describe('an analyzer of a document', () => {
  it('has defaults', () => {
    expect(read(analyzerExample())).toEqual({ analyzers: [plain], dropped: [], problems: [] });
  });

  it('is read whole', () => {
    const analyzer = analyzerExample({
      displayName: 'Drift',
      tags: ['a', 'b'],
      disabled: true,
      targetSize: 2,
      disableTargetRollup: true,
      dataReadinessDuration: 'P1DT18H',
      batchCoolDownPeriod: 'PT1H',
      backfillGracePeriodDuration: 'P900D',
      version: 4,
      metadata: { version: 3, schemaVersion: 1, author: 'a', updatedTimestamp: 1 },
    });
    const expected = {
      ...plain,
      displayName: 'Drift',
      tags: ['a', 'b'],
      disabled: true,
      targetSize: 2,
      disableTargetRollup: true,
      dataReadinessDurationMs: 42 * 3_600_000,
      batchCoolDownPeriodMs: 3_600_000,
      backfillGracePeriodDurationMs: 900 * 86_400_000,
      version: 4,
      configVersion: 3,
    };
    expect(read(analyzer)).toEqual({ analyzers: [expected], dropped: [], problems: [] });
  });

  it.each([
    [
      analyzerExample({ schedule: undefined }),
      'warning analyzers[0].schedule: an analyzer without a schedule never runs. Remedy: {"type": "fixed", "cadence": "daily"}',
    ],
    [
      analyzerExample({ targetMatrix: undefined }),
      'warning analyzers[0].targetMatrix: an analyzer without a targetMatrix analyses nothing. Remedy: {"type": "column", "include": ["*"]}',
    ],
    [
      analyzerExample({ targetMatrix: { type: 'dataset' } }),
      'warning analyzers[0].targetMatrix.type: "histogram" is a metric of a column, so a target of type "dataset" has no value. Remedy: type "column" with include',
    ],
    [
      fixedExample({ config: { type: 'fixed', metric: 'regression.mse', upper: 1 } }),
      'warning analyzers[0].targetMatrix.type: "regression.mse" is a metric of the dataset, so a target of type "column" has no value. Remedy: type "dataset"',
    ],
    [
      analyzerExample({ config: configExample({ minBatchSize: 8 }) }),
      "warning analyzers[0].config.minBatchSize: minBatchSize 8 is more than the window's 7 buckets, so a full window is required. Remedy: at most 7",
    ],
    [
      analyzerExample({
        config: { type: 'stddev', metric: 'mean', minBatchSize: 8, baseline: { type: 'TrailingWindow', size: 7 } },
      }),
      "warning analyzers[0].config.minBatchSize: minBatchSize 8 is more than the window's 7 buckets, so it never has enough. Remedy: at most 7",
    ],
    [
      analyzerExample({ config: { type: 'monotonic', metric: 'count', direction: 'INCREASING' } }),
      'warning analyzers[0].targetSize: monotonic counts the steps between the buckets of its target, and one bucket has none. Remedy: targetSize of 2 or more',
    ],
    [
      analyzerExample({ targetsize: 1 }),
      'note analyzers[0].targetsize: this key is unknown; it is kept and has no effect. Remedy: is "targetSize" meant?',
    ],
  ])('runs, and is warned of: %#', (analyzer, problem) => {
    const { analyzers, problems } = read(analyzer);
    expect([analyzers?.length, problems]).toEqual([1, [problem]]);
  });

  it.each([
    analyzerExample({ config: configExample({ minBatchSize: 7 }) }),
    analyzerExample({ config: configExample({ minBatchSize: 8, baseline: { type: 'CurrentBatch', offset: 1 } }) }),
    analyzerExample({ targetSize: 2, config: { type: 'monotonic', metric: 'count', direction: 'INCREASING' } }),
    fixedExample({
      targetMatrix: { type: 'dataset' },
      config: { type: 'fixed', metric: 'missingDatapoint', upper: 0 },
    }),
    fixedExample({ config: { type: 'fixed', metric: 'missingDatapoint', upper: 0 } }),
    // A composite takes its children's targets.
    analyzerExample({ targetMatrix: undefined, config: { type: 'conjunction', analyzerIds: ['a', 'b'] } }),
    analyzerExample({ config: { type: 'disjunction', analyzerIds: ['a', 'b'] } }),
  ])('runs without a word: %#', (analyzer) => {
    expect(read(analyzer)).toMatchObject({ dropped: [], problems: [] });
  });

  it.each([
    [7, null, '', 'InvalidJson', 'an object is expected, not 7'],
    [{}, null, '.id', 'ConfigMissingRequiredField', 'the id is missing. Remedy: add one, such as null-ratio-analyzer'],
    [
      analyzerExample({ id: '' }),
      null,
      '.id',
      'ConfigMissingRequiredField',
      'the id is missing. Remedy: add one, such as null-ratio-analyzer',
    ],
    [
      analyzerExample({ config: undefined }),
      'drift-analyzer',
      '.config',
      'ConfigMissingRequiredField',
      'the analyzer has no config. Remedy: add one with type and metric',
    ],
    [
      analyzerExample({ targetSize: 0 }),
      'drift-analyzer',
      '.targetSize',
      'InvalidJson',
      'a target of 0 buckets holds nothing. Remedy: 1 or more',
    ],
    [
      analyzerExample({ targetSize: 1e9 }),
      'drift-analyzer',
      '.targetSize',
      'InvalidJson',
      '1000000000 buckets are more than a target may look at. Remedy: at most 10000',
    ],
    [
      analyzerExample({ schedule: { type: 'immediate' } }),
      'drift-analyzer',
      '.schedule.type',
      'IncompatibleTypes',
      'an analyzer cannot have an immediate schedule, only a monitor can. Remedy: {"type": "fixed", "cadence": "daily"} or a cron expression',
    ],
    [
      analyzerExample({ dataReadinessDuration: 'P1M' }),
      'drift-analyzer',
      '.dataReadinessDuration',
      'InvalidJson',
      '"P1M" counts in months, which have no exact length. Remedy: write it in days, as P30D',
    ],
    [
      analyzerExample({ config: configExample({ metric: 'histo' }) }),
      'drift-analyzer',
      '.config.metric',
      'UnknownMetric',
      '"histo" is no metric. Remedy: choose one of the list in docs/compatibility.md',
    ],
  ])('is set apart where it cannot run: %#', (analyzer, id, place, failureType, text) => {
    const path = `analyzers[0]${place}`;
    expect(read(analyzer)).toEqual({
      analyzers: [],
      dropped: [{ id, path: 'analyzers[0]', failureType, explanation: `${path}: ${text}` }],
      problems: [`error ${path}: ${text}`],
    });
  });
});

describe('parseAnalyzer', () => {
  const inline = {
    ...plain,
    id: 'inline',
    schedule: { type: 'fixed', cadence: 'weekly', exclusionRanges: [] },
    target: null,
  };

  it.each([{ config: configExample() }, configExample()])('needs nothing but a config: %#', (source) => {
    expect(parseAnalyzer(source, 'weekly')).toEqual({ analyzer: inline, dropped: null, problems: [] });
  });

  it('takes all that a document may say', () => {
    const { analyzer, problems } = parseAnalyzer(
      analyzerExample({ schedule: { type: 'cron', cron: '@daily' }, disabled: true }),
      'hourly'
    );
    expect(analyzer).toEqual({
      ...plain,
      schedule: { type: 'cron', cron: '0 0 * * *', exclusionRanges: [] },
      disabled: true,
    });
    expect(problems).toEqual([]);
  });

  it('knows the custom metrics of a schema', () => {
    const schema = {
      columns: new Map(),
      customMetrics: new Map([['late', { label: null, column: 'delay', builtinMetric: 'mean' }]]),
    };
    const source = { type: 'fixed', metric: 'late', upper: 1 };
    expect(parseAnalyzer(source, 'daily', schema).analyzer?.config).toMatchObject({ metric: 'late' });
    expect(parseAnalyzer(source, 'daily').dropped?.failureType).toBe('UnknownMetric');
  });

  it.each([
    [undefined, '', 'InvalidJson', 'an object is expected, not undefined'],
    [[], '', 'InvalidJson', 'an object is expected, not a list'],
    [{}, 'config: ', 'ConfigMissingRequiredField', 'the analyzer has no config. Remedy: add one with type and metric'],
    [
      configExample({ threshold: null }),
      'config.threshold: ',
      'ConfigMissingRequiredField',
      "drift needs a threshold; the engine has no default. Remedy: write it out, such as 0.7, the schema's default",
    ],
  ])('says why %j cannot run', (source, place, failureType, text) => {
    const { analyzer, dropped, problems } = parseAnalyzer(source, 'daily');
    expect([analyzer, dropped?.failureType, dropped?.explanation]).toEqual([null, failureType, place + text]);
    expect(problems.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('names the analyzer that cannot run', () => {
    expect(parseAnalyzer({ config: {} }, 'daily').dropped?.id).toBe('inline');
    expect(parseAnalyzer({ id: 'mine', config: {} }, 'daily').dropped?.id).toBe('mine');
  });
});

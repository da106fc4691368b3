import fc from 'fast-check';
import { dayMs } from './memory-engine.ts';
import { firstMs } from './random-world.ts';

type Json = Readonly<Record<string, unknown>>;

const isoOf = (day: number): string => new Date(firstMs + day * dayMs).toISOString();

const someRange = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 }))
  .map(([start, length]) => ({ start: isoOf(start), end: isoOf(start + length) }));

const trailing = fc.record(
  {
    type: fc.constant('TrailingWindow'),
    size: fc.integer({ min: 1, max: 6 }),
    exclusionRanges: fc.array(someRange, { maxLength: 1 }),
    exclusionSchedule: fc.constant({ type: 'cron', cron: '0 0 * * 6,0' }),
  },
  { requiredKeys: ['type', 'size'] }
);

const baseline: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: trailing },
  fc.record({ type: fc.constant('TimeRange'), range: someRange }),
  fc.constant({ type: 'Reference', profileId: 'start' }),
  fc.record({ type: fc.constant('CurrentBatch'), offset: fc.nat(2) })
);

const columnMetric = fc.constantFrom(
  ...['count', 'count_null_ratio', 'count_integral', 'mean', 'stddev', 'min', 'median', 'quantile_95', 'unique_est']
);
const metric = fc.oneof({ weight: 6, arbitrary: columnMetric }, fc.constant('missingDatapoint'));
const bound = fc.integer({ min: -2, max: 6 });
const thresholdType = fc.constantFrom('upper', 'lower');
const flag = fc.constantFrom('true', 'false');

/** Configurations of every type for a column. */
const columnConfig: fc.Arbitrary<Json> = fc.oneof(
  fc.record(
    { type: fc.constant('fixed'), metric, upper: bound, nConsecutive: fc.integer({ min: 1, max: 3 }) },
    { requiredKeys: ['type', 'metric', 'upper'] }
  ),
  fc.record(
    {
      type: fc.constant('diff'),
      metric: columnMetric,
      mode: fc.constantFrom('abs', 'pct'),
      threshold: fc.nat(20),
      thresholdType,
      baseline,
    },
    { requiredKeys: ['type', 'metric', 'mode', 'threshold', 'baseline'] }
  ),
  fc.record(
    {
      type: fc.constant('stddev'),
      metric: columnMetric,
      factor: fc.double({ min: 0.1, max: 3, noNaN: true }),
      minBatchSize: fc.integer({ min: 1, max: 4 }),
      thresholdType,
      limitType: fc.constantFrom('or', 'and'),
      maxUpperThreshold: fc.integer({ min: 3, max: 9 }),
      params: fc.record({ enableAlertsFilter: flag, enableAnomalyReplacement: flag, enableGrubb: flag }),
      baseline,
    },
    { requiredKeys: ['type', 'metric', 'factor', 'minBatchSize', 'baseline'] }
  ),
  fc.record(
    {
      type: fc.constant('drift'),
      metric: fc.constantFrom('histogram', 'frequent_items'),
      algorithm: fc.constantFrom(
        ...['hellinger', 'jensenshannon', 'kl_divergence', 'psi'],
        ...['variation_distance', 'chi_square', 'ks_test', 'wasserstein']
      ),
      threshold: fc.double({ min: 0.05, max: 1, noNaN: true }),
      bins: fc.constantFrom('equal_width', 'equal_mass'),
      minBatchSize: fc.integer({ min: 1, max: 3 }),
      baseline,
    },
    { requiredKeys: ['type', 'metric', 'algorithm', 'threshold', 'baseline'] }
  ),
  fc.record({
    type: fc.constant('seasonal'),
    metric: columnMetric,
    // Without a season the fit is quick; with few values it falls back.
    params: fc.constant({ p: '1', d: '0', q: '0', P: '0', D: '0', Q: '0', m: '0' }),
    baseline: fc.constant({ type: 'TrailingWindow', size: 30 }),
  }),
  fc.record({
    type: fc.constant('comparison'),
    metric: fc.constantFrom('inferred_data_type', 'min', 'discrete'),
    baseline,
  }),
  fc.record({
    type: fc.constant('list_comparison'),
    metric: fc.constantFrom('inferred_data_type', 'count'),
    operator: fc.constantFrom('in', 'not_in'),
    baseline,
  }),
  fc.record({
    type: fc.constant('frequent_string_comparison'),
    metric: fc.constant('frequent_items'),
    operator: fc.constantFrom('eq', 'target_includes_all_baseline', 'baseline_includes_all_target'),
    baseline,
  }),
  fc.record({
    type: fc.constant('monotonic'),
    metric: columnMetric,
    direction: fc.constantFrom('INCREASING', 'DECREASING'),
  })
);

const datasetConfig: fc.Arbitrary<Json> = fc.oneof(
  fc.record({
    type: fc.constant('column_list'),
    metric: fc.constantFrom('column_list', 'field_list'),
    mode: fc.constantFrom('ON_ADD', 'ON_REMOVE', 'ON_ADD_AND_REMOVE'),
    baseline,
  }),
  fc.record({
    type: fc.constant('fixed'),
    metric: fc.constantFrom('missingDatapoint', 'profile.count', 'shape_row_count', 'column_row_count_sum'),
    upper: bound,
  })
);

const segments = fc.constantFrom<readonly Json[]>(
  [],
  [{ tags: [] }, { tags: [{ key: 'city', value: '*' }] }],
  [{ tags: [{ key: 'city', value: 'york' }] }]
);
const include = fc.constantFrom(['*'], ['a'], ['b', 'c'], ['group:continuous'], ['group:discrete']);

const schedule: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'fixed', cadence: 'daily' }) },
  fc.constant({ type: 'cron', cron: '0 0 * * 1,3,5' }),
  fc.record({
    type: fc.constant('fixed'),
    cadence: fc.constant('daily'),
    exclusionRanges: fc.array(someRange, { minLength: 1, maxLength: 1 }),
  })
);

/** What a target of a day can be judged from beside the day: so many days before it, or any. */
export interface Reach {
  readonly days: number;
  /** True: its results depend on results before it. */
  readonly isChained: boolean;
}

/** One analyzer of a document, as the tests speak of it. */
export interface SomeAnalyzer {
  readonly analyzer: Json;
  readonly reach: Reach;
  readonly isOfAbsence: boolean;
}

function daysOf({ type, size, offset }: Json): number {
  return type === 'TrailingWindow'
    ? Number(size)
    : type === 'CurrentBatch'
      ? Number(offset)
      : type === 'Reference'
        ? 0
        : Infinity;
}

function reachOf(config: Json, targetSize: number): Reach {
  // The generators above write it so.
  const of = config['baseline'] as Json | undefined;
  const params = (config['params'] ?? {}) as Json;
  const isChained =
    config['type'] === 'seasonal' ||
    Number(config['nConsecutive'] ?? 1) > 1 ||
    params['enableAlertsFilter'] === 'true' ||
    params['enableAnomalyReplacement'] === 'true';
  return { days: (of === undefined ? 0 : daysOf(of)) + targetSize - 1, isChained };
}

function analyzerOf(id: string, config: Json, isOfDataset: boolean): fc.Arbitrary<SomeAnalyzer> {
  const size = config['type'] === 'monotonic' ? fc.integer({ min: 2, max: 4 }) : fc.constantFrom(1, 1, 1, 2, 3);
  return fc.record({ segments, include, schedule, size }).map((made) => {
    const columns = isOfDataset ? { type: 'dataset' } : { type: 'column', include: made.include };
    const targetMatrix = { ...columns, segments: made.segments };
    return {
      analyzer: { id, schedule: made.schedule, targetMatrix, targetSize: made.size, config },
      reach: reachOf(config, made.size),
      isOfAbsence: config['metric'] === 'missingDatapoint',
    };
  });
}

/** An analyzer of any type but a composite. */
export const someAnalyzer: fc.Arbitrary<SomeAnalyzer> = fc.oneof(
  { weight: 6, arbitrary: columnConfig.chain((config) => analyzerOf('analyzer-1', config, false)) },
  { weight: 1, arbitrary: datasetConfig.chain((config) => analyzerOf('analyzer-1', config, true)) }
);

/** A composite over two analyzers of its document. */
const someComposite: fc.Arbitrary<readonly SomeAnalyzer[]> = fc
  .tuple(
    columnConfig.chain((config) => analyzerOf('child-one', config, false)),
    columnConfig.chain((config) => analyzerOf('child-two', config, false)),
    fc.constantFrom('conjunction', 'disjunction')
  )
  .map(([one, two, type]) => {
    const parent: SomeAnalyzer = {
      analyzer: {
        id: 'analyzer-1',
        schedule: { type: 'fixed', cadence: 'daily' },
        config: { type, analyzerIds: ['child-one', 'child-two'] },
      },
      reach: {
        days: Math.max(one.reach.days, two.reach.days),
        isChained: one.reach.isChained || two.reach.isChained,
      },
      isOfAbsence: one.isOfAbsence || two.isOfAbsence,
    };
    return [parent, one, two];
  });

/** A document; its first analyzer, `analyzer-1`, is what the tests ask of. */
export const someDocument: fc.Arbitrary<readonly SomeAnalyzer[]> = fc.oneof(
  { weight: 6, arbitrary: someAnalyzer.map((one) => [one]) },
  { weight: 1, arbitrary: someComposite }
);

export function documentOf(analyzers: readonly SomeAnalyzer[]): object {
  return {
    orgId: 'org-1',
    datasetId: 'd',
    granularity: 'daily',
    analyzers: analyzers.map(({ analyzer }) => analyzer),
    monitors: [
      {
        id: 'monitor-1',
        analyzerIds: ['analyzer-1'],
        schedule: { type: 'immediate' },
        mode: { type: 'EVERY_ANOMALY' },
        actions: [],
      },
    ],
  };
}

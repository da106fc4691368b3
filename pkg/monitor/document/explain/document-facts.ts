import { isJsonObject } from '../../../contract/index.ts';
import { active, corrected, type Fact, ignored, isOneOf, type KeyFacts, same, type ShapeFacts, when } from './fact.ts';

function hasWeeks(value: unknown): boolean {
  return typeof value === 'string' && /^P[^T]*\dW/.test(value);
}

const weeks: Fact = when(
  'durations with weeks',
  hasWeeks,
  active("A week is 7 days. WhyLabs' schema allowed weeks, and its engine could not read them.")
);

function duration(text: string): KeyFacts {
  return [weeks, { verdict: 'same', text }];
}

const bookkeeping = ignored("WhyLabs' bookkeeping; kept.");
const exclusionRanges = same('It never matches inside such a range: start <= t < end.');
const datasetId = ignored('Documented, and not read by the engine.');
const inheritSegment = ignored('Documented, and not read by the engine.');

function hasGlob(value: unknown): boolean {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.some((entry) => typeof entry === 'string' && entry !== '*' && /[*?]/.test(entry));
}

const columns = (text: string): KeyFacts => [
  when('patterns such as prompt.*', hasGlob, [
    { verdict: 'better, named option', text: 'An entry with * or ? is a pattern; WhyLabs knew exact names.' },
  ]),
  { verdict: 'same', text },
];

/** All kinds of object but the configs, by the name the walk gives them. */
export const documentShapes = {
  document: {
    name: 'document',
    keys: {
      $schema: ignored('For editors.'),
      id: ignored('Read by nothing.'),
      schemaVersion: ignored('There is one.'),
      orgId: same('Stands in results.'),
      datasetId: same('Stands in results.'),
      granularity: same('Batches in UTC; weeks begin on Monday.'),
      metadata: same('Its version stands in results.'),
      allowPartialTargetBatches: same(
        'The unfinished batch is analysed as soon as it has data and is ready; its verdict is provisional.'
      ),
      entitySchema: same('What it says wins over what the profiles say.'),
      weightConfig: same('See weights.'),
      analyzers: same(
        'Each that can run runs by itself. WhyLabs could not read the document at all if one analyzer had a wrong type.'
      ),
      monitors: same('See monitor.'),
    },
  },
  metadata: {
    name: 'metadata',
    keys: {
      version: same('Stands in results: monitorConfigVersion or analyzerConfigVersion.'),
      schemaVersion: bookkeeping,
      updatedTimestamp: bookkeeping,
      author: bookkeeping,
      description: bookkeeping,
    },
  },
  otherMetadata: {
    name: 'metadata of a monitor, the entitySchema and the weightConfig',
    keys: {
      version: bookkeeping,
      schemaVersion: bookkeeping,
      updatedTimestamp: bookkeeping,
      author: bookkeeping,
      description: bookkeeping,
    },
  },
  analyzer: {
    name: 'analyzer',
    keys: {
      id: same('Stands in results. Of two analyzers with one id the first runs.'),
      displayName: same('For people.'),
      tags: same('Stand in results.'),
      schedule: same('Held against the start of a batch, never against the clock.'),
      disabled: same('True: does not run.'),
      targetMatrix: same('See targetMatrix.'),
      targetSize: same('Buckets before the target are merged with it; monotonic looks at each.'),
      disableTargetRollup: same('True: each profile by itself.'),
      dataReadinessDuration: [
        weeks,
        ...corrected(
          "Counted from the batch's start, as in the guide and the batch job; WhyLabs' scheduler counted from its end. readinessClock chooses."
        ),
      ],
      batchCoolDownPeriod: duration('No verdict until so long after the last upload of the target or the baseline.'),
      backfillGracePeriodDuration: [
        weeks,
        ...corrected(
          'A range that is asked for is asked for whole, however old; backfillGrace keeps older batches out, as there: 30 days of hours and days, 190 days of weeks and months where absent.'
        ),
      ],
      config: same('See the kinds of config.'),
      metadata: same('Its version stands in results.'),
      version: same('Stands in results as analyzerVersion.'),
    },
  },
  schedule: {
    name: 'schedule',
    keys: {
      type: [
        when('immediate (monitors)', isOneOf('immediate'), same('After each run.')),
        { verdict: 'same', text: 'fixed or cron.' },
      ],
      cadence: same('Minutes are checked for hourly alone, as there.'),
      cron: same('Five fields as in Unix, six with seconds first as in Spring, or a macro such as @daily.'),
      exclusionRanges: [
        when(
          'with type immediate',
          (_value, { object }) => object['type'] === 'immediate',
          ignored('An immediate schedule always matches.')
        ),
        ...exclusionRanges,
      ],
    },
  },
  timeRange: {
    name: 'time range',
    keys: { start: same('Inclusive; needs an offset.'), end: same('Exclusive; needs an offset.') },
  },
  targetMatrix: {
    name: 'targetMatrix',
    keys: {
      type: same('dataset where absent.'),
      include: [
        when(
          'with type dataset',
          (_value, { object }) => object['type'] !== 'column',
          ignored('A target of the whole dataset has no columns.')
        ),
        ...columns('*, names, groups, weight>x; exclusion wins.'),
      ],
      exclude: columns('As include.'),
      segments: same('Absent or empty: the whole dataset. * stands for each value found.'),
      excludeSegments: [
        when(
          'an empty list',
          (value) => Array.isArray(value) && value.length === 0,
          corrected('Excludes nothing. In the engine an empty list excluded the whole dataset.')
        ),
        { verdict: 'same', text: 'Exclusion wins.' },
      ],
      profileId: [
        {
          verdict: 'not done',
          text: 'A reference profile as the target, for ad-hoc requests: batches are evaluated instead.',
        },
      ],
    },
  },
  segment: { name: 'segment', keys: { tags: same('All of them, and no others, must be named.') } },
  tag: {
    name: 'tag of a segment',
    keys: { key: same('Exact.'), value: same('Exact; * stands for each value found.') },
  },
  TrailingWindow: {
    name: 'baseline TrailingWindow',
    keys: {
      type: same('The buckets just before the target.'),
      size: same('7 where absent; any size, though an editor saves 4 to 90.'),
      offset: ignored('Documented as a distance; the window ends just before the target.'),
      exclusionRanges: same('Such buckets count as missing and are not replaced by older ones.'),
      exclusionSchedule: same('Such buckets count as missing and are not replaced by older ones.'),
      inheritSegment,
      datasetId,
    },
  },
  TimeRange: {
    name: 'baseline TimeRange',
    keys: { type: same('All buckets of the range.'), range: same('Half-open.'), inheritSegment, datasetId },
  },
  Reference: {
    name: 'baseline Reference',
    keys: {
      type: same('All profiles with the id, merged.'),
      profileId: same('Their folder below reference/.'),
      inheritSegment,
      datasetId,
    },
  },
  CurrentBatch: {
    name: 'baseline CurrentBatch',
    keys: {
      type: same('One bucket.'),
      offset: same('Required: the engine fails without it.'),
      inheritSegment,
      datasetId: ignored('Demanded by the schema, and not read by the engine.'),
    },
  },
  expected: {
    name: 'expected value',
    keys: { str: same('A text.'), int: same('A whole number.'), float: same('A number.') },
  },
  monitor: {
    name: 'monitor',
    keys: {
      id: same('Stands in results and labels.'),
      displayName: same('For people.'),
      tags: same('For people.'),
      analyzerIds: corrected(
        "Every monitor that names an analyzer hears of it; WhyLabs' scheduler served the first alone."
      ),
      schedule: [
        when(
          'type immediate',
          (value) => isJsonObject(value) && value['type'] === 'immediate',
          same('Looks at the anomalies of each run.')
        ),
        ...corrected("Held against the evaluation time; WhyLabs' scheduler did not look at it."),
      ],
      disabled: same('True: tells nobody.'),
      severity: same('A label; 3 where absent.'),
      mode: same('See the modes.'),
      actions: [
        when('an empty list', (value) => Array.isArray(value) && value.length === 0, same('Nobody is told.')),
        { verdict: 'not done', text: "Grafana's contact points notify, not Driftglass." },
      ],
      metadata: bookkeeping,
    },
  },
  DIGEST: {
    name: 'mode DIGEST',
    keys: {
      type: same('One message for all anomalies, with a sample of at most 100.'),
      filter: same('See filter.'),
      datasetTimestampOffset: duration('Anomalies of older batches are left out; equal is kept.'),
      creationTimeOffset: [
        weeks,
        ...corrected(
          'Anomalies found earlier are left out. A text that is no duration is an error; WhyLabs took it for zero. A result counts as found when its batch became ready.'
        ),
      ],
      groupBy: ignored('In the schema, read by nothing.'),
    },
  },
  EVERY_ANOMALY: {
    name: 'mode EVERY_ANOMALY',
    keys: {
      type: same('One message for each anomaly.'),
      filter: active(
        'Columns, metrics and weights are filtered. WhyLabs took the filter and never applied it in this mode.'
      ),
    },
  },
  filter: {
    name: 'filter',
    keys: {
      includeColumns: same('Keeps these.'),
      excludeColumns: same('Drops these; wins over includeColumns.'),
      includeMetrics: same('Keeps these.'),
      minWeight: same('Drops columns with less or no weight.'),
      maxWeight: same('Drops columns with more; no weight passes.'),
      minAlertCount: same('Drops the digest with fewer anomalies.'),
      maxAlertCount: same('Drops the digest with more anomalies.'),
      minTotalWeight: same('Drops the digest with less or no weight.'),
      maxTotalWeight: same('Drops the digest with more; no weight passes.'),
      minRankByWeight: ignored('In the schema, not implemented.'),
      maxRankByWeight: ignored('In the schema, not implemented.'),
    },
  },
  action: {
    name: 'action',
    keys: {
      type: [{ verdict: 'not done', text: "Grafana's contact points notify." }],
      target: [{ verdict: 'not done', text: "Grafana's contact points notify." }],
    },
  },
  entitySchema: {
    name: 'entitySchema',
    keys: {
      columns: same('What it says wins; the rest is inferred.'),
      customMetrics: active(
        "The engine's analyzers knew built-in metrics alone; these can be named by any analyzer here."
      ),
      modelType: ignored('Read by nothing.'),
      metrics: ignored('An older name, null in exports.'),
      metadata: bookkeeping,
    },
  },
  column: {
    name: 'column of the entitySchema',
    keys: {
      discreteness: same('Decides group:discrete and group:continuous.'),
      dataType: same('Any case; integer and bool are taken too.'),
      classifier: same('Decides group:input and group:output; input where absent.'),
      hidden: same('True: not analysed.'),
      tags: ignored('Read by nothing.'),
    },
  },
  customMetric: {
    name: 'custom metric',
    keys: {
      label: same('For people.'),
      column: same('Its column.'),
      builtinMetric: same('One of the built-in metrics.'),
    },
  },
  weightConfig: {
    name: 'weightConfig',
    keys: {
      defaultWeights: same('For segments and columns without a weight of their own.'),
      segmentWeights: same('The first entry of the same segment counts.'),
      metadata: bookkeeping,
    },
  },
  weights: {
    name: 'weights',
    keys: {
      segment: same('Absent: the whole dataset.'),
      weights: same('By column; none is not 0.'),
      metadata: bookkeeping,
    },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;

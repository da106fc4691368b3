import { driftDistance } from '../analyzer/index.ts';
import type { MetricQuery } from '../contract/index.ts';
import type { EncodedFrame, FieldConfig, FrameMeta, Labels } from '../grafana/frames.ts';
import { encodeFrame, numbers, times } from '../grafana/frames.ts';
import type { MetricName } from '../profile/index.ts';
import type { BatchColumn } from '../timeline/index.ts';
import { driftCells, driftMetrics } from './drift-value.ts';
import type { FrameMaker } from './frames-of-column.ts';
import { framesOfColumn } from './frames-of-column.ts';
import { metricsNeeded, metricUnit, metricValue } from './metric-value.ts';
import type { PlannedSegment } from './plan.ts';
import { frameMeta } from './provenance.ts';
import type { SeriesIdentity } from './series-labels.ts';
import { seriesLabels, seriesName } from './series-labels.ts';
import type { UnitContext } from './unit-context.ts';
import { columnsOf, isSelected, readSegment, throwIfCancelled } from './unit-context.ts';
import type { UnitResult } from './unit-result.ts';

function neededBy(query: MetricQuery): readonly MetricName[] {
  return query.metric.kind === 'distance' ? driftMetrics(query.distribution) : metricsNeeded(query.metric);
}

/** What a value is computed from: the batches in time order, and the reference. */
interface Evidence {
  readonly batches: readonly BatchColumn[];
  readonly reference: BatchColumn | null;
}

/** The baseline of the batch at a position: the reference, or the batches just before it. */
function baselineOf({ baseline }: MetricQuery, position: number, { batches, reference }: Evidence) {
  switch (baseline.type) {
    case 'Reference':
      return reference === null ? [] : [reference];
    case 'TrailingWindow':
      return batches.slice(Math.max(0, position - baseline.size), position);
  }
}

/** The value of one batch; null where the batch, the metric or the baseline is missing or cannot be read. */
function valueAt(query: MetricQuery, position: number, evidence: Evidence): number | null {
  const target = evidence.batches[position];
  if (target?.kind !== 'column') {
    return null;
  }
  if (query.metric.kind !== 'distance') {
    return metricValue(target.column, query.metric);
  }
  const baseline = baselineOf(query, position, evidence);
  if (baseline.some(({ kind }) => kind === 'failed')) {
    return null;
  }
  const cells = driftCells({ target: [target.column], baseline: columnsOf(baseline) }, query.distribution);
  return cells === null ? null : driftDistance(query.metric.name, cells);
}

function fieldConfig(query: MetricQuery, identity: SeriesIdentity): FieldConfig {
  const unit = metricUnit(query.metric);
  const name = { displayNameFromDS: seriesName(identity) };
  return unit === null ? name : { ...name, unit };
}

interface SegmentValues {
  readonly startsMs: readonly number[];
  readonly values: readonly (number | null)[];
  readonly failures: readonly string[];
  readonly remarks: readonly string[];
}

/** Whether a batch holds infinite numbers, where the bins of a distance do not reach. */
function isInfinite(batch: BatchColumn | undefined): boolean {
  const kll = batch?.kind === 'column' ? batch.column.distribution?.kll : undefined;
  return kll !== undefined && kll.n > 0 && !(Number.isFinite(kll.min) && Number.isFinite(kll.max));
}

/** Says how many batches have data and no distance: without a baseline, or because of infinities. */
function distanceRemarks(
  query: MetricQuery,
  first: number,
  evidence: Evidence,
  values: readonly (number | null)[]
): readonly string[] {
  if (query.metric.kind !== 'distance') {
    return [];
  }
  const targets = evidence.batches.flatMap(({ kind }, i) => (i >= first && kind === 'column' ? [i] : []));
  const alone = targets.filter((i) => baselineOf(query, i, evidence).every(({ kind }) => kind === 'absent'));
  const infinite = targets.filter(
    (i) => values[i - first] === null && [evidence.batches[i], ...baselineOf(query, i, evidence)].some(isInfinite)
  );
  const remark = ({ length }: readonly number[], what: string): readonly string[] =>
    length === 0 ? [] : [`${length} of ${targets.length} batches have ${what}; their distance is null`];
  return [
    ...remark(alone, 'no baseline to be compared with'),
    ...remark(infinite, 'infinite values in them or in their baseline'),
  ];
}

async function evaluateSegment(
  context: UnitContext,
  segment: PlannedSegment,
  column: string,
  query: MetricQuery
): Promise<SegmentValues> {
  const { before, target, reference, failures } = await readSegment(context, segment, column, neededBy(query));
  const evidence = { batches: [...before, ...target], reference };
  const startsMs = context.plan.axis.slice(segment.targetStart, segment.targetEnd);
  const values = startsMs.map((_, i) => {
    throwIfCancelled(context);
    return valueAt(query, before.length + i, evidence);
  });
  return { startsMs, values, failures, remarks: distanceRemarks(query, before.length, evidence, values) };
}

function encode(query: MetricQuery, identity: SeriesIdentity, found: SegmentValues, meta: FrameMeta): EncodedFrame {
  const labels: Labels = seriesLabels(identity);
  const config = fieldConfig(query, identity);
  const { name } = query.metric;
  if (query.mode === 'latest') {
    const value = found.values.at(-1) ?? null;
    return encodeFrame({ type: 'numeric-multi', meta, value: { name, value, labels, config, notFinite: 'keep' } });
  }
  return encodeFrame({
    type: 'timeseries-multi',
    meta,
    time: times(found.startsMs),
    // Infinities in the data make infinite moments; a rule must see them, a missing value is null.
    value: { name, values: numbers(found.values, { notFinite: 'keep' }), labels, config },
  });
}

/** The frames of one column: a series or a number for each segment. */
export async function metricFrames(context: UnitContext, column: string, query: MetricQuery): Promise<UnitResult> {
  const makers: FrameMaker[] = [];
  if (await isSelected(context, column)) {
    for (const segment of context.plan.segments) {
      const identity = { datasetId: query.datasetId, column, segment: segment.segment, metric: query.metric.name };
      const found = await evaluateSegment(context, segment, column, query);
      makers.push((isFirst) => encode(query, identity, found, frameMeta(context.plan, segment, isFirst, found)));
    }
  }
  return framesOfColumn(context.plan, makers);
}

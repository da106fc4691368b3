import { driftDistance } from '../analyzer/index.ts';
import type { MetricQuery } from '../contract/index.ts';
import { asksForGroups } from '../contract/index.ts';
import type { EncodedFrame, FieldConfig, FrameMeta, Labels } from '../grafana/frames.ts';
import { encodeFrame, numbers, times } from '../grafana/frames.ts';
import type { MetricName } from '../profile/index.ts';
import type { BatchColumn } from '../timeline/index.ts';
import { driftCells, driftMetrics } from './drift-value.ts';
import { metricsNeeded, metricUnit, metricValue } from './metric-value.ts';
import type { PlannedSegment } from './plan.ts';
import { frameMeta } from './provenance.ts';
import type { SeriesIdentity } from './series-labels.ts';
import { seriesLabels, seriesName } from './series-labels.ts';
import type { UnitContext } from './unit-context.ts';
import { columnsOf, failuresOf, isSelected, readBatch, throwIfCancelled } from './unit-context.ts';

function neededBy(query: MetricQuery): readonly MetricName[] {
  return query.metric.kind === 'distance' ? driftMetrics(query.distribution) : metricsNeeded(query.metric);
}

/** The baseline of the batch at position i: the reference, or the batches just before; failures make it unusable. */
function baselineOf(
  query: MetricQuery,
  i: number,
  batches: readonly BatchColumn[],
  reference: BatchColumn | null
): readonly BatchColumn[] {
  switch (query.baseline.type) {
    case 'Reference':
      return reference === null ? [] : [reference];
    case 'TrailingWindow':
      return batches.slice(Math.max(0, i - query.baseline.size), i);
  }
}

/** The value of one batch; null where the batch, the metric or the baseline is missing or cannot be read. */
function valueAt(
  query: MetricQuery,
  i: number,
  batches: readonly BatchColumn[],
  reference: BatchColumn | null
): number | null {
  const target = batches[i];
  if (target?.kind !== 'column') {
    return null;
  }
  if (query.metric.kind !== 'distance') {
    return metricValue(target.column, query.metric);
  }
  const baseline = baselineOf(query, i, batches, reference);
  if (baseline.some(({ kind }) => kind === 'failed')) {
    return null;
  }
  const cells = driftCells({ target: [target.column], baseline: columnsOf(baseline) }, query.distribution);
  const distance = cells === null ? null : driftDistance(query.metric.name, cells);
  // Infinite values have no bins: the edges, and with them the distance, are not numbers.
  return distance === null || Number.isNaN(distance) ? null : distance;
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
}

async function evaluateSegment(
  context: UnitContext,
  segment: PlannedSegment,
  column: string,
  query: MetricQuery
): Promise<SegmentValues> {
  const wanted = neededBy(query);
  const batches: BatchColumn[] = [];
  for (const positions of segment.batches) {
    batches.push(await readBatch(context, positions, column, wanted));
  }
  const reference = segment.reference === null ? null : await readBatch(context, segment.reference, column, wanted);
  const startsMs = context.plan.axis.slice(segment.targetStart, segment.targetEnd);
  const values = startsMs.map((_, i) => {
    throwIfCancelled(context);
    return valueAt(query, segment.targetStart + i, batches, reference);
  });
  return { startsMs, values, failures: failuresOf(reference === null ? batches : [...batches, reference]) };
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
export async function metricFrames(
  context: UnitContext,
  column: string,
  query: MetricQuery
): Promise<readonly EncodedFrame[]> {
  if (!(await isSelected(context, column))) {
    return [];
  }
  const frames: EncodedFrame[] = [];
  for (const segment of context.plan.segments) {
    const identity = { datasetId: query.datasetId, column, segment: segment.segment, metric: query.metric.name };
    const found = await evaluateSegment(context, segment, column, query);
    // With groups by discreteness nobody knows beforehand which column will be the first.
    const isFirst = frames.length === 0 && (column === context.plan.columns[0] || asksForGroups(query.columns));
    frames.push(encode(query, identity, found, frameMeta(context.plan, segment, isFirst, found.failures)));
  }
  return frames;
}

import type { DriftCells } from '../analyzer/index.ts';
import { driftDistance } from '../analyzer/index.ts';
import type { ProfileFrameMeta, ProfileQuery, ProfileSide, Provenance } from '../contract/index.ts';
import type { Field } from '../grafana/frames.ts';
import type { ColumnProfile, MetricName } from '../profile/index.ts';
import type { BatchColumn } from '../timeline/index.ts';
import { addBuckets } from '../timeline/index.ts';
import { bucketsText } from './bucket-text.ts';
import type { Shape } from './drift-value.ts';
import { cellsOfShape, driftShape } from './drift-value.ts';
import type { PlannedSegment, QueryPlan } from './plan.ts';
import { categoriesDrawing, contributionFields, histogramDrawing, noDrawing } from './profile-drawing.ts';
import { profileSide } from './profile-side.ts';
import { profileVerdict } from './profile-verdict.ts';
import { seriesLabels, seriesName } from './series-labels.ts';
import type { SideState } from './side-state.ts';
import type { UnitContext } from './unit-context.ts';
import { columnsOf, readSegment } from './unit-context.ts';

const wanted: readonly MetricName[] = ['counts', 'types', 'distribution', 'cardinality', 'frequent_items'];

/** What the frames of one column and segment hold. */
export interface ProfileAnswer {
  readonly name: string;
  readonly subject: Omit<ProfileFrameMeta, keyof Provenance>;
  readonly fields: readonly Field[];
  /** The fields of the second frame; null when there is none. */
  readonly contributions: readonly Field[] | null;
  readonly failures: readonly string[];
}

/** One side as it was read. */
interface Side {
  readonly columns: readonly ColumnProfile[];
  readonly failures: readonly string[];
  /** Starts of its buckets; null for a reference, which has no time. */
  readonly starts: readonly number[] | null;
}

function sideOf(batches: readonly BatchColumn[], starts: readonly number[] | null): Side {
  const failures = batches.flatMap((batch) => (batch.kind === 'failed' ? [batch.reason] : []));
  return { columns: columnsOf(batches), failures, starts };
}

function summaryOf({ columns, starts }: Side, shape: Shape, n: number, { size }: QueryPlan): ProfileSide | null {
  const last = starts?.at(-1);
  return profileSide(columns, shape, {
    n,
    buckets: starts === null ? 1 : starts.length,
    startMs: starts?.[0] ?? null,
    endMs: last === undefined ? null : addBuckets(last, size, 1),
  });
}

function stateOf({ columns, failures, starts }: Side, summary: ProfileSide | null, { size }: QueryPlan): SideState {
  return {
    name: bucketsText(starts ?? [], size),
    batches: columns.length,
    buckets: starts === null ? 1 : starts.length,
    failures,
    rows: summary?.count ?? null,
    nulls: summary?.count_null ?? null,
    n: summary?.n ?? 0,
  };
}

/** The analyzer's cells of both sides; null where one has no values, or was not read completely. */
function comparedCells(target: Side, baseline: Side, shape: Shape): DriftCells | null {
  const isComplete = target.failures.length === 0 && baseline.failures.length === 0;
  return isComplete ? cellsOfShape({ target: target.columns, baseline: baseline.columns }, shape) : null;
}

/**
 * Compares the target of one column and segment with its baseline.
 *
 * @returns null for a column that is not there, or has no values of the kind that the query names
 */
export async function profileAnswer(
  context: UnitContext,
  segment: PlannedSegment,
  column: string,
  query: ProfileQuery
): Promise<ProfileAnswer | null> {
  const { plan } = context;
  const { before, target: range, reference, failures } = await readSegment(context, segment, column, wanted);
  const { readStart, targetStart, targetEnd } = segment;
  const target = sideOf(range, plan.axis.slice(targetStart, targetEnd));
  const baseline =
    reference === null ? sideOf(before, plan.axis.slice(readStart, targetStart)) : sideOf([reference], null);
  const sides = { target: target.columns, baseline: baseline.columns };
  const known = driftShape(sides, query.distribution);
  const hasRows = sides.target.length + sides.baseline.length > 0;
  // A column that has rows and no values is told; one without values of the kind that was named is left out.
  if (known === null && failures.length === 0 && !(hasRows && query.distribution === 'auto')) {
    return null;
  }
  const shape = known ?? (query.distribution === 'histogram' ? 'histogram' : 'categories');
  const cells = query.baseline === null || known === null ? null : comparedCells(target, baseline, shape);
  const { algorithm, threshold } = query;
  const drawn =
    known === null
      ? noDrawing(shape)
      : shape === 'histogram'
        ? histogramDrawing(sides, query.bins)
        : categoriesDrawing(sides, cells, algorithm);
  const summary = {
    target: summaryOf(target, shape, drawn.n.target, plan),
    baseline: summaryOf(baseline, shape, drawn.n.baseline, plan),
  };
  const distance = cells === null ? null : driftDistance(algorithm, cells);
  const judgement = profileVerdict({
    algorithm,
    threshold,
    distance,
    target: stateOf(target, summary.target, plan),
    baseline: stateOf(baseline, summary.baseline, plan),
    baselineSpec: query.baseline,
    size: plan.size,
  });
  const identity = { datasetId: query.datasetId, column, segment: segment.segment, metric: 'profile' };
  return {
    name: seriesName(identity),
    subject: {
      column,
      labels: seriesLabels(identity),
      shape,
      algorithm,
      distance,
      threshold,
      ...judgement,
      ...summary,
      baselineSpec: query.baseline,
      ...(drawn.binning === null ? {} : { binning: drawn.binning }),
    },
    fields: drawn.fields,
    contributions:
      cells?.kind === 'histogram' ? contributionFields(cells, algorithm, drawn.binning === 'single_value') : null,
    failures,
  };
}

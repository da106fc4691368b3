import type { DriftCells } from '../analyzer/index.ts';
import { driftContributions, driftDistance } from '../analyzer/index.ts';
import type { ProfileQuery } from '../contract/index.ts';
import type { EncodedFrame, Field } from '../grafana/frames.ts';
import { encodeFrame, numbers, strings } from '../grafana/frames.ts';
import type { ColumnProfile, MetricName } from '../profile/index.ts';
import { addColumns } from '../profile/index.ts';
import { driftCells } from './drift-value.ts';
import type { PlannedSegment } from './plan.ts';
import { profileSide } from './profile-side.ts';
import { frameMeta } from './provenance.ts';
import { seriesLabels, seriesName } from './series-labels.ts';
import type { UnitContext } from './unit-context.ts';
import { columnsOf, isSelected, readSegment } from './unit-context.ts';

/** meta.type of a histogram; its first fields are those of Grafana's own histogram panel. */
export const histogramFrame = 'driftglass-histogram';
/** meta.type of a list of categories. */
export const categoriesFrame = 'driftglass-categories';

const wanted: readonly MetricName[] = ['counts', 'types', 'distribution', 'cardinality', 'frequent_items'];

/** The cells' places on the axis, or their names. */
function placeFields(cells: DriftCells): readonly Field[] {
  if (cells.kind === 'frequent_items') {
    return [{ name: 'category', values: strings(cells.items) }];
  }
  const ends = Float64Array.from(cells.edges, (_, i) => cells.edges[i + 1] ?? cells.end);
  return [
    { name: 'xMin', values: numbers(cells.edges) },
    { name: 'xMax', values: numbers(ends) },
  ];
}

interface Side {
  readonly name: 'target' | 'baseline';
  readonly shares: Float64Array;
  readonly n: number;
}

function sideFields({ name, shares, n }: Side): readonly Field[] {
  return [
    // Shares are counts over n: counts come back as the whole numbers they were.
    { name, values: numbers(shares.map((share) => Math.round(share * n))), config: { displayNameFromDS: name } },
    { name: `${name}_share`, values: numbers(shares), config: { unit: 'percentunit' } },
  ];
}

/** Greatest n behind the shares of a side. */
function sizeOf(column: ColumnProfile, cells: DriftCells): number {
  return cells.kind === 'histogram' ? (column.distribution?.kll.n ?? 0) : (column.frequentItems?.totalWeight ?? 0);
}

interface Comparison {
  readonly target: ColumnProfile;
  readonly baseline: ColumnProfile | null;
  readonly cells: DriftCells;
}

/** Without a baseline the target is laid over bins of its own, by comparing it with itself. */
function compare(
  target: readonly ColumnProfile[],
  baseline: readonly ColumnProfile[],
  query: ProfileQuery
): Comparison | null {
  const hasBaseline = baseline.length > 0;
  const both = hasBaseline ? driftCells({ target, baseline }, query.distribution) : null;
  const cells = both ?? driftCells({ target, baseline: target }, query.distribution);
  return cells === null
    ? null
    : { target: addColumns(target), baseline: both === null ? null : addColumns(baseline), cells };
}

function fieldsOf({ target, baseline, cells }: Comparison, query: ProfileQuery): readonly Field[] {
  const places = placeFields(cells);
  const ofTarget = sideFields({ name: 'target', shares: cells.target, n: sizeOf(target, cells) });
  if (baseline === null) {
    return [...places, ...ofTarget];
  }
  const contribution = driftContributions(query.algorithm, cells);
  return [
    ...places,
    ...ofTarget,
    ...sideFields({ name: 'baseline', shares: cells.baseline, n: sizeOf(baseline, cells) }),
    { name: 'contribution', values: numbers(contribution), config: { unit: 'percentunit' } },
  ];
}

async function frameOf(
  context: UnitContext,
  segment: PlannedSegment,
  column: string,
  query: ProfileQuery,
  isFirst: boolean
): Promise<EncodedFrame | null> {
  const { before, target: range, reference, failures } = await readSegment(context, segment, column, wanted);
  const target = columnsOf(range);
  const baseline = columnsOf(reference === null ? before : [reference]);
  const comparison = compare(target, baseline, query);
  if (comparison === null && failures.length === 0) {
    return null;
  }
  const identity = { datasetId: query.datasetId, column, segment: segment.segment, metric: 'profile' };
  const lacksBaseline = query.baseline !== null && comparison !== null && comparison.baseline === null;
  const remarks = lacksBaseline ? ['the baseline has no values of this column; only the target is shown'] : [];
  const meta = frameMeta(context.plan, segment, isFirst, { failures, remarks });
  const subject = { ...meta.custom, column, labels: seriesLabels(identity) };
  const name = seriesName(identity);
  if (comparison === null) {
    // Nothing is left of the column; that it cannot be read must still be said.
    const fields = [{ name: 'category', values: strings([]) }];
    return encodeFrame({ type: 'custom', metaType: categoriesFrame, name, meta: { ...meta, custom: subject }, fields });
  }
  const { cells } = comparison;
  const custom = {
    ...subject,
    algorithm: query.algorithm,
    distance: comparison.baseline === null ? null : driftDistance(query.algorithm, cells),
    targetStartMs: context.plan.axis[segment.targetStart] ?? null,
    targetBatches: target.length,
    baselineBatches: baseline.length,
    target: profileSide(comparison.target, sizeOf(comparison.target, cells)),
    baseline:
      comparison.baseline === null ? null : profileSide(comparison.baseline, sizeOf(comparison.baseline, cells)),
  };
  return encodeFrame({
    type: 'custom',
    metaType: cells.kind === 'histogram' ? histogramFrame : categoriesFrame,
    name,
    meta: { ...meta, custom },
    fields: fieldsOf(comparison, query),
  });
}

/** The frames of one column: target and baseline over common cells, for each segment that has values. */
export async function profileFrames(
  context: UnitContext,
  column: string,
  query: ProfileQuery
): Promise<readonly EncodedFrame[]> {
  if (!(await isSelected(context, column))) {
    return [];
  }
  const frames: EncodedFrame[] = [];
  for (const segment of context.plan.segments) {
    // Nobody knows beforehand which column will be the first that has values.
    const frame = await frameOf(context, segment, column, query, frames.length === 0);
    if (frame !== null) {
      frames.push(frame);
    }
  }
  return frames;
}

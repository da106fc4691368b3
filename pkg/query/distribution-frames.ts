import type { DistributionQuery } from '../contract/index.ts';
import type { EncodedFrame } from '../grafana/frames.ts';
import { encodeFrame, numbers, times } from '../grafana/frames.ts';
import type { KllSketch } from '../sketch/index.ts';
import { unionQuantiles } from '../sketch/index.ts';
import type { BatchColumn } from '../timeline/index.ts';
import { addBuckets } from '../timeline/index.ts';
import type { FrameMaker } from './frames-of-column.ts';
import { framesOfColumn } from './frames-of-column.ts';
import { heatmapCells } from './heatmap-cells.ts';
import type { PlannedSegment } from './plan.ts';
import { frameMeta } from './provenance.ts';
import { seriesLabels, seriesName } from './series-labels.ts';
import type { UnitContext } from './unit-context.ts';
import { isSelected, readSegment } from './unit-context.ts';
import type { UnitResult } from './unit-result.ts';

/** The quantiles of the five series, in per cent. */
export const seriesQuantiles = [5, 25, 50, 75, 95] as const;

/** One column of one segment over time. */
interface Distributions {
  readonly query: DistributionQuery;
  readonly column: string;
  readonly segment: PlannedSegment;
  readonly startsMs: readonly number[];
  /** Null where the batch is missing, cannot be read or holds no numbers. */
  readonly sketches: readonly (KllSketch | null)[];
  readonly failures: readonly string[];
}

function sketchOf(batch: BatchColumn): KllSketch | null {
  const kll = batch.kind === 'column' ? batch.column.distribution?.kll : undefined;
  return kll === undefined || kll.n === 0 ? null : kll;
}

function identityOf({ query, column, segment }: Distributions, metric: string) {
  return { datasetId: query.datasetId, column, segment: segment.segment, metric };
}

/** The same values as five `metric` queries give. */
function quantileMakers({ plan }: UnitContext, found: Distributions): readonly FrameMaker[] {
  const ranks = seriesQuantiles.map((percentage) => percentage / 100);
  const quantiles = found.sketches.map((sketch) =>
    sketch === null ? null : unionQuantiles([sketch], ranks, 'classic')
  );
  return seriesQuantiles.map((percentage, i): FrameMaker => {
    const name = `quantile_${percentage}`;
    const identity = identityOf(found, name);
    const values = quantiles.map((ofBatch) => ofBatch?.[i] ?? null);
    return (isFirst) =>
      encodeFrame({
        type: 'timeseries-multi',
        // What cannot be read is said once, not in each of the five.
        meta: frameMeta(plan, found.segment, isFirst && i === 0, i === 0 ? found : {}),
        time: times(found.startsMs),
        value: {
          name,
          // Infinite where the data held infinities.
          values: numbers(values, { notFinite: 'keep' }),
          labels: seriesLabels(identity),
          config: { displayNameFromDS: `${seriesName(identity)} · ${percentage} %` },
        },
      });
  });
}

/**
 * A frame as Grafana's heat map takes it: every cell of the grid, batch by batch. `xMax` is the end of a batch; the
 * count of a batch without numbers is null, that of an empty bin 0.
 */
function heatmapFrame({ plan }: UnitContext, found: Distributions, isFirst: boolean): EncodedFrame {
  const identity = identityOf(found, 'distribution');
  const { rows, yMin, yMax, count } = heatmapCells(found.sketches, found.query.bins);
  const ends = found.startsMs.map((start) => addBuckets(start, plan.size, 1));
  return encodeFrame({
    type: 'custom',
    metaType: 'heatmap-cells',
    name: seriesName(identity),
    meta: frameMeta(plan, found.segment, isFirst, found),
    fields: [
      { name: 'xMax', values: times(ends.flatMap((end) => Array.from({ length: rows }, () => end))) },
      { name: 'yMin', values: numbers(yMin) },
      { name: 'yMax', values: numbers(yMax) },
      { name: 'count', values: numbers(count), labels: seriesLabels(identity), config: { unit: 'short' } },
    ],
  });
}

/** The frames of one column, for each segment in which it has numbers: five series, or a heat map. */
export async function distributionFrames(
  context: UnitContext,
  column: string,
  query: DistributionQuery
): Promise<UnitResult> {
  const { plan } = context;
  const makers: FrameMaker[] = [];
  for (const segment of (await isSelected(context, column)) ? plan.segments : []) {
    const { target, failures } = await readSegment(context, segment, column, ['distribution']);
    const startsMs = plan.axis.slice(segment.targetStart, segment.targetEnd);
    const found = { query, column, segment, startsMs, sketches: target.map(sketchOf), failures };
    if (failures.length > 0 || found.sketches.some((sketch) => sketch !== null)) {
      const own =
        query.form === 'heatmap'
          ? [(isFirst: boolean) => heatmapFrame(context, found, isFirst)]
          : quantileMakers(context, found);
      makers.push(...own);
    }
  }
  return framesOfColumn(plan, makers);
}

import type { DatasetResource } from '../../pkg/contract/index.ts';
import type { Asker, Point } from './ask.ts';
import { askMetric } from './ask.ts';
import { tableLines } from '../../pkg/command/index.ts';
import type { Unusual } from './unusual.ts';
import { unusualPoints } from './unusual.ts';

/** What a look at one dataset found. */
export interface Findings {
  /** The largest distances from the week before, the largest first. */
  readonly drifted: readonly Point[];
  /** Shares of nulls far from those of the two weeks before, the largest first. */
  readonly missing: readonly Unusual[];
}

/** Columns to look at; all of a store that is not known, one where it is. */
export interface Interest {
  readonly drift: readonly string[];
  readonly missing: readonly string[];
}

const shown = 10;

/** Of many columns each gets a few days, so that one noisy column does not fill the list. */
const shownOfEach = 3;

function mostDrifted(drifted: readonly Point[]): readonly Point[] {
  const columns = byColumn(drifted);
  return columns.length === 1
    ? drifted.slice(0, shown)
    : columns
        .flatMap((points) => points.slice(0, shownOfEach))
        .sort(descending)
        .slice(0, shown);
}

function byColumn(points: readonly Point[]): readonly (readonly Point[])[] {
  const columns = new Map<string, Point[]>();
  for (const point of points) {
    columns.set(point.column, [...(columns.get(point.column) ?? []), point]);
  }
  return [...columns.values()];
}

function descending(a: { readonly value: number | null }, b: { readonly value: number | null }): number {
  return (b.value ?? -Infinity) - (a.value ?? -Infinity);
}

/** Asks for the drift and the missing values of a dataset's whole time. */
export async function look(asker: Asker, dataset: DatasetResource, interest: Interest): Promise<Findings> {
  const drift = await askMetric(asker, dataset, {
    metric: 'hellinger',
    baseline: { type: 'TrailingWindow', size: 7 },
    columns: { include: interest.drift },
  });
  const nulls = await askMetric(asker, dataset, { metric: 'count_null_ratio', columns: { include: interest.missing } });
  return {
    drifted: drift.filter(({ value }) => value !== null).sort(descending),
    missing: byColumn(nulls).flatMap(unusualPoints).sort(descending),
  };
}

function day(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** The findings for a terminal. `remarks` are known events, by day. */
export function reportLines(
  dataset: DatasetResource,
  { drifted, missing }: Findings,
  remarks: ReadonlyMap<string, string>
): readonly string[] {
  const remark = (timeMs: number): string => remarks.get(day(timeMs)) ?? '';
  const lines = [
    `Days on which a column of "${dataset.id}" drifted most (Hellinger distance from the 7 days before)`,
    '',
  ];
  lines.push(
    ...tableLines([
      ['day', 'column', 'distance', ''],
      ...mostDrifted(drifted).map((point) => [
        day(point.timeMs),
        point.column,
        (point.value ?? 0).toFixed(3),
        remark(point.timeMs),
      ]),
    ])
  );
  lines.push('', 'Days with unusually many or few nulls (outside 3 standard deviations of the 14 days before)', '');
  lines.push(
    ...tableLines([
      ['day', 'column', 'nulls', 'expected at most', ''],
      ...missing
        .slice(0, shown)
        .map((point) => [
          day(point.timeMs),
          point.column,
          percent(point.value),
          percent(Math.max(0, point.upper)),
          remark(point.timeMs),
        ]),
    ])
  );
  const more = missing.length - shown;
  return more > 0 ? [...lines, '', `… and ${more} more`] : lines;
}

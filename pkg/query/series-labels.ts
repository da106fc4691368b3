import { createHash } from 'node:crypto';
import type { Segment } from '../contract/index.ts';
import { segmentText } from '../contract/index.ts';

/** What stands in a label for a name or value that is empty: Grafana and Alertmanagers drop empty labels. */
export const emptyText = '(empty)';

function orEmpty(text: string): string {
  return text === '' ? emptyText : text;
}

/** A tag's key as a label name. Characters that Prometheus refuses become `_`. */
function tagLabel(key: string): string {
  return `tag_${key.replace(/[^a-zA-Z0-9_]/g, '_')}`;
}

function tagLabels(segment: Segment): Readonly<Record<string, string>> {
  const names = segment.map(({ key }) => tagLabel(key));
  return Object.fromEntries(
    segment.map(({ key, value }, i) => {
      const name = tagLabel(key);
      const collides = names.some((other, j) => j !== i && other === name);
      const suffix = collides ? `_${createHash('sha256').update(key).digest('hex').slice(0, 6)}` : '';
      return [name + suffix, orEmpty(value)];
    })
  );
}

/** What a series is about. */
export interface SeriesIdentity {
  readonly datasetId: string;
  readonly column: string;
  readonly segment: Segment;
  readonly metric: string;
}

/** The labels of a series: unique within a query and the same at every evaluation. */
export function seriesLabels({ datasetId, column, segment, metric }: SeriesIdentity): Readonly<Record<string, string>> {
  return {
    ...tagLabels(segment),
    dataset: orEmpty(datasetId),
    column: orEmpty(column),
    segment: segmentText(segment),
    metric,
  };
}

/** The name of a series in a legend: what tells it from its neighbours. */
export function seriesName({ column, segment }: SeriesIdentity): string {
  return segment.length === 0 ? orEmpty(column) : `${orEmpty(column)} · ${segmentText(segment)}`;
}

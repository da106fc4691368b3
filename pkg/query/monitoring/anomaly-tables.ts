import type { ResultRecord } from '../../contract/index.ts';
import type { EncodedFrame, FrameMeta } from '../../grafana/frames.ts';
import { encodeFrame, numbers, strings, times } from '../../grafana/frames.ts';
import type { Monitor } from '../../monitor/index.ts';
import type { BucketSize } from '../../timeline/index.ts';
import { addBuckets } from '../../timeline/index.ts';
import type { TagChange } from './monitoring-plan.ts';

/** An anomaly of which a monitor speaks. */
export interface ReportedAnomaly {
  readonly monitor: Monitor | null;
  readonly record: ResultRecord;
}

function valueOf(record: ResultRecord): number | null {
  const value = record.drift_metricValue ?? record.threshold_metricValue ?? null;
  return value !== null && Number.isFinite(value) ? value : null;
}

function subjectOf({ column, segment }: ResultRecord): string {
  const of = column ?? 'the dataset';
  return segment === '' ? of : `${of} in ${segment}`;
}

/** The table of anomalies with their evidence, newest first. */
export function anomalyTable(anomalies: readonly ReportedAnomaly[], meta: FrameMeta): EncodedFrame {
  const records = anomalies.map(({ record }) => record);
  const texts = (of: (anomaly: ReportedAnomaly) => string | null) => strings(anomalies.map(of));
  return encodeFrame({
    type: 'table',
    meta,
    fields: [
      { name: 'time', values: times(records.map(({ datasetTimestamp }) => datasetTimestamp)) },
      { name: 'monitor', values: texts(({ monitor }) => monitor?.id ?? null) },
      { name: 'severity', values: numbers(anomalies.map(({ monitor }) => monitor?.severity ?? null)) },
      { name: 'column', values: texts(({ record }) => record.column) },
      { name: 'segment', values: texts(({ record }) => (record.segment === '' ? 'overall' : record.segment)) },
      { name: 'metric', values: texts(({ record }) => record.metric) },
      { name: 'value', values: numbers(records.map(valueOf)) },
      { name: 'explanation', values: texts(({ record }) => record.explanation) },
      { name: 'analyzer', values: texts(({ record }) => record.analyzerId) },
      { name: 'type', values: texts(({ record }) => record.analyzerType) },
      { name: 'state', values: texts(({ record }) => record.verdictState) },
      { name: 'id', values: texts(({ record }) => record.analysisId) },
    ],
  });
}

/** Tags as Grafana's standard mapping takes them: a list with commas, so none may hold one. */
function tagList(tags: readonly (string | null)[]): string {
  return tags.flatMap((tag) => (tag === null || tag === '' ? [] : [tag.replaceAll(',', ' ')])).join(',');
}

/** The anomalies as annotations, in the form that Grafana's standard mapping takes; each lasts as long as its batch. */
export function anomalyAnnotations(records: readonly ResultRecord[], size: BucketSize, meta: FrameMeta): EncodedFrame {
  return encodeFrame({
    type: 'table',
    meta,
    fields: [
      { name: 'time', values: times(records.map(({ datasetTimestamp }) => datasetTimestamp)) },
      {
        name: 'timeEnd',
        values: times(records.map(({ datasetTimestamp }) => addBuckets(datasetTimestamp, size, 1))),
      },
      { name: 'title', values: strings(records.map((record) => `Anomaly: ${subjectOf(record)}`)) },
      { name: 'text', values: strings(records.map(({ explanation }) => explanation ?? '')) },
      {
        name: 'tags',
        values: strings(
          records.map(({ analyzerType, metric, column }) => tagList(['driftglass', analyzerType, metric, column]))
        ),
      },
      { name: 'id', values: strings(records.map(({ analysisId }) => analysisId)) },
    ],
  });
}

/** The changes of tags as annotations. */
export function changeAnnotations(changes: readonly TagChange[], meta: FrameMeta): EncodedFrame {
  const list = (values: readonly string[]): string => values.join(', ');
  return encodeFrame({
    type: 'table',
    meta,
    fields: [
      { name: 'time', values: times(changes.map(({ startMs }) => startMs)) },
      { name: 'title', values: strings(changes.map(({ key, after }) => `${key} is ${list(after)}`)) },
      {
        name: 'text',
        values: strings(changes.map(({ key, before, after }) => `${key} was ${list(before)} and is ${list(after)}`)),
      },
      { name: 'tags', values: strings(changes.map(({ key }) => tagList(['driftglass', key]))) },
      { name: 'id', values: strings(changes.map(({ key, startMs }) => `${key}@${startMs}`)) },
    ],
  });
}

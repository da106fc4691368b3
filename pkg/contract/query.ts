import type { Baseline } from './baseline.ts';
import { defaultBaseline, parseBaseline } from './baseline.ts';
import type { ColumnSelection } from './column-selection.ts';
import { parseColumnSelection } from './column-selection.ts';
import { ContractError } from './error.ts';
import type { Granularity } from './granularity.ts';
import { defaultGranularity, granularities } from './granularity.ts';
import { JsonReader } from './json-reader.ts';
import type { DistanceName, Metric } from './metric-name.ts';
import { distanceMetrics, parseMetric } from './metric-name.ts';
import type { Segment } from './segment.ts';
import { parseSegments } from './segment.ts';
import { refuseVariables } from './variables.ts';

/** The newest form of the query model. */
export const querySchemaVersion = 1;

/** The kinds of queries, equal to Grafana's queryType. */
export const queryKinds = ['metric', 'profile', 'columns'] as const;
export type QueryKind = (typeof queryKinds)[number];

/** Which sketch a distance is taken from; `auto` takes WhyLabs' rule of discreteness on the baseline. */
export const distributionSources = ['auto', 'histogram', 'frequent_items'] as const;
export type DistributionSource = (typeof distributionSources)[number];

interface CommonQuery {
  readonly datasetId: string;
  readonly columns: ColumnSelection;
  readonly segments: readonly Segment[];
  readonly granularity: Granularity;
  /** Evaluation time in epoch ms, where the query fixes it; else null. */
  readonly asOfMs: number | null;
}

/** A metric of each column and segment, as a series over the range or of the newest batch alone. */
export interface MetricQuery extends CommonQuery {
  readonly kind: 'metric';
  readonly metric: Metric;
  readonly mode: 'series' | 'latest';
  /** Only distances have one. */
  readonly baseline: Baseline;
  readonly distribution: DistributionSource;
}

/** The distributions of a target and a baseline on common bins or categories. */
export interface ProfileQuery extends CommonQuery {
  readonly kind: 'profile';
  /** `latest`: the newest batch; `range`: all batches of the range together. */
  readonly target: 'latest' | 'range';
  readonly baseline: Baseline | null;
  readonly distribution: DistributionSource;
  readonly algorithm: DistanceName;
}

/** One row a column, over the range. */
export interface ColumnsQuery extends CommonQuery {
  readonly kind: 'columns';
}

export type Query = MetricQuery | ProfileQuery | ColumnsQuery;

const timePattern = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Date.parse takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const startMs = Date.parse(day);
  return !Number.isNaN(startMs) && new Date(startMs).toISOString().startsWith(day);
}

/** Epoch ms; NaN for what is no time. */
function timeOf(text: string): number {
  const day = timePattern.exec(text)?.[1];
  return day !== undefined && isDay(day) ? Date.parse(text) : NaN;
}

function parseTime(reader: JsonReader, key: string): number | null {
  const text = reader.optionalString(key);
  if (text === undefined) {
    return null;
  }
  const time = timeOf(text);
  if (Number.isNaN(time)) {
    throw new ContractError(
      'wrong-type',
      key,
      `"${text}" is no date or time with its zone, such as 2013-03-08T00:00:00Z`
    );
  }
  return time;
}

function parseDatasetId(reader: JsonReader): string {
  const datasetId = reader.string('datasetId');
  refuseVariables('datasetId', datasetId);
  return datasetId;
}

function parseCommon(reader: JsonReader): CommonQuery {
  return {
    datasetId: parseDatasetId(reader),
    columns: parseColumnSelection(reader.optionalObject('columns')),
    segments: parseSegments(reader.objects('segments')),
    granularity: reader.optionalOneOf('granularity', granularities) ?? defaultGranularity,
    asOfMs: parseTime(reader, 'asOf'),
  };
}

function parseMetricQuery(reader: JsonReader): MetricQuery {
  const name = reader.string('metric');
  refuseVariables('metric', name);
  const metric = parseMetric(name);
  const baseline = parseBaseline(reader.optionalObject('baseline'));
  return {
    kind: 'metric',
    ...parseCommon(reader),
    metric,
    mode: reader.optionalOneOf('mode', ['series', 'latest'] as const) ?? 'series',
    baseline: baseline ?? defaultBaseline,
    distribution: reader.optionalOneOf('distribution', distributionSources) ?? 'auto',
  };
}

function parseProfileQuery(reader: JsonReader): ProfileQuery {
  return {
    kind: 'profile',
    ...parseCommon(reader),
    target: reader.optionalOneOf('target', ['latest', 'range'] as const) ?? 'range',
    baseline: parseBaseline(reader.optionalObject('baseline')) ?? null,
    distribution: reader.optionalOneOf('distribution', distributionSources) ?? 'auto',
    algorithm: reader.optionalOneOf('algorithm', distanceMetrics) ?? 'hellinger',
  };
}

/**
 * Parses a query model as it is stored in a dashboard or an alert rule, and fills in every default, so that a model
 * written by hand needs only what is its own. Keys that are not the model's (refId, datasource, …) are ignored.
 *
 * @param model the query object
 * @param queryType Grafana's queryType, used when the model has no `kind`
 * @throws ContractError naming the key and the remedy
 */
export function parseQuery(model: unknown, queryType = ''): Query {
  const reader = new JsonReader(model);
  const version = reader.optionalNumber('schemaVersion') ?? querySchemaVersion;
  if (version !== querySchemaVersion) {
    throw new ContractError(
      'unknown-value',
      'schemaVersion',
      version > querySchemaVersion
        ? `${version} is not known; this plugin reads ${querySchemaVersion}. A newer version of the plugin saved this query: update it`
        : `${version} is not known; this plugin reads ${querySchemaVersion}`
    );
  }
  // Grafana fills queryType beside the model; the model's own kind is what the user wrote.
  const kind =
    reader.optionalOneOf('kind', queryKinds) ?? new JsonReader({ kind: queryType }).oneOf('kind', queryKinds);
  switch (kind) {
    case 'metric':
      return parseMetricQuery(reader);
    case 'profile':
      return parseProfileQuery(reader);
    case 'columns':
      return { kind: 'columns', ...parseCommon(reader) };
  }
}

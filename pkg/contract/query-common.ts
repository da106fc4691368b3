import type { ColumnSelection } from './column-selection.ts';
import { parseColumnSelection } from './column-selection.ts';
import { ContractError } from './error.ts';
import type { Granularity } from './granularity.ts';
import { defaultGranularity, granularities } from './granularity.ts';
import { isoTimeMs } from './iso-time.ts';
import type { JsonReader } from './json-reader.ts';
import type { Segment } from './segment.ts';
import { parseSegments } from './segment.ts';
import { refuseVariables } from './variables.ts';

/** What every kind of query says. */
export interface CommonQuery {
  /** Empty: the only dataset of the store. */
  readonly datasetId: string;
  readonly columns: ColumnSelection;
  readonly segments: readonly Segment[];
  readonly granularity: Granularity;
  /** Evaluation time in epoch ms, where the query fixes it; else null. */
  readonly asOfMs: number | null;
}

/**
 * Epoch ms as a text, the way dashboards pass the time of a point that was clicked on: at least 11 digits, so that
 * neither a year nor seconds are taken for it (11 digits of ms begin in April 1970).
 */
const epochPattern = /^\d{11,15}$/;

/** Reads a time, or epoch ms as a number or text; null when absent. @throws ContractError */
export function parseMoment(reader: JsonReader, key: string): number | null {
  const value = reader.optionalValue(key);
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && epochPattern.test(text)) {
    return Number(text);
  }
  if (typeof value === 'string') {
    refuseVariables(key, value);
  }
  return parseTime(reader, key);
}

/** Reads a time, epoch ms; null when absent. @throws ContractError */
export function parseTime(reader: JsonReader, key: string): number | null {
  const text = reader.optionalString(key);
  if (text === undefined) {
    return null;
  }
  const time = isoTimeMs(text);
  if (time === null) {
    throw new ContractError(
      'wrong-type',
      key,
      `"${text}" is no date or time with its zone, such as 2013-03-08T00:00:00Z`
    );
  }
  return time;
}

function parseDatasetId(reader: JsonReader): string {
  const datasetId = reader.optionalString('datasetId') ?? '';
  refuseVariables('datasetId', datasetId);
  return datasetId;
}

/** Reads the common keys and fills in their defaults. @throws ContractError */
export function parseCommon(reader: JsonReader): CommonQuery {
  return {
    datasetId: parseDatasetId(reader),
    columns: parseColumnSelection(reader.optionalObject('columns')),
    segments: parseSegments(reader.objects('segments')),
    granularity: reader.optionalOneOf('granularity', granularities) ?? defaultGranularity,
    asOfMs: parseTime(reader, 'asOf'),
  };
}

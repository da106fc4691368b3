import { overallSegment, type Segment } from '../../contract/index.ts';
import type { DocumentReader } from './document-reader.ts';
import {
  type ColumnDataType,
  columnDataTypes,
  type ColumnSchema,
  type CustomMetric,
  type EntitySchema,
  type EntityWeights,
} from './entity.ts';
import { readSegment, readTags } from './parse-target.ts';

/** The schema's and the ingestion's other spellings. */
const dataTypeAliases: ReadonlyMap<string, ColumnDataType> = new Map([
  ['INTEGER', 'INTEGRAL'],
  ['BOOL', 'BOOLEAN'],
]);

function readDataType(reader: DocumentReader): ColumnDataType | null {
  const text = reader.text('dataType');
  const upper = text?.toUpperCase() ?? '';
  const type = dataTypeAliases.get(upper) ?? columnDataTypes.find((known) => known === upper) ?? null;
  if (text !== null && type === null) {
    reader.add(
      'warning',
      'dataType',
      'unknown-value',
      `"${text}" is no type, so it is inferred. Remedy: one of integral, fractional, bool, string, unknown, null`
    );
  }
  return type;
}

function readColumn(reader: DocumentReader): ColumnSchema {
  const column = {
    discreteness: reader.oneOf('discreteness', ['discrete', 'continuous']),
    dataType: readDataType(reader),
    classifier: reader.oneOf('classifier', ['input', 'output']) ?? 'input',
    hidden: reader.flag('hidden'),
  };
  reader.skip('tags');
  reader.noteUnknownKeys();
  return column;
}

function readCustomMetric(reader: DocumentReader): CustomMetric | null {
  const [label, column, builtinMetric] = [reader.text('label'), reader.text('column'), reader.text('builtinMetric')];
  reader.noteUnknownKeys();
  if (column === null || builtinMetric === null) {
    const key = column === null ? 'column' : 'builtinMetric';
    reader.add(
      'warning',
      key,
      'missing',
      `a custom metric needs column and builtinMetric; it is left out. Remedy: add ${key}`
    );
    return null;
  }
  return { label, column, builtinMetric };
}

/** The members of an object that is a map; null members are absent. */
function members<Value>(
  reader: DocumentReader | null,
  read: (member: DocumentReader) => Value | null
): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const key of reader?.keys() ?? []) {
    const member = reader?.object(key) ?? null;
    const value = member === null ? null : read(member);
    if (value !== null) {
      map.set(key, value);
    }
  }
  return map;
}

/**
 * Reads `entitySchema`. Null where it is absent.
 *
 * @throws Refusal InvalidJson
 */
export function readEntitySchema(reader: DocumentReader | null): EntitySchema | null {
  if (reader === null) {
    return null;
  }
  const schema = {
    columns: members(reader.object('columns'), readColumn),
    customMetrics: members(reader.object('customMetrics'), readCustomMetric),
  };
  // Older exports call the custom metrics by this name, and leave it null.
  reader.skip('modelType', 'metadata', 'metrics');
  reader.noteUnknownKeys();
  return schema;
}

function readWeights(reader: DocumentReader | null): Map<string, number> {
  const weights = new Map<string, number>();
  for (const column of reader?.keys() ?? []) {
    const weight = reader?.number(column) ?? null;
    if (weight !== null) {
      weights.set(column, weight);
    }
  }
  return weights;
}

/** A list of tags as the API writes it, or an object with `tags`; absent and empty mean the whole dataset. */
function readWeightSegment(entry: DocumentReader): Segment {
  if (!Array.isArray(entry.value('segment'))) {
    const segment = entry.object('segment');
    return segment === null ? overallSegment : readSegment(segment);
  }
  return readTags(entry.objects('segment') ?? []);
}

/**
 * Reads `weightConfig`; absent means that no column has a weight.
 *
 * @throws Refusal InvalidJson
 */
export function readEntityWeights(reader: DocumentReader | null): EntityWeights {
  const defaults = reader?.object('defaultWeights') ?? null;
  const weights = {
    defaultWeights: readWeights(defaults?.object('weights') ?? null),
    segmentWeights: (reader?.objects('segmentWeights') ?? []).map((entry) => {
      const read = { segment: readWeightSegment(entry), weights: readWeights(entry.object('weights')) };
      entry.skip('metadata');
      entry.noteUnknownKeys();
      return read;
    }),
  };
  defaults?.skip('metadata');
  defaults?.noteUnknownKeys();
  reader?.skip('metadata');
  reader?.noteUnknownKeys();
  return weights;
}

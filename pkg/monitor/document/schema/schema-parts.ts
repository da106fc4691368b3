import { granularities } from '../../../contract/index.ts';

/** JSON Schema as plain data. */
export type Schema = Readonly<Record<string, unknown>>;

/** Limits of the document (spec/monitor-config.md 1 to 6); lengths in UTF-16 units. */
export const schemaLimits = {
  /** Analyzers, monitors, segments, included columns, segment weights. */
  entries: 1000,
  /** Names of columns, keys and values of tags, values of params. */
  longText: 1000,
  /** orgId, datasetId, profileId, metric, author. */
  shortText: 100,
  idMin: 10,
  idMax: 128,
  nameMax: 256,
  tagMin: 3,
  tagsInSegment: 10,
  exclusionRanges: 100,
  /** Texts of datasetTimestampOffset and creationTimeOffset. */
  offsetText: 20,
  actions: 100,
  analyzerIds: 100,
  children: { min: 2, max: 10 },
} as const;

/** What a definition of the schema describes. */
export function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

/** A closed object. */
export function closed(
  description: string,
  properties: Record<string, Schema>,
  required: readonly string[] = []
): Schema {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    properties,
    ...(required.length === 0 ? {} : { required }),
  };
}

/** A text. */
export function text(description: string, more: Schema = {}): Schema {
  return { type: 'string', description, ...more };
}

/** A text of limited length. */
export function shortText(description: string): Schema {
  return text(description, { maxLength: schemaLimits.shortText });
}

/** A number. */
export function number(description: string, more: Schema = {}): Schema {
  return { type: 'number', description, ...more };
}

/** A whole number. */
export function integer(description: string, more: Schema = {}): Schema {
  return { type: 'integer', description, ...more };
}

/** True or false. */
export function flag(description: string): Schema {
  return { type: 'boolean', description, default: false };
}

/** One of some texts. */
export function oneOf(description: string, values: readonly string[], more: Schema = {}): Schema {
  return { type: 'string', description, enum: values, ...more };
}

/** A list. */
export function list(
  description: string,
  items: Schema,
  maxItems: number = schemaLimits.entries,
  more: Schema = {}
): Schema {
  return { type: 'array', description, items, maxItems, ...more };
}

/** One of several closed objects, told apart by `type`. */
export function byType(description: string, ...names: readonly string[]): Schema {
  return {
    type: 'object',
    description,
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: names.map(ref),
  };
}

/** A duration. */
export const duration = (description: string): Schema =>
  text(description, {
    pattern: '^P(?!$)(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d+[HM])(\\d+H)?(\\d+M)?)?$',
    examples: ['P1D', 'PT4H', 'P1DT18H'],
  });

/** A name for people. */
export const name = (description: string): Schema =>
  text(description, { minLength: schemaLimits.idMin, maxLength: schemaLimits.nameMax, pattern: '^[0-9a-zA-Z \\-_]+$' });

/** An id. */
export const identity = (description: string): Schema =>
  text(description, { minLength: schemaLimits.idMin, maxLength: schemaLimits.idMax, pattern: '^[0-9a-zA-Z\\-_]+$' });

/** How often a schedule matches. */
export const cadence = oneOf(
  'Which batches: hourly, daily, weekly (Mondays) or monthly (first days), UTC.',
  granularities
);

/** Free tags. */
export const tags = list(
  'Free tags; each result carries them.',
  text('A tag.', { minLength: schemaLimits.tagMin, maxLength: schemaLimits.nameMax })
);

import {
  byType,
  cadence,
  closed,
  flag,
  integer,
  list,
  oneOf,
  ref,
  type Schema,
  schemaLimits,
  shortText,
  text,
} from './schema-parts.ts';

const exclusionRanges = list('Times at which it never matches.', ref('TimeRange'), schemaLimits.exclusionRanges, {
  default: [],
});

const segments = (description: string): Schema => list(description, ref('Segment'));

const targetSegments = {
  segments: segments('Which segments; absent or empty: the whole dataset.'),
  excludeSegments: segments('Segments left out; exclusion wins. An empty list leaves out nothing.'),
};

const columns = (description: string): Schema =>
  list(description, text('*, a name, group:continuous, weight>0.24 …', { maxLength: schemaLimits.longText }));

const datasetId = shortText('Documented, and ignored by the engine.');
const inheritSegment = flag('Documented, and ignored by the engine.');

/** Parts that analyzers and monitors share: metadata, times, schedules, targets, baselines. */
export const commonDefinitions: Readonly<Record<string, Schema>> = {
  Metadata: closed(
    "Versions, kept by WhyLabs' server; leave them as they are.",
    {
      version: integer('Counted up at each save.'),
      schemaVersion: integer('Version of the schema.', { const: 1 }),
      updatedTimestamp: integer('When it was saved, epoch ms.', { exclusiveMinimum: 0 }),
      author: shortText('Who saved it.'),
      description: text('Why.', { maxLength: schemaLimits.longText }),
    },
    ['version', 'updatedTimestamp', 'author']
  ),
  TimeRange: closed(
    'Half-open: start <= t < end.',
    {
      start: text('ISO 8601 with offset.', { examples: ['2022-02-25T00:00:00Z'] }),
      end: text('ISO 8601 with offset.', { examples: ['2022-02-28T00:00:00Z'] }),
    },
    ['start', 'end']
  ),
  FixedSchedule: closed('Every batch of a cadence.', { type: { const: 'fixed' }, cadence, exclusionRanges }, [
    'type',
    'cadence',
  ]),
  CronSchedule: closed(
    'Batches whose start matches; never the wall clock.',
    {
      type: { const: 'cron' },
      cron: text('Five fields, six with seconds first, or a macro.', {
        minLength: 1,
        examples: ['0 0 * * *', '0 0 * * 1-5', '@daily'],
      }),
      exclusionRanges,
    },
    ['type', 'cron']
  ),
  ImmediateSchedule: closed('After each run; for monitors alone.', { type: { const: 'immediate' } }, ['type']),
  AnalyzerSchedule: byType('When it runs; without a schedule it never does.', 'FixedSchedule', 'CronSchedule'),
  MonitorSchedule: byType('When it tells.', 'FixedSchedule', 'CronSchedule', 'ImmediateSchedule'),
  Tag: closed(
    'A tag of a segment; the value * stands for each value found.',
    {
      key: text('Key.', { maxLength: schemaLimits.longText }),
      value: text('Value.', { maxLength: schemaLimits.longText }),
    },
    ['key', 'value']
  ),
  Segment: closed('All tags must be there; an empty list is the whole dataset.', {
    tags: list('Tags.', ref('Tag'), schemaLimits.tagsInSegment),
  }),
  ColumnMatrix: closed(
    'Columns.',
    {
      type: { const: 'column' },
      include: columns('Columns to analyse; nothing is included by itself.'),
      exclude: columns('Columns left out; exclusion wins.'),
      ...targetSegments,
      profileId: shortText('A reference profile as the target.'),
    },
    ['type']
  ),
  DatasetMatrix: closed('The dataset as a whole.', { type: { const: 'dataset' }, ...targetSegments }),
  TargetMatrix: {
    type: 'object',
    description: 'What is analysed.',
    if: { properties: { type: { const: 'column' } }, required: ['type'] },
    then: ref('ColumnMatrix'),
    else: ref('DatasetMatrix'),
  },
  TrailingWindow: closed(
    'The batches just before the target.',
    {
      type: { const: 'TrailingWindow' },
      size: integer('Number of batches.', { minimum: 4, maximum: 90 }),
      offset: integer('Documented, and ignored by the engine.'),
      exclusionRanges: list('Batches left out, not replaced.', ref('TimeRange'), schemaLimits.exclusionRanges),
      exclusionSchedule: ref('CronSchedule'),
      inheritSegment,
      datasetId,
    },
    ['type', 'size']
  ),
  TimeRangeBaseline: closed(
    'All batches of a range.',
    { type: { const: 'TimeRange' }, range: ref('TimeRange'), inheritSegment, datasetId },
    ['type', 'range']
  ),
  Reference: closed(
    'A reference profile.',
    { type: { const: 'Reference' }, profileId: shortText('Its id.'), inheritSegment, datasetId },
    ['type', 'profileId']
  ),
  CurrentBatch: closed(
    'A single batch before the target.',
    {
      type: { const: 'CurrentBatch' },
      offset: integer('How many batches before; 0 is the target.', { minimum: 0 }),
      inheritSegment,
      datasetId,
    },
    ['type', 'offset']
  ),
  Baseline: byType(
    'What the target is compared with.',
    'TrailingWindow',
    'TimeRangeBaseline',
    'Reference',
    'CurrentBatch'
  ),
  WindowBaseline: byType('What the model is fitted to.', 'TrailingWindow'),
  ExpectedValue: {
    ...closed('A value in one of three types.', {
      str: text('A text.'),
      int: integer('A whole number.'),
      float: { type: 'number', description: 'A number.' },
    }),
    minProperties: 1,
    maxProperties: 1,
  },
  Params: {
    type: 'object',
    description: 'Further settings, as texts.',
    additionalProperties: { type: 'string', maxLength: schemaLimits.longText },
  },
  ThresholdType: oneOf('One side only; absent: both.', ['upper', 'lower']),
};

import { granularities } from '../../../contract/index.ts';
import { commonDefinitions } from './common-definitions.ts';
import { configDefinitions } from './config-definitions.ts';
import {
  byType,
  closed,
  duration,
  flag,
  identity,
  integer,
  list,
  name,
  number,
  oneOf,
  ref,
  type Schema,
  schemaLimits,
  tags,
  text,
} from './schema-parts.ts';

const names = (description: string): Schema => list(description, text('A name.'));

const offset = (description: string): Schema =>
  text(description, { maxLength: schemaLimits.offsetText, examples: ['P7D'] });

const filter = closed('Which anomalies are told.', {
  includeColumns: names('These columns only.'),
  excludeColumns: names('Not these columns.'),
  includeMetrics: names('These metrics only.'),
  minWeight: number('Columns of at least this weight.'),
  maxWeight: number('Columns of at most this weight.'),
  minRankByWeight: integer('Ignored by the engine.'),
  maxRankByWeight: integer('Ignored by the engine.'),
  minTotalWeight: number('A digest of at least this weight in all.'),
  maxTotalWeight: number('A digest of at most this weight in all.'),
  minAlertCount: integer('A digest of at least so many anomalies.'),
  maxAlertCount: integer('A digest of at most so many anomalies.'),
});

const modes = {
  DigestMode: closed(
    'One message for all anomalies.',
    {
      type: { const: 'DIGEST' },
      filter: ref('Filter'),
      datasetTimestampOffset: offset('Leaves out anomalies of batches older than this.'),
      creationTimeOffset: offset('Leaves out anomalies found longer ago than this.'),
      groupBy: list(
        'Ignored by the engine.',
        oneOf('A group.', ['byColumn', 'byDataset', 'byAnalyzer', 'byDay', 'byHour'])
      ),
    },
    ['type']
  ),
  EveryAnomalyMode: closed(
    'One message for each anomaly.',
    { type: { const: 'EVERY_ANOMALY' }, filter: ref('Filter') },
    ['type']
  ),
  Mode: byType('What is told.', 'DigestMode', 'EveryAnomalyMode'),
};

const analyzer = closed(
  'One analysis.',
  {
    id: identity('Identity; results carry it.'),
    displayName: name('Name for people.'),
    tags,
    schedule: ref('AnalyzerSchedule'),
    disabled: flag('True: does not run.'),
    targetMatrix: ref('TargetMatrix'),
    targetSize: integer('Consecutive batches that form the target.', { minimum: 1, default: 1 }),
    disableTargetRollup: flag('True: each profile by itself.'),
    dataReadinessDuration: duration('Smallest age of a batch, from its start.'),
    batchCoolDownPeriod: duration('Wait after the last upload.'),
    backfillGracePeriodDuration: duration('How old a batch may be.'),
    config: ref('Config'),
    metadata: ref('Metadata'),
  },
  ['id', 'config']
);

const monitor = closed(
  'Who hears of anomalies, and how.',
  {
    id: identity('Identity.'),
    displayName: name('Name for people.'),
    tags,
    analyzerIds: list('The analyzer that feeds it.', text('The id of an analyzer.'), schemaLimits.analyzerIds),
    schedule: ref('MonitorSchedule'),
    disabled: flag('True: tells nobody.'),
    severity: integer('3 is the lowest.', { default: 3 }),
    mode: ref('Mode'),
    actions: list(
      'Recipients.',
      {
        type: 'object',
        required: ['type'],
        properties: { type: text('global; others are refused when saving.'), target: text("The action's id.") },
      },
      schemaLimits.actions
    ),
    metadata: ref('Metadata'),
  },
  ['id', 'analyzerIds', 'schedule', 'mode', 'actions']
);

/** WhyLabs checks these two apart from the document and lets more keys pass; so does this schema. */
const entity = {
  EntitySchema: {
    type: 'object',
    description: 'Types and roles of the columns.',
    properties: {
      columns: { type: 'object', additionalProperties: ref('ColumnSchema') },
      customMetrics: { type: ['object', 'null'] },
    },
  },
  ColumnSchema: {
    type: 'object',
    description: 'One column.',
    required: ['discreteness', 'dataType'],
    properties: {
      discreteness: oneOf('Texts and classes are discrete, measurements continuous.', ['discrete', 'continuous']),
      dataType: text('integral, fractional, bool, string, unknown or null.'),
      classifier: oneOf('Role in the model.', ['input', 'output'], { default: 'input' }),
      hidden: flag('True: not analysed.'),
    },
  },
  EntityWeights: {
    type: 'object',
    description: 'Weights of the columns.',
    properties: {
      defaultWeights: { type: ['object', 'null'] },
      segmentWeights: { type: ['array', 'null'], maxItems: schemaLimits.entries },
    },
  },
} as const;

/**
 * JSON Schema (draft-07) of what an editor may save, written from spec/monitor-config.md with our named extensions.
 * Evaluation takes more (`parseMonitorDocument`).
 */
export const monitorDocumentSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Monitor document',
  ...closed(
    'A WhyLabs monitor document (v3) as Driftglass evaluates it.',
    {
      $schema: text('Where this schema lies, for editors.'),
      id: text('Id of the document.'),
      schemaVersion: integer('Version of the schema.', { const: 1 }),
      orgId: text('Organisation.', { maxLength: schemaLimits.shortText }),
      datasetId: text('Dataset or model.', { maxLength: schemaLimits.shortText, pattern: '^[a-zA-Z0-9\\-_.]+$' }),
      granularity: oneOf('Size of a batch.', granularities),
      metadata: ref('Metadata'),
      allowPartialTargetBatches: flag('True: the unfinished batch may be analysed.'),
      entitySchema: ref('EntitySchema'),
      weightConfig: ref('EntityWeights'),
      analyzers: list('What is analysed.', ref('Analyzer')),
      monitors: list('Who hears of it.', ref('Monitor')),
    },
    ['orgId', 'datasetId', 'granularity', 'analyzers', 'monitors']
  ),
  definitions: {
    Analyzer: analyzer,
    Monitor: monitor,
    Filter: filter,
    ...modes,
    ...configDefinitions,
    ...commonDefinitions,
    ...entity,
  },
};

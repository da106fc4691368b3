import { configDefinitions } from '../schema/config-definitions.ts';
import { monitorDocumentSchema } from '../schema/monitor-document-schema.ts';
import { configShapes } from './config-facts.ts';
import { documentShapes } from './document-facts.ts';

interface Definition {
  readonly properties?: Readonly<Record<string, unknown>>;
}

const definitions = monitorDocumentSchema['definitions'] as Readonly<Record<string, Definition>>;

const names: readonly (readonly [string, { readonly keys: object }])[] = [
  ['Analyzer', documentShapes.analyzer],
  ['Monitor', documentShapes.monitor],
  ['Metadata', documentShapes.metadata],
  ['TimeRange', documentShapes.timeRange],
  ['FixedSchedule', documentShapes.schedule],
  ['CronSchedule', documentShapes.schedule],
  ['ImmediateSchedule', documentShapes.schedule],
  ['ColumnMatrix', documentShapes.targetMatrix],
  ['DatasetMatrix', documentShapes.targetMatrix],
  ['Segment', documentShapes.segment],
  ['Tag', documentShapes.tag],
  ['TrailingWindow', documentShapes.TrailingWindow],
  ['TimeRangeBaseline', documentShapes.TimeRange],
  ['Reference', documentShapes.Reference],
  ['CurrentBatch', documentShapes.CurrentBatch],
  ['ExpectedValue', documentShapes.expected],
  ['DigestMode', documentShapes.DIGEST],
  ['EveryAnomalyMode', documentShapes.EVERY_ANOMALY],
  ['Filter', documentShapes.filter],
  ['EntitySchema', documentShapes.entitySchema],
  ['ColumnSchema', documentShapes.column],
  ['EntityWeights', documentShapes.weightConfig],
  ['FixedConfig', configShapes.fixed],
  ['DiffConfig', configShapes.diff],
  ['StddevConfig', configShapes.stddev],
  ['DriftConfig', configShapes.drift],
  ['SeasonalConfig', configShapes.seasonal],
  ['ComparisonConfig', configShapes.comparison],
  ['ListComparisonConfig', configShapes.list_comparison],
  ['FrequentStringComparisonConfig', configShapes.frequent_string_comparison],
  ['ColumnListConfig', configShapes.column_list],
  ['MonotonicConfig', configShapes.monotonic],
  ['ConjunctionConfig', configShapes.composite],
  ['DisjunctionConfig', configShapes.composite],
];

describe('every key of the schema', () => {
  it.each(names)('of %s is explained', (name, { keys }) => {
    const properties = Object.keys(definitions[name]?.properties ?? {});
    expect(properties.length).toBeGreaterThan(0);
    expect(Object.keys(keys)).toEqual(expect.arrayContaining(properties));
  });

  it('of the document is explained', () => {
    const properties = Object.keys(monitorDocumentSchema['properties'] as object);
    expect(Object.keys(documentShapes.document.keys).sort()).toEqual(properties.sort());
  });

  it('of every kind of config is in this test', () => {
    const tested = new Set(names.map(([name]) => name));
    expect(Object.keys(configDefinitions).filter((name) => name !== 'Config' && !tested.has(name))).toEqual([]);
  });
});

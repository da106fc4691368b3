import { documentExample, analyzerExample, configExample, fixedExample, monitorExample } from '../testing/examples.ts';
import { realDocuments } from '../testing/real-documents.ts';
import { commonConfig, configShapes } from './config-facts.ts';
import { documentShapes } from './document-facts.ts';
import { type ExplainedKey, explainDocument } from './explain-document.ts';
import { keyVerdicts, type ShapeFacts } from './fact.ts';
import { paramsShapes } from './params-facts.ts';

/** Every path at which an object of a document has a key; columns of the entity schema together. */
function keysOf(value: unknown, path: string, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    value.forEach((entry, i) => keysOf(entry, `${path}[${i}]`, found));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      const isMap = /(entitySchema\.(columns|customMetrics)|\.?weights)$/.test(path);
      if (isMap) {
        keysOf(member, `${path}.*`, found);
      } else {
        found.add(at);
        keysOf(member, at, found);
      }
    }
  }
  return found;
}

function verdictOf(source: unknown, path: string): ExplainedKey | undefined {
  return explainDocument(source).find((row) => row.path === path);
}

describe('explainDocument', () => {
  const real = [...realDocuments()].filter(([name]) => name !== 'customerConfig.json');

  it.each(real)('speaks of every key of %s once', (_name, text) => {
    const rows = explainDocument(text);
    const object = JSON.parse(text) as { monitorConfig?: unknown };
    const wanted = 'monitorConfig' in object ? keysOf(object.monitorConfig, 'monitorConfig') : keysOf(object, '');
    const paths = rows.map(({ path }) => path);
    if (_name === 'EvaluateTargetMatrix.json') {
      expect(paths).toEqual(['profileTags', 'targetMatrix']);
      return;
    }
    const unknown = new Set(rows.filter(({ text: what }) => what.startsWith('Unknown')).map(({ path }) => path));
    // Nothing is said of what is inside an unknown key.
    const told = [...wanted].filter(
      (path) => ![...unknown].some((key) => path.startsWith(`${key}[`) || path.startsWith(`${key}.`))
    );
    expect([...paths].sort()).toEqual(told.sort());
    for (const { path, key, verdict, text: what } of rows) {
      expect(path.endsWith(key)).toBe(true);
      expect(keyVerdicts).toContain(verdict);
      expect(what).toMatch(/[.:]$/);
    }
  });

  it('says of a real document what a person needs to know', () => {
    const text = realDocuments().get('monitorConfigV3Sample.json') ?? '';
    const rows = explainDocument(text).filter(
      ({ verdict, path }) => verdict !== 'same' && path.startsWith('analyzers')
    );
    expect(rows.map(({ path, verdict }) => [path, verdict])).toEqual([
      ['analyzers[0].backfillGracePeriodDuration', 'corrected, verdict may differ'],
      ['analyzers[0].targetMatrix.include', 'ignored, as there'],
      ['analyzers[0].config.version', 'ignored, as there'],
      ['analyzers[0].config.metric', 'corrected, verdict may differ'],
      ['analyzers[1].dataReadinessDuration', 'corrected, verdict may differ'],
      ['analyzers[1].backfillGracePeriodDuration', 'corrected, verdict may differ'],
      ['analyzers[1].targetMatrix.include', 'ignored, as there'],
      ['analyzers[1].config.version', 'ignored, as there'],
      ['analyzers[2].backfillGracePeriodDuration', 'corrected, verdict may differ'],
      ['analyzers[2].targetMatrix.batchOffset', 'ignored, as there'],
      ['analyzers[2].targetMatrix.maxDelayBatchCount', 'ignored, as there'],
      ['analyzers[2].config.version', 'ignored, as there'],
      ['analyzers[2].config.minBatchSize', 'corrected, verdict may differ'],
    ]);
  });

  const analyzer = (changes: Readonly<Record<string, unknown>>) =>
    documentExample({ analyzers: [analyzerExample(changes)] });
  const config = (changes: Readonly<Record<string, unknown>>) => analyzer({ config: configExample(changes) });
  const fixed = (metric: string) => analyzer({ config: { type: 'fixed', metric, upper: 1 } });
  const monitor = (changes: Readonly<Record<string, unknown>>) =>
    documentExample({ monitors: [monitorExample(changes)] });
  const seasonal = (params: unknown) => ({ type: 'seasonal', metric: 'count', stddevTimeRanges: [], params });

  it.each([
    [config({ algorithm: 'psi' }), 'analyzers[0].config.algorithm', 'same'],
    [config({ algorithm: 'ks_test' }), 'analyzers[0].config.algorithm', 'never worked there, active here'],
    [config({ algorithm: 'variation_distance' }), 'analyzers[0].config.algorithm', 'never worked there, active here'],
    [config({ algorithm: 'wasserstein' }), 'analyzers[0].config.algorithm', 'better, named option'],
    [config({ algorithm: 'chi_square' }), 'analyzers[0].config.algorithm', 'better, named option'],
    [config({ bins: 'equal_mass' }), 'analyzers[0].config.bins', 'better, named option'],
    [config({ bins: 'equal_width' }), 'analyzers[0].config.bins', 'same'],
    [config({ minBatchSize: 1 }), 'analyzers[0].config.minBatchSize', 'corrected, verdict may differ'],
    [
      config({ baseline: { type: 'TrailingWindow', offset: 1 } }),
      'analyzers[0].config.baseline.offset',
      'ignored, as there',
    ],
    [config({ baseline: { type: 'CurrentBatch', offset: 1 } }), 'analyzers[0].config.baseline.offset', 'same'],
    [fixed('count'), 'analyzers[0].config.metric', 'same'],
    [fixed('mean'), 'analyzers[0].config.metric', 'corrected, verdict may differ'],
    [fixed('stddev'), 'analyzers[0].config.metric', 'corrected, verdict may differ'],
    [fixed('regression.mae'), 'analyzers[0].config.metric', 'corrected, verdict may differ'],
    [fixed('secondsSinceLastUpload'), 'analyzers[0].config.metric', 'corrected, verdict may differ'],
    [config({ metric: 'histogram' }), 'analyzers[0].config.metric', 'corrected, verdict may differ'],
    [config({ metric: 'frequent_items' }), 'analyzers[0].config.metric', 'same'],
    [
      analyzer({ config: { type: 'fixed', lower: 2, upper: 1 } }),
      'analyzers[0].config.lower',
      'corrected, verdict may differ',
    ],
    [analyzer({ config: { type: 'fixed', lower: 1, upper: 1 } }), 'analyzers[0].config.upper', 'same'],
    [analyzer({ config: { type: 'fixed', lower: 1 } }), 'analyzers[0].config.lower', 'same'],
    [analyzer({ config: { type: 'fixed', baseline: {} } }), 'analyzers[0].config.baseline', 'ignored, as there'],
    [
      analyzer({ config: { type: 'comparison', expected: { str: '-Infinity' } } }),
      'analyzers[0].config.expected',
      'corrected, verdict may differ',
    ],
    [
      analyzer({ config: { type: 'list_comparison', expected: [{ str: 'info' }] } }),
      'analyzers[0].config.expected',
      'same',
    ],
    [
      analyzer({ config: { type: 'comparison', baseline: {} } }),
      'analyzers[0].config.baseline',
      'corrected, verdict may differ',
    ],
    [fixed('shape_row_count'), 'analyzers[0].config.metric', 'never worked there, active here'],
    [fixed('unique_upper'), 'analyzers[0].config.metric', 'ignored, as there'],
    [
      analyzer({ config: { type: 'column_list', metric: 'column_list' } }),
      'analyzers[0].config.metric',
      'never worked there, active here',
    ],
    [analyzer({ config: { type: 'column_list', metric: 'field_list' } }), 'analyzers[0].config.metric', 'same'],
    [
      analyzer({ config: { type: 'conjunction', analyzerIds: [] } }),
      'analyzers[0].config.type',
      'never worked there, active here',
    ],
    [
      analyzer({ config: { type: 'disjunction', analyzerIds: [] } }),
      'analyzers[0].config.analyzerIds',
      'never worked there, active here',
    ],
    [
      analyzer({ config: { type: 'fixed', nConsecutive: 2 } }),
      'analyzers[0].config.nConsecutive',
      'never worked there, active here',
    ],
    [analyzer({ config: { type: 'comparison', operator: 'gt' } }), 'analyzers[0].config.operator', 'ignored, as there'],
    [analyzer({ config: { type: 'comparison', operator: 'eq' } }), 'analyzers[0].config.operator', 'same'],
    [analyzer({ config: seasonal({ m: '7' }) }), 'analyzers[0].config.params.m', 'corrected, verdict may differ'],
    [analyzer({ config: seasonal({ p: '7' }) }), 'analyzers[0].config.params.p', 'same'],
    [analyzer({ config: seasonal({}) }), 'analyzers[0].config.stddevTimeRanges', 'same'],
    [
      { ...analyzer({ config: seasonal({}) }), granularity: 'hourly' },
      'analyzers[0].config.stddevTimeRanges',
      'corrected, verdict may differ',
    ],
    [
      analyzer({ config: { type: 'stddev', params: { enableGrubb: 'true' } } }),
      'analyzers[0].config.params.enableGrubb',
      'same',
    ],
    [analyzer({ config: { type: 'fixed', params: { a: 'b' } } }), 'analyzers[0].config.params.a', 'ignored, as there'],
    [analyzer({ config: { type: 'constructor', metric: 'count' } }), 'analyzers[0].config.metric', 'ignored, as there'],
    [analyzer({ dataReadinessDuration: 'P1D' }), 'analyzers[0].dataReadinessDuration', 'corrected, verdict may differ'],
    [
      analyzer({ dataReadinessDuration: 'P2W' }),
      'analyzers[0].dataReadinessDuration',
      'never worked there, active here',
    ],
    [analyzer({ batchCoolDownPeriod: 'PT1H' }), 'analyzers[0].batchCoolDownPeriod', 'same'],
    [analyzer({ batchCoolDownPeriod: 'P1W' }), 'analyzers[0].batchCoolDownPeriod', 'never worked there, active here'],
    [analyzer({ targetMatrix: { type: 'column', include: ['a', '*'] } }), 'analyzers[0].targetMatrix.include', 'same'],
    [
      analyzer({ targetMatrix: { type: 'column', include: ['a', 'b*'] } }),
      'analyzers[0].targetMatrix.include',
      'never worked there, active here',
    ],
    [
      analyzer({ targetMatrix: { type: 'column', exclude: 'b?' } }),
      'analyzers[0].targetMatrix.exclude',
      'never worked there, active here',
    ],
    [analyzer({ targetMatrix: { include: ['*'] } }), 'analyzers[0].targetMatrix.include', 'ignored, as there'],
    [
      analyzer({ targetMatrix: { excludeSegments: [] } }),
      'analyzers[0].targetMatrix.excludeSegments',
      'corrected, verdict may differ',
    ],
    [
      analyzer({ targetMatrix: { excludeSegments: [{ tags: [] }] } }),
      'analyzers[0].targetMatrix.excludeSegments',
      'same',
    ],
    [analyzer({ targetMatrix: { profileId: 'a' } }), 'analyzers[0].targetMatrix.profileId', 'not done'],
    [monitor({ schedule: { type: 'immediate', exclusionRanges: [] } }), 'monitors[0].schedule', 'same'],
    [
      monitor({ schedule: { type: 'immediate', exclusionRanges: [] } }),
      'monitors[0].schedule.exclusionRanges',
      'ignored, as there',
    ],
    [
      monitor({ schedule: { type: 'cron', exclusionRanges: [] } }),
      'monitors[0].schedule',
      'corrected, verdict may differ',
    ],
    [
      monitor({ schedule: { type: 'cron', exclusionRanges: [] } }),
      'monitors[0].schedule.exclusionRanges',
      'corrected, verdict may differ',
    ],
    [
      monitor({ schedule: { type: 'fixed', cadence: 'daily' } }),
      'monitors[0].schedule.cadence',
      'corrected, verdict may differ',
    ],
    [
      analyzer({ schedule: { type: 'cron', cron: '0 0 * * *', exclusionRanges: [] } }),
      'analyzers[0].schedule.exclusionRanges',
      'same',
    ],
    [monitor({ disabled: true }), 'monitors[0].disabled', 'corrected, verdict may differ'],
    [
      monitor({ mode: { type: 'DIGEST', filter: { includeMetrics: ['classification_f1'] } } }),
      'monitors[0].mode.filter.includeMetrics',
      'corrected, verdict may differ',
    ],
    [
      monitor({ mode: { type: 'DIGEST', filter: { includeMetrics: ['mean'] } } }),
      'monitors[0].mode.filter.includeMetrics',
      'same',
    ],
    [
      monitor({ mode: { type: 'DIGEST', filter: { maxAlertCount: 3 } } }),
      'monitors[0].mode.filter.maxAlertCount',
      'corrected, verdict may differ',
    ],
    [
      monitor({ mode: { type: 'EVERY_ANOMALY', filter: {} } }),
      'monitors[0].mode.filter',
      'never worked there, active here',
    ],
    [monitor({ mode: { type: 'DIGEST', filter: {} } }), 'monitors[0].mode.filter', 'same'],
    [monitor({ mode: { type: 'DIGEST', groupBy: [] } }), 'monitors[0].mode.groupBy', 'ignored, as there'],
    [monitor({ actions: [] }), 'monitors[0].actions', 'same'],
    [monitor({ actions: [{ type: 'global' }] }), 'monitors[0].actions', 'not done'],
    [monitor({ metadata: { version: 1 } }), 'monitors[0].metadata.version', 'ignored, as there'],
    [documentExample({ metadata: { version: 1 } }), 'metadata.version', 'same'],
    [documentExample({ 'an unknown key': { inner: 1 } }), '["an unknown key"]', 'ignored, as there'],
    [documentExample({ entitySchema: { columns: { a: { hidden: true } } } }), 'entitySchema.columns.*.hidden', 'same'],
    [
      documentExample({ weightConfig: { segmentWeights: [{ weights: {} }] } }),
      'weightConfig.segmentWeights[0].weights',
      'same',
    ],
    [documentExample({ analyzers: fixedExample() }), 'analyzers.id', 'same'],
  ])('%#: %s', (source, path, verdict) => {
    expect(verdictOf(source, path)?.verdict).toBe(verdict);
  });

  it('knows custom metrics by their names', () => {
    const source = documentExample({
      entitySchema: { customMetrics: { late: { column: 'delay', builtinMetric: 'mean' } } },
      analyzers: [fixedExample({ config: { type: 'fixed', metric: 'late' } })],
    });
    expect(verdictOf(source, 'analyzers[0].config.metric')?.verdict).toBe('never worked there, active here');
    expect(verdictOf(source, 'entitySchema.customMetrics.*.column')?.verdict).toBe('same');
  });

  it('says once what thousands of columns say', () => {
    const columns = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`c${i}`, { hidden: false }]));
    expect(
      explainDocument(documentExample({ entitySchema: { columns } })).filter(({ key }) => key === 'hidden')
    ).toHaveLength(1);
  });

  it('says nothing of what is no document', () => {
    expect(explainDocument('{')).toEqual([]);
    expect(explainDocument(7)).toEqual([]);
  });

  it('says of an unknown key that it has no effect', () => {
    expect(explainDocument({ x: 1 })).toEqual([
      { path: 'x', key: 'x', verdict: 'ignored, as there', text: 'Unknown; kept, without effect.' },
    ]);
  });
});

describe('the table of facts', () => {
  const shapes: readonly ShapeFacts[] = [
    ...Object.values(documentShapes),
    commonConfig,
    ...Object.values(configShapes),
    ...Object.values(paramsShapes),
  ];

  it('has for each key one last fact that is for all values', () => {
    for (const { name, keys } of shapes) {
      for (const [key, facts] of Object.entries(keys)) {
        expect([name, key, facts.at(-1)?.when]).toEqual([name, key, undefined]);
        expect([name, key, facts.slice(0, -1).every(({ when }) => when !== undefined)]).toEqual([name, key, true]);
        expect(facts.every(({ text }) => /\.$/.test(text))).toBe(true);
      }
    }
  });

  it('has a name for each kind of object', () => {
    expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  });
});

import {
  analyzerExample,
  configExample,
  documentExample,
  fixedExample,
  lines,
  monitorExample,
} from '../testing/examples.ts';
import { type SaveContext, saveProblems } from './save-problems.ts';

function problems(source: unknown, context: SaveContext = {}): readonly string[] {
  return lines(saveProblems(source, context));
}

const withConfig = (changes: Readonly<Record<string, unknown>>) =>
  documentExample({ analyzers: [analyzerExample({ config: configExample(changes) })] });

const metadata = { version: 3, author: 'system', updatedTimestamp: 1 };

describe('saveProblems', () => {
  it.each([
    ['an object', documentExample()],
    ['a text', JSON.stringify(documentExample())],
    ['YAML', 'orgId: org-1\ndatasetId: model-1\ngranularity: daily\nanalyzers: []\nmonitors: []\n'],
    ['a request', { monitorConfig: documentExample() }],
    ['a monitor', documentExample({ monitors: [monitorExample()] })],
    ['ours', withConfig({ algorithm: 'wasserstein' })],
  ])('does not hold up %s', (_name, source) => {
    expect(saveProblems(source).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  describe('rule 1: the schema', () => {
    it('needs a document', () => {
      expect(problems('[]')).toEqual([
        'error: a monitor document is an object with orgId, datasetId, granularity and analyzers, not a list. Remedy: export the document again',
      ]);
    });

    it.each([
      [documentExample({ monitors: undefined }), 'error monitors: monitors is missing. Remedy: add it'],
      [
        documentExample({ orgId: undefined }),
        "error orgId: orgId is missing; WhyLabs' engine leaves out such a document. Remedy: add it",
      ],
      [
        documentExample({ datasetId: 'a b' }),
        'error datasetId: "a b" is not allowed. Remedy: letters, digits, "-", "_" and "." are allowed',
      ],
      [documentExample({ orgId: 'x'.repeat(101) }), 'error orgId: it has 101 characters. Remedy: at most 100'],
      [documentExample({ schemaVersion: 2 }), 'error schemaVersion: 2 is not allowed here. Remedy: 1'],
      [
        documentExample({ granularity: 'Daily' }),
        'error granularity: "Daily" is none of hourly, daily, weekly, monthly',
      ],
      [documentExample({ extra: 1 }), 'error extra: this key is not allowed here. Remedy: remove it'],
      [documentExample({ orgid: 1 }), 'error orgid: this key is not allowed here. Remedy: is "orgId" meant?'],
      [documentExample({ 'a key': 1 }), 'error ["a key"]: this key is not allowed here. Remedy: remove it'],
      [
        withConfig({ version: 1 }),
        'error analyzers[0].config.version: this key is not allowed here. Remedy: remove it',
      ],
      [withConfig({ threshold: '.003' }), 'error analyzers[0].config.threshold: a number is expected, not ".003"'],
      [
        withConfig({ minBatchSize: 0 }),
        'error analyzers[0].config.minBatchSize: 0 is out of range. Remedy: at least 1',
      ],
      [
        withConfig({ baseline: { type: 'TrailingWindow', size: 3 } }),
        'error analyzers[0].config.baseline.size: 3 is out of range. Remedy: at least 4',
      ],
      [
        withConfig({ baseline: { type: 'TrailingWindow', size: 91 } }),
        'error analyzers[0].config.baseline.size: 91 is out of range. Remedy: at most 90',
      ],
      [
        withConfig({ baseline: { type: 'TrailingWindow' } }),
        'error analyzers[0].config.baseline.size: size is missing. Remedy: add it',
      ],
      [withConfig({ params: { a: 1 } }), 'error analyzers[0].config.params.a: a text is expected, not 1'],
      [
        documentExample({ analyzers: [analyzerExample({ id: 'short' })] }),
        'error analyzers[0].id: it has 5 characters. Remedy: at least 10',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ id: 'with spaces' })] }),
        'error analyzers[0].id: "with spaces" is not allowed. Remedy: letters, digits, "-" and "_" are allowed',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ displayName: 'what? nothing' })] }),
        'error analyzers[0].displayName: "what? nothing" is not allowed. Remedy: letters, digits, spaces, "-" and "_" are allowed',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ tags: ['ab'] })] }),
        'error analyzers[0].tags[0]: it has 2 characters. Remedy: at least 3',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ dataReadinessDuration: 'PT90S' })] }),
        'error analyzers[0].dataReadinessDuration: "PT90S" is not allowed. Remedy: a duration has days, hours and minutes, as in P1D or P1DT18H',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ targetMatrix: { type: 'column', include: '*' } })] }),
        'error analyzers[0].targetMatrix.include: a list is expected, not "*"',
      ],
      [
        documentExample({
          analyzers: [analyzerExample({ targetMatrix: { type: 'column', include: ['*'], exclude: [{ a: 1 }] } })],
        }),
        'error analyzers[0].targetMatrix.exclude[0]: a text is expected, not an object',
      ],
      [
        documentExample({
          analyzers: [
            fixedExample({
              targetMatrix: { type: 'dataset', segments: [{ tags: [{ key: 'a' }] }] },
              config: { type: 'fixed', metric: 'missingDatapoint', upper: 0 },
            }),
          ],
        }),
        'error analyzers[0].targetMatrix.segments[0].tags[0].value: value is missing. Remedy: add it',
      ],
      [
        documentExample({
          analyzers: [
            fixedExample({
              config: { type: 'list_comparison', metric: 'count', operator: 'in', expected: [{ int: 1, str: '1' }] },
            }),
          ],
        }),
        'error analyzers[0].config.expected[0]: it has 2 keys. Remedy: at most 1',
      ],
      [
        documentExample({ metadata: { version: 1, author: 'a', updatedTimestamp: 0 } }),
        'error metadata.updatedTimestamp: 0 is out of range. Remedy: more than 0',
      ],
      [
        documentExample({ monitors: [monitorExample({ schedule: { type: 'often' } })] }),
        'error monitors[0].schedule.type: "often" is none of fixed, cron, immediate',
      ],
      [
        documentExample({ monitors: [monitorExample({ mode: {} })] }),
        'error monitors[0].mode.type: the mode is missing. Remedy: {"type": "DIGEST"} or {"type": "EVERY_ANOMALY"}',
      ],
      [
        documentExample({
          monitors: [monitorExample({ analyzerIds: Array.from({ length: 101 }, () => 'drift-analyzer') })],
        }),
        'error monitors[0].analyzerIds: it has 101 entries. Remedy: at most 100',
      ],
      [
        withConfig({ baseline: { type: 7 } }),
        'error analyzers[0].config.baseline.type: "7" is none of TrailingWindow, TimeRange, Reference, CurrentBatch',
      ],
      [
        withConfig({ baseline: {} }),
        'error analyzers[0].config.baseline.type: the type of the baseline is missing. Remedy: add TrailingWindow, TimeRange, Reference or CurrentBatch',
      ],
      [
        documentExample({ entitySchema: { columns: { 'a/b~c': { discreteness: 'some', dataType: 'string' } } } }),
        'error entitySchema: ',
      ],
    ])('%#', (source, text) => {
      const found = problems(source);
      if (text.endsWith(': ')) {
        // The parser names the place already; only that one problem is told of it.
        expect(found).toEqual([
          'error entitySchema.columns["a/b~c"].discreteness: "some" is none of discrete, continuous',
        ]);
      } else {
        expect(found).toContain(text);
        expect(found.filter((line) => line.startsWith('error'))).toEqual([text]);
      }
    });

    it('takes at most 1000 analyzers and monitors', () => {
      const analyzers = Array.from({ length: 1001 }, (_, i) => fixedExample({ id: `fixed-analyzer-${i}` }));
      expect(problems(documentExample({ analyzers }))).toEqual([
        'error analyzers: it has 1001 entries. Remedy: at most 1000',
      ]);
      const monitors = Array.from({ length: 1001 }, (_, i) => monitorExample({ id: `drift-monitor-${i}` }));
      expect(problems(documentExample({ monitors }))).toEqual([
        'error monitors: it has 1001 entries. Remedy: at most 1000',
      ]);
    });
  });

  it('rule 2: the document is of the organisation and dataset that are addressed', () => {
    expect(problems(documentExample(), { orgId: 'org-1', datasetId: 'model-1' })).toEqual([]);
    expect(problems(documentExample(), { orgId: 'org-2', datasetId: 'model-2' })).toEqual([
      'error orgId: the document is of orgId "org-1" and is to be saved for "org-2". Remedy: "org-2"',
      'error datasetId: the document is of datasetId "model-1" and is to be saved for "model-2". Remedy: "model-2"',
    ]);
  });

  it.each([
    ['drift', analyzerExample(), true],
    ['fixed', fixedExample(), false],
  ])('rule 3: a constraint of type %s', (type, analyzer, isRefused) => {
    expect(problems(documentExample({ analyzers: [{ ...analyzer, tags: ['whylabs.constraint'] }] }))).toEqual(
      isRefused
        ? [
            `error analyzers[0].tags: the tag whylabs.constraint marks a constraint, which is fixed, conjunction or disjunction and not ${type}. Remedy: remove the tag`,
          ]
        : []
    );
  });

  it('rule 3: a constraint without a type, and tags of other names', () => {
    const analyzers = (tags: unknown) => [fixedExample({ tags, config: { metric: 'mean' } })];
    const found = (tags: unknown) =>
      problems(documentExample({ analyzers: analyzers(tags) })).filter((line) => line.includes('.tags'));
    expect(found(['other-tag', 'whylabs.constraint'])).toEqual([
      'error analyzers[0].tags: the tag whylabs.constraint marks a constraint, which is fixed, conjunction or disjunction and not without a type. Remedy: remove the tag',
    ]);
    expect(found(['other-tag'])).toEqual([]);
    expect(found([7, null])).toEqual([
      'error analyzers[0].tags[0]: a text is expected, not 7',
      'error analyzers[0].tags[1]: a text is expected, not null',
    ]);
  });

  it.each(['comparison', 'list_comparison'])('rule 4: %s with nothing to compare with', (type) => {
    const config = { type, metric: 'mean', operator: type === 'comparison' ? 'eq' : 'in' };
    expect(problems(documentExample({ analyzers: [fixedExample({ config })] }))).toEqual([
      'error analyzers[0].config: there is neither an expected value nor a baseline to compare with. Remedy: add expected or baseline',
    ]);
  });

  it.each([
    [
      'frequent_items',
      'group:continuous',
      '"group:continuous" does not go with the metric frequent_items. Remedy: group:discrete, or the metric histogram',
    ],
    [
      'histogram',
      'group:discrete',
      '"group:discrete" does not go with the metric histogram. Remedy: group:continuous, or the metric frequent_items',
    ],
    ['frequent_items', 'group:discrete', null],
    ['histogram', 'group:continuous', null],
  ])('rules 5 and 6: %s of %s', (metric, group, text) => {
    const analyzers = [
      analyzerExample({ config: configExample({ metric }), targetMatrix: { type: 'column', include: ['a', group] } }),
    ];
    expect(problems(documentExample({ analyzers }))).toEqual(
      text === null ? [] : [`error analyzers[0].targetMatrix.include[1]: ${text}`]
    );
  });

  it.each([
    [{ type: 'fixed', metric: 'mean', lower: 2, upper: 1 }, 'lower', 'lower 2 is above upper 1. Remedy: swap them'],
    [{ type: 'fixed', metric: 'mean', lower: 1, upper: 1 }, null, ''],
    [
      {
        type: 'stddev',
        metric: 'mean',
        minLowerThreshold: 2,
        maxUpperThreshold: 1,
        baseline: { type: 'TrailingWindow', size: 7 },
      },
      'minLowerThreshold',
      'minLowerThreshold 2 is above maxUpperThreshold 1. Remedy: swap them',
    ],
    [
      {
        type: 'seasonal',
        metric: 'mean',
        minLowerThreshold: 2,
        maxUpperThreshold: 1,
        baseline: { type: 'TrailingWindow', size: 7 },
      },
      'minLowerThreshold',
      'minLowerThreshold 2 is above maxUpperThreshold 1. Remedy: swap them',
    ],
    [
      {
        type: 'stddev',
        metric: 'mean',
        minLowerThreshold: 1,
        maxUpperThreshold: 1,
        baseline: { type: 'TrailingWindow', size: 7 },
      },
      null,
      '',
    ],
  ])('rule 7: the order of bounds in %j', (config, key, text) => {
    expect(problems(documentExample({ analyzers: [fixedExample({ config })] }))).toEqual(
      key === null ? [] : [`error analyzers[0].config.${key}: ${text}`]
    );
  });

  it('rule 8: single profiles and a baseline', () => {
    expect(problems(documentExample({ analyzers: [analyzerExample({ disableTargetRollup: true })] }))).toEqual([
      'error analyzers[0].disableTargetRollup: single profiles cannot be compared with a baseline of batches. Remedy: remove disableTargetRollup or the baseline',
    ]);
    expect(problems(documentExample({ analyzers: [fixedExample({ disableTargetRollup: true })] }))).toEqual([]);
    expect(problems(documentExample({ analyzers: [analyzerExample({ disableTargetRollup: false })] }))).toEqual([]);
  });

  it('rule 9: a monitor with several analyzers', () => {
    const monitors = [monitorExample({ analyzerIds: ['drift-analyzer', 'drift-analyzer'] })];
    expect(problems(documentExample({ monitors }))).toEqual([
      'error monitors[0].analyzerIds: a monitor has one analyzer, this one has 2. Remedy: one monitor for each',
    ]);
  });

  it('rule 10: ids and names that are taken', () => {
    const source = documentExample({
      analyzers: [analyzerExample(), analyzerExample()],
      monitors: [
        monitorExample({ displayName: 'Drift of all' }),
        monitorExample({ displayName: 'Drift of all' }),
        monitorExample({ id: 'other-monitor', displayName: 'Another one' }),
      ],
    });
    expect(problems(source)).toEqual([
      'error analyzers[1].id: the id "drift-analyzer" is taken by analyzers[0]. Remedy: give this analyzer one of its own',
      'error monitors[1].id: the id "drift-monitor" is taken by monitors[0]. Remedy: give this monitor one of its own',
      'error monitors[1].displayName: the displayName "Drift of all" is taken by monitors[0]. Remedy: give this monitor one of its own',
    ]);
  });

  it.each([
    [
      { type: 'email', target: 'a' },
      ['a'],
      'type: an action of type "email" cannot be saved. Remedy: "global" with the id of an action',
    ],
    [{ type: 'global' }, ['a'], 'target: a global action needs a target. Remedy: add the id of an action'],
    [
      { type: 'global', target: '' },
      undefined,
      'target: a global action needs a target. Remedy: add the id of an action',
    ],
    [{ type: 'global', target: 'b' }, ['a', 'c'], 'target: there is no action "b". Remedy: one of a, c'],
    [{ type: 'global', target: 'b' }, [], 'target: there is no action "b". Remedy: create it'],
    [{ target: 'a' }, [], 'type: type is missing. Remedy: add it'],
    [{ type: 'global', target: 'a' }, ['a'], null],
    [{ type: 'global', target: 'b' }, undefined, null],
  ])('rule 11: the action %j', (action, actionIds, text) => {
    const source = documentExample({ monitors: [monitorExample({ actions: [action] })] });
    expect(problems(source, actionIds === undefined ? {} : { actionIds })).toEqual(
      text === null ? [] : [`error monitors[0].actions[0].${text}`]
    );
  });

  it.each([
    'profile.last_ingestion_time',
    'profile.first_ingestion_time',
    'unique_upper',
    'unique_upper_ratio',
    'unique_lower',
    'unique_lower_ratio',
  ])('rule 12: the metric %s', (metric) => {
    const analyzers = [fixedExample({ config: { type: 'fixed', metric, upper: 1 } })];
    expect(problems(documentExample({ analyzers }))).toEqual([
      `error analyzers[0].config.metric: the metric ${metric} is not supported. Remedy: choose another`,
    ]);
  });

  it('rule 12: experimental analyzers', () => {
    const analyzers = [fixedExample({ config: { type: 'experimental', metric: 'mean', implementation: 'x' } })];
    expect(problems(documentExample({ analyzers }))).toEqual([
      'error analyzers[0].config.type: "experimental" analyzers compute nothing, at WhyLabs either. Remedy: remove it',
    ]);
  });

  it.each([undefined, 1])('rule 14: monotonic with a targetSize of %s', (targetSize) => {
    const config = { type: 'monotonic', metric: 'count', direction: 'INCREASING' };
    const text =
      'error analyzers[0].targetSize: monotonic needs a targetSize of at least 2. Remedy: add it; 2 gives one step';
    expect(problems(documentExample({ analyzers: [fixedExample({ config, targetSize })] }))).toEqual([text]);
    expect(problems(documentExample({ analyzers: [fixedExample({ config, targetSize: 2 })] }))).toEqual([]);
  });

  it.each(['datasetTimestampOffset', 'creationTimeOffset'])('rule 15: %s is a duration', (key) => {
    const monitors = [monitorExample({ mode: { type: 'DIGEST', [key]: 'a week' } })];
    expect(problems(documentExample({ monitors }))).toEqual([
      `error monitors[0].mode.${key}: "a week" is no ISO 8601 duration. Remedy: write it like P1D, PT4H or P1DT18H`,
    ]);
    const long = [monitorExample({ mode: { type: 'DIGEST', [key]: 'P0000000000000000001D' } })];
    expect(problems(documentExample({ monitors: long }))).toEqual([
      `error monitors[0].mode.${key}: it has 21 characters. Remedy: at most 20`,
    ]);
  });

  describe('rule 16: metadata', () => {
    const stored = documentExample({
      metadata,
      analyzers: [analyzerExample({ metadata })],
      monitors: [monitorExample({ metadata })],
    });

    it('may stay, and the whole document may leave them out', () => {
      expect(problems(stored, { stored })).toEqual([]);
      expect(problems(stored)).toEqual([]);
      expect(problems(documentExample({ ...stored, metadata: undefined }), { stored })).toEqual([]);
      expect(problems(documentExample(), { stored: null })).toEqual([]);
      // Of another order of keys, and as text.
      expect(
        problems(stored, {
          stored: JSON.stringify({ ...stored, metadata: { author: 'system', updatedTimestamp: 1, version: 3 } }),
        })
      ).toEqual([]);
    });

    it.each([
      [{ metadata: { ...metadata, author: 'me' } }, 'metadata', 'were changed', 'load the document again'],
      [
        { metadata: { ...metadata, version: 2 } },
        'metadata',
        'are older than what is stored',
        'load the document again',
      ],
      [{ metadata: { ...metadata, version: 4 } }, 'metadata', 'were changed', 'load the document again'],
      [{ analyzers: [analyzerExample()] }, 'analyzers[0].metadata', 'were removed', 'load the document again'],
      [
        { analyzers: [analyzerExample({ metadata }), fixedExample({ metadata })] },
        'analyzers[1].metadata',
        'were added',
        'remove them',
      ],
      [
        { monitors: [monitorExample({ metadata: { ...metadata, version: 1 } })] },
        'monitors[0].metadata',
        'are older than what is stored',
        'load the document again',
      ],
    ])('%#', (changes, path, what, remedy) => {
      expect(problems(documentExample({ ...stored, ...changes }), { stored })).toEqual([
        `error ${path}: the metadata ${what}; only saving changes them. Remedy: ${remedy}`,
      ]);
    });

    it('are not there before the first saving', () => {
      expect(problems(documentExample({ metadata }), { stored: null })).toEqual([
        'error metadata: the metadata were added; only saving changes them. Remedy: remove them',
      ]);
    });
  });

  describe('the extra checks', () => {
    it.each([
      [
        withConfig({ threshold: undefined }),
        "error analyzers[0].config.threshold: drift needs a threshold; the engine has no default. Remedy: write it out, such as 0.7, the schema's default",
      ],
      [
        documentExample({
          analyzers: [fixedExample({ targetSize: 2, config: { type: 'monotonic', metric: 'count' } })],
        }),
        'error analyzers[0].config.direction: monotonic needs a direction; the engine has no default. Remedy: add INCREASING or DECREASING',
      ],
      [
        withConfig({ baseline: { type: 'CurrentBatch' } }),
        'error analyzers[0].config.baseline.offset: CurrentBatch needs the number of buckets before the target. Remedy: add offset, such as 1; 0 is the target itself',
      ],
      [
        documentExample({
          analyzers: [
            fixedExample({
              config: {
                type: 'diff',
                metric: 'mean',
                mode: 'abs',
                threshold: -1,
                baseline: { type: 'TrailingWindow', size: 7 },
              },
            }),
          ],
        }),
        'error analyzers[0].config.threshold: the threshold -1 is negative, and a difference never is. Remedy: 1, and thresholdType for one side',
      ],
      [
        withConfig({ minBatchSize: 8 }),
        "warning analyzers[0].config.minBatchSize: minBatchSize 8 is more than the window's 7 buckets, so a full window is required. Remedy: at most 7",
      ],
      [
        documentExample({ analyzers: [fixedExample({ config: { type: 'fixed', metric: 'mean' } })] }),
        'warning analyzers[0].config: there is neither a lower nor an upper bound, so it never alerts. Remedy: add lower, upper or both',
      ],
      [
        documentExample({ monitors: [monitorExample({ analyzerIds: ['no-such-analyzer'] })] }),
        'warning monitors[0].analyzerIds[0]: there is no analyzer "no-such-analyzer", so this monitor hears nothing of it. Remedy: add the analyzer or correct the id',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ schedule: { type: 'immediate' } })] }),
        'error analyzers[0].schedule.type: an analyzer cannot have an immediate schedule, only a monitor can. Remedy: {"type": "fixed", "cadence": "daily"} or a cron expression',
      ],
      [
        documentExample({ analyzers: [fixedExample({ config: { type: 'fixed', metric: 'happiness', upper: 1 } })] }),
        'error analyzers[0].config.metric: "happiness" is no metric. Remedy: choose one of the list in docs/compatibility.md',
      ],
      [
        documentExample({
          analyzers: [fixedExample({ config: { type: 'fixed', metric: 'secondsSinceLastUpload', upper: 1 } })],
        }),
        'warning analyzers[0].targetMatrix.type: "secondsSinceLastUpload" is a metric of the dataset, so a target of type "column" has no value. Remedy: type "dataset"',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ dataReadinessDuration: 'P1M' })] }),
        'error analyzers[0].dataReadinessDuration: "P1M" counts in months, which have no exact length. Remedy: write it in days, as P30D',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ dataReadinessDuration: 'P2W' })] }),
        'note analyzers[0].dataReadinessDuration: "P2W" counts in weeks, each 7 days here; WhyLabs\' engine could not read weeks',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ schedule: { type: 'cron', cron: '0 0 * *' } })] }),
        'error analyzers[0].schedule.cron: "0 0 * *" is no cron expression: it has 4 fields; there are 5, or 6 with seconds first. Remedy: write it like 0 0 * * *',
      ],
      [
        documentExample({ analyzers: [analyzerExample({ targetMatrix: undefined })] }),
        'warning analyzers[0].targetMatrix: an analyzer without a targetMatrix analyses nothing. Remedy: {"type": "column", "include": ["*"]}',
      ],
      [
        documentExample({ monitors: [monitorExample({ mode: { type: 'EVERY_ANOMALY', filter: {} } })] }),
        'note monitors[0].mode.filter: WhyLabs ignored the filter of EVERY_ANOMALY; here it is applied',
      ],
    ])('%#', (source, text) => {
      expect(problems(source)).toEqual([text]);
    });
  });

  it('looks at what is there, whatever is broken around it', () => {
    expect(problems(documentExample({ analyzers: 7, monitors: { id: 1 } }))).toEqual([
      'error analyzers: a list is expected, not 7',
      'error monitors: a list is expected, not an object',
      'error analyzers[0]: an object is expected, not 7',
      expect.stringMatching(/^error monitors\[0\]/),
      'warning monitors[0].schedule: a monitor without a schedule never runs. Remedy: {"type": "immediate"}',
      'note monitors[0].id: 1 is read as a text. Remedy: put it in quotes',
    ]);
    const analyzers = [null, fixedExample({ id: 7, config: null, targetMatrix: 'x' })];
    expect(problems(documentExample({ analyzers })).every((line) => /analyzers\[[01]\]/.test(line))).toBe(true);
  });

  it('tells errors first, then warnings, then notes', () => {
    const source = documentExample({
      analyzers: [
        analyzerExample({ dataReadinessDuration: 'P2W' }),
        fixedExample({ config: { type: 'fixed', metric: 'mean' } }),
      ],
      monitors: [monitorExample({ analyzerIds: ['drift-analyzer', 'fixed-analyzer'] })],
    });
    expect(saveProblems(source).map(({ severity }) => severity)).toEqual(['error', 'warning', 'note']);
  });
});

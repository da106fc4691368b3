import type { ProblemCode } from '../problem.ts';
import { analyzerExample, configExample, documentExample, fixedExample } from '../testing/examples.ts';
import { saveProblems } from './save-problems.ts';

const ofAnalyzer = (changes: object) => documentExample({ analyzers: [analyzerExample({ ...changes })] });
const ofConfig = (config: object) => ofAnalyzer({ config });
const ofFixed = (config: object) =>
  documentExample({ analyzers: [fixedExample({ config: { type: 'fixed', metric: 'mean', ...config } })] });

const config = 'analyzers[0].config';

it.each<[string, object, string, ProblemCode]>([
  ['a key that is missing', documentExample({ monitors: undefined }), 'monitors', 'missing'],
  ['a key that is not known', documentExample({ extra: 1 }), 'extra', 'unknown-key'],
  ['a wrong type', documentExample({ orgId: [] }), 'orgId', 'wrong-type'],
  ['a value that is not known', documentExample({ granularity: 'yearly' }), 'granularity', 'unknown-value'],
  ['a value that is another', documentExample({ schemaVersion: 2 }), 'schemaVersion', 'unknown-value'],
  ['a type that is not known', ofConfig({ type: 'magic', metric: 'mean' }), `${config}.type`, 'unsupported'],
  ['a text that is too long', documentExample({ orgId: 'x'.repeat(101) }), 'orgId', 'length'],
  ['a text of other letters', documentExample({ datasetId: 'a b' }), 'datasetId', 'pattern'],
  [
    'a number beyond its bounds',
    ofConfig(configExample({ minBatchSize: 0 })),
    `${config}.minBatchSize`,
    'out-of-range',
  ],
  ['a constraint of another type', ofAnalyzer({ tags: ['whylabs.constraint'] }), 'analyzers[0].tags', 'contradiction'],
  ['no side to compare with', ofConfig({ type: 'comparison', metric: 'mean', operator: 'eq' }), config, 'missing'],
  [
    'no list to compare with',
    ofConfig({ type: 'list_comparison', metric: 'inferred_data_type', operator: 'in' }),
    config,
    'missing',
  ],
  [
    'a sketch of the wrong kind',
    ofAnalyzer({ targetMatrix: { type: 'column', include: ['a', 'group:discrete'] } }),
    'analyzers[0].targetMatrix.include[1]',
    'contradiction',
  ],
  [
    'the same as the first',
    ofAnalyzer({ targetMatrix: { type: 'column', include: ['group:discrete'] } }),
    'analyzers[0].targetMatrix.include[0]',
    'contradiction',
  ],
  ['bounds in the wrong order', ofFixed({ lower: 2, upper: 1 }), `${config}.lower`, 'contradiction'],
  [
    'profiles one by one and a baseline',
    ofAnalyzer({ disableTargetRollup: true }),
    'analyzers[0].disableTargetRollup',
    'contradiction',
  ],
  ['a metric that is refused', ofFixed({ metric: 'unique_lower', upper: 1 }), `${config}.metric`, 'unsupported'],
  [
    'a target of one bucket',
    ofConfig({ type: 'monotonic', metric: 'count', direction: 'INCREASING', numBuckets: 1 }),
    'analyzers[0].targetSize',
    'out-of-range',
  ],
  [
    'a cron expression that is none',
    ofAnalyzer({ schedule: { type: 'cron', cron: '0 0 * *' } }),
    'analyzers[0].schedule.cron',
    'cron',
  ],
  [
    'a cron expression that no batch meets',
    ofAnalyzer({ schedule: { type: 'cron', cron: '5 9 * * *' } }),
    'analyzers[0].schedule.cron',
    'never-runs',
  ],
])('%s', (_, source, path, code) => {
  expect(saveProblems(source).filter((problem) => problem.path === path)).toContainEqual(
    expect.objectContaining({ path, code })
  );
});

it.each([
  ['bounds of which one is missing', ofFixed({ upper: 1 })],
  ['equal bounds', ofFixed({ lower: 1, upper: 1 })],
  ['a comparison with an expected value', ofConfig({ type: 'comparison', metric: 'mean', expected: { float: 1 } })],
  ['groups that go with the metric', ofAnalyzer({ targetMatrix: { type: 'column', include: ['group:continuous'] } })],
])('nothing is wrong with %s', (_, source) => {
  expect(saveProblems(source).filter(({ code }) => code === 'contradiction' || code === 'missing')).toEqual([]);
});

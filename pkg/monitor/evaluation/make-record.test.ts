import { analyzerOf, on, profile, World } from './testing/world.ts';

const world = new World().put('1', profile('2013-03-01', [{ a: 5, b: 5 }], { segmentTags: { city: 'york' } }));
const config = { type: 'fixed', metric: 'mean', upper: 4 };

it('a record says everything of its analysis', async () => {
  const analyzer = analyzerOf(config, { version: 7, metadata: { version: 3 }, tags: ['fare', 'money'] });
  const monitor = { schedule: { type: 'immediate' }, mode: { type: 'DIGEST' }, actions: [] };
  const monitors = [
    { ...monitor, id: 'monitor-1', analyzerIds: ['analyzer-1'] },
    { ...monitor, id: 'monitor-2', analyzerIds: ['analyzer-1'], disabled: true },
    { ...monitor, id: 'monitor-3', analyzerIds: ['another-1'] },
  ];
  const document = { analyzers: [analyzer], monitors, metadata: { version: 12 } };
  const { record } = on(await world.evaluate(document, 'analyzer-1'), '03-01');
  expect(record).toEqual({
    analysisId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    orgId: 'org-1',
    datasetId: 'd',
    column: 'a',
    segment: '',
    granularity: 'daily',
    datasetTimestamp: Date.parse('2013-03-01'),
    creationTimestamp: Date.parse('2013-04-01'),
    targetLevel: 'column',
    metric: 'mean',
    analyzerId: 'analyzer-1',
    analyzerType: 'fixed',
    analyzerVersion: 7,
    analyzerConfigVersion: 3,
    monitorConfigVersion: 12,
    analyzerTags: ['fare', 'money'],
    monitorIds: ['monitor-1'],
    verdictState: 'final',
    targetCount: 1,
    targetBatchesWithProfileCount: 1,
    baselineCount: 0,
    baselineBatchesWithProfileCount: 0,
    expectedBaselineCount: 0,
    expectedBaselineSuppressionThreshold: 3,
    segmentWeight: null,
    disableTargetRollup: false,
    threshold_metricValue: 5,
    threshold_absoluteLower: null,
    threshold_absoluteUpper: 4,
    anomalyCount: 1,
    failureType: null,
    failureExplanation: null,
    explanation: 'mean is 5, above the upper bound 4',
  });
});

it('its id is that of the analysis: other columns, segments, days, analyzers have others, later runs the same', async () => {
  const segments = [{ tags: [] }, { tags: [{ key: 'city', value: 'york' }] }];
  const everywhere = { targetMatrix: { type: 'column', include: ['*'], segments } };
  world.put('2', profile('2013-03-02', [{ a: 5 }]));
  const idsOf = async (changes: object, now: string) => {
    const { found } = await world.judge(config, { ...everywhere, ...changes }, { now });
    return found.flatMap(({ record }) => record?.analysisId ?? []);
  };
  const ids = await idsOf({}, '2013-04-01');
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
  expect(await idsOf({}, '2014-04-01')).toEqual(ids);
  expect(await idsOf({ config: { ...config, upper: 100 } }, '2013-04-01')).toEqual(ids);
});

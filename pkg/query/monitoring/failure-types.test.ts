import type { FailureType } from '../../contract/index.ts';
import { failureTypes } from '../../contract/index.ts';
import { parseMonitorDocument } from '../../monitor/index.ts';
import { ask, column, profileOf, sessionOf } from '../testing/ask.ts';
import { withDamagedLastColumn } from '../testing/damage.ts';
import { analyzerOf, documentOf, monitoredStore, noticesOf } from '../testing/monitored.ts';

// Every type of failure that WhyLabs' results have, the way to it here, and its sentence. docs/compatibility.md lists
// them too.
const week = { from: '2013-03-01', to: '2013-03-08' };
const trailing = { type: 'TrailingWindow', size: 4 };
const reached = new Set<FailureType>();

describe('a document that cannot be evaluated names the type where it is read', () => {
  it.each<[FailureType, object, string]>([
    [
      'InvalidJson',
      { config: { type: 'fixed', metric: 'mean', upper: 'much' } },
      'analyzers[0].config.upper: a number is expected, not "much"',
    ],
    [
      'ConfigMissingRequiredField',
      { config: { type: 'drift', metric: 'histogram', threshold: 0.5 } },
      'analyzers[0].config.baseline: this analyzer needs a baseline. Remedy: add one, such as {"type": "TrailingWindow", "size": 7}',
    ],
    [
      'UnknownCalculation',
      { config: { type: 'experimental', metric: 'mean' } },
      'analyzers[0].config.type: "experimental" analyzers compute nothing, at WhyLabs either. Remedy: remove it',
    ],
    [
      'UnknownMetric',
      { config: { type: 'fixed', metric: 'variance', upper: 1 } },
      'analyzers[0].config.metric: "variance" never has a value for analyzers, at WhyLabs either. Remedy: choose another metric',
    ],
    [
      'IncompatibleTypes',
      { schedule: { type: 'immediate' } },
      'analyzers[0].schedule.type: an analyzer cannot have an immediate schedule, only a monitor can. Remedy: {"type": "fixed", "cadence": "daily"} or a cron expression',
    ],
    [
      'CalculationException',
      { config: { type: 'diff', metric: 'mean', threshold: -1, baseline: trailing } },
      'analyzers[0].config.threshold: the threshold -1 is negative, and a difference never is. Remedy: 1, and thresholdType for one side',
    ],
  ])('%s', async (failureType, changes, sentence) => {
    const document = documentOf({ analyzers: [analyzerOf(changes)] });
    const { document: parsed } = parseMonitorDocument(document);
    expect(parsed?.dropped).toMatchObject([{ failureType, id: 'mean-analyzer' }]);
    expect(parsed?.dropped[0]?.explanation).toBe(sentence);
    // A query names it and its sentence.
    const analysis = { kind: 'analysis', analyzerId: 'mean-analyzer' };
    await expect(ask(sessionOf(monitoredStore(document)), analysis, week)).rejects.toMatchObject({
      code: 'bad-document',
      message: `the analyzer "mean-analyzer" cannot run: ${sentence}`,
    });
    reached.add(failureType);
  });
});

describe('a result that has no verdict names the type', () => {
  const cases: readonly [FailureType, object, string][] = [
    [
      'MinThresholdExceedsMaxThreshold',
      { type: 'fixed', metric: 'mean', lower: 5, upper: 4 },
      'fixed has the lower bound 5 above the upper bound 4, so that no value lies within; give a lower that is not above upper',
    ],
    [
      'RollupBaselineRequired',
      {
        type: 'frequent_string_comparison',
        metric: 'frequent_items',
        operator: 'eq',
        // Half a day expects no batch, so nothing says before that the baseline is too small.
        baseline: { type: 'TimeRange', range: { start: '2013-03-01T06:00:00Z', end: '2013-03-01T18:00:00Z' } },
      },
      'frequent_string_comparison needs a baseline with frequent_items and none of its batches has them; choose another baseline, or a column whose texts are counted',
    ],
    [
      'InsufficientBaseline',
      { type: 'diff', metric: 'mean', threshold: 1, baseline: trailing },
      '0 of the 4 baseline batches have the metric, and 1 is needed. Remedy: wait until there are more batches',
    ],
    [
      'CalculationException',
      { type: 'comparison', metric: 'mean', expected: { str: 'blah' } },
      'comparison cannot compare mean, whose values are of type float, with "blah"; give an expected value of that type',
    ],
    [
      'IncompatibleTypes',
      { type: 'fixed', metric: 'inferred_data_type', upper: 1 },
      'fixed needs a metric that is a number, and inferred_data_type is string. Remedy: name another metric',
    ],
    [
      'MetricException',
      { type: 'fixed', metric: 'mean', upper: 4 },
      'a profile that this result needs cannot be read: ',
    ],
  ];

  it.each(cases)('%s', async (failureType, config, sentence) => {
    const store = monitoredStore(documentOf(), {
      ...(failureType === 'MetricException'
        ? { 'd/3.bin': withDamagedLastColumn(profileOf('2013-03-03', column('a', [5]))) }
        : {}),
    });
    const frames = await ask(sessionOf(store), { kind: 'analysis', analyzer: config }, week);
    expect(noticesOf(frames).join('\n')).toContain(` no verdict: ${failureType}: ${sentence}`);
    reached.add(failureType);
  });

  it('CompositeCalculationMissingColumns', async () => {
    const analyzers = [
      analyzerOf(),
      analyzerOf({ id: 'parent-analyzer', config: { type: 'conjunction', analyzerIds: ['mean-analyzer', 'x'] } }),
    ];
    const model = { kind: 'analysis', analyzerId: 'parent-analyzer' };
    const frames = await ask(sessionOf(monitoredStore(documentOf({ analyzers }))), model, week);
    expect(noticesOf(frames)).toContain(
      'info: 5 of 7 batches have no verdict: CompositeCalculationMissingColumns: conjunction needs the verdicts of mean-analyzer, x, but x gave no result for this batch; see that the document has such analyzers, enabled, no composites, with the same target and schedule'
    );
    reached.add('CompositeCalculationMissingColumns');
  });
});

it('NoResults cannot arise: every calculation here gives a verdict, a failure with its reason, or says why there is no record', () => {
  // In WhyLabs' engine it is what a calculation returns that was given a baseline in another form than it takes (golden
  // 46). Here the form follows from the analyzer's type.
  expect(failureTypes.filter((type) => !reached.has(type))).toEqual(['NoResults']);
});

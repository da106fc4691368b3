import { anomalyMessages } from './every-anomaly.ts';
import { anomaly, dayMs, filter, monitor, nowMs, run } from './testing/monitor.ts';

const every = monitor({ severity: 2, mode: { type: 'EVERY_ANOMALY', filter: filter({ excludeColumns: ['c'] }) } });

it('each anomaly of the run that passes the filter has a message', () => {
  const [a, b] = [anomaly({ column: 'a' }), anomaly({ column: 'b', datasetTimestamp: nowMs })];
  const old = anomaly({ datasetTimestamp: nowMs - 9 * dayMs });
  const messages = anomalyMessages(every, [a, b, old, anomaly({ column: 'c' }), anomaly({ anomalyCount: 0 })], run);
  const common = { mode: 'EVERY_ANOMALY', orgId: 'org', monitorId: 'drift-monitor', runId: 'run-1', severity: 2 };
  const id = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
  expect(messages).toEqual([
    { ...common, id, analyzerResult: b },
    { ...common, id, analyzerResult: a },
  ]);
});

it('limits on sums speak of digests', () => {
  const given = monitor({ mode: { type: 'EVERY_ANOMALY', filter: filter({ minAlertCount: 9, minTotalWeight: 9 }) } });
  expect(anomalyMessages(given, [anomaly()], run)).toHaveLength(1);
});

it('a monitor in another mode has none', () => {
  expect(anomalyMessages(monitor(), [anomaly()], run)).toEqual([]);
});

it('a message has one id for one monitor, dataset, run and analysis', () => {
  const ids = (facts: object, monitorId = 'drift-monitor', column = 'a') =>
    anomalyMessages({ ...every, id: monitorId }, [anomaly({ column })], { ...run, ...facts }).map(({ id }) => id);
  const all = [
    ids({}),
    ids({ orgId: 'x' }),
    ids({ datasetId: 'x' }),
    ids({ runId: 'x' }),
    ids({}, 'x'),
    ids({}, 'drift-monitor', 'x'),
  ].flat();
  expect(new Set(all).size).toBe(6);
  expect(ids({})).toEqual(ids({ isOfRun: () => true }));
});

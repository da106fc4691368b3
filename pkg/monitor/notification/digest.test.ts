import { makeDigest, maxDigestSample } from './digest.ts';
import { anomaly, dayMs, digest, filter, monitor, nowMs, run } from './testing/monitor.ts';

describe('a digest', () => {
  it('has the counts, times, statistics and anomalies of what the monitor keeps', () => {
    const [b, a] = [
      anomaly({ column: 'b', datasetTimestamp: nowMs - dayMs, segmentWeight: 0.5 }),
      anomaly({ column: 'a', datasetTimestamp: nowMs - 3 * dayMs, segmentWeight: 0.25 }),
    ];
    const times = {
      earliestAnomalyDatasetTimestamp: nowMs - 3 * dayMs,
      oldestAnomalyDatasetTimestamp: nowMs - dayMs,
    };
    const given = makeDigest(monitor({ severity: 1 }), [a, anomaly({ anomalyCount: 0 }), b], run);
    expect(given).toEqual({
      mode: 'DIGEST',
      id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      orgId: 'org',
      datasetId: 'flights',
      monitorId: 'drift-monitor',
      runId: 'run-1',
      severity: 1,
      numAnomalies: 2,
      totalWeight: 0.75,
      ...times,
      segmentStatistics: [{ segment: '', analyzerType: 'drift', numAnomalies: 2, columns: ['a', 'b'], ...times }],
      columnStatistics: [
        expect.objectContaining({ column: 'a', numAnomalies: 1 }),
        expect.objectContaining({ column: 'b', numAnomalies: 1 }),
      ],
      anomalySample: [b, a],
    });
  });

  it('carries a hundred anomalies, the newest, and counts all', () => {
    expect(maxDigestSample).toBe(100);
    const records = Array.from({ length: 101 }, (_, i) => anomaly({ datasetTimestamp: nowMs - i * dayMs }));
    const given = makeDigest(monitor(), [...records].reverse(), run);
    expect(given?.numAnomalies).toBe(101);
    expect(given?.anomalySample).toEqual(records.slice(0, 100));
  });

  it('is none without an anomaly, beyond a limit, and in another mode', () => {
    const records = [anomaly(), anomaly({ column: 'b' })];
    const withFilter = (facts: Parameters<typeof filter>[0]) => monitor({ mode: digest({ filter: filter(facts) }) });
    expect(makeDigest(monitor(), [], run)).toBeNull();
    expect(makeDigest(monitor(), [anomaly({ anomalyCount: 0 })], run)).toBeNull();
    expect(makeDigest(withFilter({ includeColumns: ['c'] }), records, run)).toBeNull();
    expect(makeDigest(withFilter({ minAlertCount: 3 }), records, run)).toBeNull();
    expect(makeDigest(withFilter({ minAlertCount: 2 }), records, run)?.numAnomalies).toBe(2);
    expect(makeDigest(withFilter({ minTotalWeight: 1 }), records, run)).toBeNull();
    expect(makeDigest(withFilter({ maxAlertCount: 1, includeColumns: ['b'] }), records, run)?.numAnomalies).toBe(1);
    expect(makeDigest(monitor({ mode: { type: 'EVERY_ANOMALY', filter: null } }), records, run)).toBeNull();
  });

  it('has one id for one monitor, dataset and run', () => {
    const id = (facts: object, monitorId = 'drift-monitor') =>
      makeDigest(monitor({ id: monitorId }), [anomaly()], { ...run, ...facts })?.id;
    const others = [id({ orgId: 'x' }), id({ datasetId: 'x' }), id({ runId: 'x' }), id({}, 'x')];
    expect(id({})).toBe(id({ isOfRun: () => true }));
    expect(new Set([id({}), ...others]).size).toBe(5);
  });
});

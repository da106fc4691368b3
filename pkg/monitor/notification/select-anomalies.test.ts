import { selectAnomalies } from './select-anomalies.ts';
import { anomaly, dayMs, digest, filter, monitor, nowMs, run } from './testing/monitor.ts';

const ages = (days: readonly number[]) => days.map((age) => anomaly({ datasetTimestamp: nowMs - age * dayMs }));

describe('the anomalies of a digest', () => {
  it('golden 83: with datasetTimestampOffset P7D are seven days old at most', () => {
    const given = monitor({ mode: digest({ datasetTimestampOffsetMs: 7 * dayMs }) });
    const [seven, older, two] = [
      anomaly({ datasetTimestamp: nowMs - 7 * dayMs }),
      anomaly({ datasetTimestamp: nowMs - 7 * dayMs - 1 }),
      anomaly({ datasetTimestamp: nowMs - 2 * dayMs }),
    ];
    expect(selectAnomalies(given, [seven, older, two], run)).toEqual([two, seven]);
  });

  it('with creationTimeOffset were found no longer ago', () => {
    const given = monitor({ mode: digest({ creationTimeOffsetMs: 2 * dayMs }) });
    const known = [anomaly({ column: 'at it' }), anomaly({ column: 'before it' })] as const;
    const createdMs = (record: { column: string | null }): number =>
      nowMs - 2 * dayMs - (record.column === 'before it' ? 1 : 0);
    expect(selectAnomalies(given, known, { ...run, createdMs })).toEqual([known[0]]);
  });

  it('pass both offsets', () => {
    const mode = digest({ datasetTimestampOffsetMs: 3 * dayMs, creationTimeOffsetMs: dayMs });
    expect(selectAnomalies(monitor({ mode }), ages([1, 2, 3, 4]), run)).toEqual(ages([1, 2]));
    const wide = digest({ datasetTimestampOffsetMs: 2 * dayMs, creationTimeOffsetMs: 9 * dayMs });
    expect(selectAnomalies(monitor({ mode: wide }), ages([1, 2, 3, 4]), run)).toEqual(ages([1, 2]));
  });

  it('are all there are without offsets, and those of the run on an immediate schedule', () => {
    expect(selectAnomalies(monitor(), ages([1, 2, 300]), run)).toEqual(ages([1, 2, 300]));
    expect(selectAnomalies(monitor({ schedule: null }), ages([1, 2]), run)).toEqual(ages([1, 2]));
    const immediate = monitor({ schedule: { type: 'immediate' } });
    expect(selectAnomalies(immediate, ages([1, 2, 300]), run)).toEqual(ages([1]));
    const narrow = { ...immediate, mode: digest({ creationTimeOffsetMs: -1 }) };
    expect(selectAnomalies(narrow, ages([1]), run)).toEqual([]);
  });

  it('are anomalies of its analyzers', () => {
    const records = [
      anomaly({ column: 'fine', anomalyCount: 0 }),
      anomaly({ column: 'other', analyzerId: 'other-analyzer' }),
      anomaly({ column: 'kept' }),
    ];
    expect(selectAnomalies(monitor(), records, run).map(({ column }) => column)).toEqual(['kept']);
    const both = monitor({ analyzerIds: ['other-analyzer', 'drift-analyzer'] });
    expect(selectAnomalies(both, records, run).map(({ column }) => column)).toEqual(['kept', 'other']);
    expect(selectAnomalies(monitor({ analyzerIds: [] }), records, run)).toEqual([]);
  });

  it('pass the filter', () => {
    const given = monitor({ mode: digest({ filter: filter({ includeColumns: ['b'] }) }) });
    const records = [anomaly({ column: 'a' }), anomaly({ column: 'b' })];
    expect(selectAnomalies(given, records, run)).toEqual([records[1]]);
  });

  it('are in one order, however they come: newest, then segment, column, analyzer', () => {
    const old = nowMs - 2 * dayMs;
    const analyzerIds = ['a-analyzer', 'b-analyzer'];
    const ordered = [
      anomaly({ column: 'z', segment: 'z=z', analyzerId: 'b-analyzer' }),
      anomaly({ datasetTimestamp: old, column: 'b', analyzerId: 'b-analyzer' }),
      anomaly({ datasetTimestamp: old, column: 'a', segment: 'x=1', analyzerId: 'a-analyzer' }),
      anomaly({ datasetTimestamp: old, column: 'a', segment: 'x=1', analyzerId: 'b-analyzer' }),
      anomaly({ datasetTimestamp: old, column: 'b', segment: 'x=1', analyzerId: 'a-analyzer' }),
    ];
    const given = monitor({ analyzerIds });
    expect(selectAnomalies(given, ordered, run)).toEqual(ordered);
    expect(selectAnomalies(given, [...ordered].reverse(), run)).toEqual(ordered);
  });
});

describe('the anomalies of EVERY_ANOMALY', () => {
  it('are those of the run that pass the filter', () => {
    const given = monitor({ mode: { type: 'EVERY_ANOMALY', filter: filter({ excludeColumns: ['b'] }) } });
    const records = [...ages([0, 1, 2]), anomaly({ column: 'b' })];
    expect(selectAnomalies(given, records, run)).toEqual(ages([0, 1]));
  });
});

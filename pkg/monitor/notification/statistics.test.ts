import { anomalyTimes, columnStatistics, segmentStatistics, totalWeight } from './statistics.ts';
import { anomaly } from './testing/monitor.ts';

const anomalies = [
  anomaly({ column: 'b', segment: 'x=1', datasetTimestamp: 20 }),
  anomaly({ column: 'a', segment: 'x=1', datasetTimestamp: 10 }),
  anomaly({ column: 'a', segment: 'x=1', datasetTimestamp: 30 }),
  anomaly({ column: 'a', segment: '', datasetTimestamp: 40 }),
  anomaly({ column: null, segment: '', datasetTimestamp: 50, analyzerType: 'fixed' }),
  anomaly({ column: 'a', segment: '', datasetTimestamp: 60, analyzerType: 'fixed' }),
];

it('the times of anomalies keep the names of the original: oldest is the newest', () => {
  expect(anomalyTimes(anomalies)).toEqual({ earliestAnomalyDatasetTimestamp: 10, oldestAnomalyDatasetTimestamp: 60 });
});

const times = (first: number, last: number) => ({
  earliestAnomalyDatasetTimestamp: first,
  oldestAnomalyDatasetTimestamp: last,
});

it('segments have a row for each analyzer type, sorted', () => {
  const expected = [
    { segment: '', analyzerType: 'drift', numAnomalies: 1, columns: ['a'], ...times(40, 40) },
    {
      segment: '',
      analyzerType: 'fixed',
      numAnomalies: 2,
      columns: ['__internal__.datasetMetrics', 'a'],
      ...times(50, 60),
    },
    { segment: 'x=1', analyzerType: 'drift', numAnomalies: 3, columns: ['a', 'b'], ...times(10, 30) },
  ];
  expect(segmentStatistics(anomalies)).toEqual(expected);
  expect(segmentStatistics([...anomalies].reverse())).toEqual(expected);
});

it('columns have a row for each analyzer type, sorted', () => {
  const expected = [
    { column: '__internal__.datasetMetrics', analyzerType: 'fixed', numAnomalies: 1, ...times(50, 50) },
    { column: 'a', analyzerType: 'drift', numAnomalies: 3, ...times(10, 40) },
    { column: 'a', analyzerType: 'fixed', numAnomalies: 1, ...times(60, 60) },
    { column: 'b', analyzerType: 'drift', numAnomalies: 1, ...times(20, 20) },
  ];
  expect(columnStatistics(anomalies)).toEqual(expected);
  expect(columnStatistics([...anomalies].reverse())).toEqual(expected);
});

it('no anomalies have no rows', () => {
  expect([segmentStatistics([]), columnStatistics([])]).toEqual([[], []]);
});

it.each<[(number | null)[], number | null]>([
  [[], null],
  [[null, null], null],
  [[0], 0],
  [[null, 0.5, null, 0.25], 0.75],
])('the weights %j sum to %p', (weights, expected) => {
  expect(totalWeight(weights.map((segmentWeight) => anomaly({ segmentWeight })))).toBe(expected);
});

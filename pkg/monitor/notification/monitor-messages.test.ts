import { monitorMessages } from './monitor-messages.ts';
import { anomaly, monitor, nowMs, run } from './testing/monitor.ts';

const every = monitor({ id: 'every', mode: { type: 'EVERY_ANOMALY', filter: null } });
const digest = monitor({ id: 'digest' });
const two = [anomaly({ column: 'a' }), anomaly({ column: 'b' })];

const sent = (monitors: Parameters<typeof monitorMessages>[0], records = two) =>
  monitorMessages(monitors, records, run).map(({ monitorId, mode }) => [monitorId, mode]);

it('each monitor sends what its mode says, in the order of the document', () => {
  expect(sent([digest, every])).toEqual([
    ['digest', 'DIGEST'],
    ['every', 'EVERY_ANOMALY'],
    ['every', 'EVERY_ANOMALY'],
  ]);
  expect(monitorMessages([digest], two, run)[0]).toMatchObject({ numAnomalies: 2, anomalySample: two });
});

it('without an anomaly nothing is sent', () => {
  expect(sent([digest, every], [])).toEqual([]);
  expect(sent([digest, every], [anomaly({ anomalyCount: 0 })])).toEqual([]);
});

it('a monitor that is disabled, or in an exclusion range, sends nothing', () => {
  const excluded = (startMs: number, endMs: number) =>
    monitor({ schedule: { type: 'fixed', cadence: 'daily', exclusionRanges: [{ startMs, endMs }] } });
  expect(sent([monitor({ disabled: true }), excluded(nowMs, nowMs + 1)])).toEqual([]);
  expect(sent([excluded(nowMs - 1, nowMs)])).toEqual([['drift-monitor', 'DIGEST']]);
});

import { parseMonitorDocument } from './parse-monitor-document.ts';
import { documentExample, lines, monitorExample } from './testing/examples.ts';

function read(...monitors: readonly unknown[]) {
  const { document, problems } = parseMonitorDocument(documentExample({ monitors }));
  return { monitors: document?.monitors, problems: lines(problems) };
}

const noFilter = {
  includeColumns: null,
  excludeColumns: null,
  includeMetrics: null,
  minWeight: null,
  maxWeight: null,
  minAlertCount: null,
  maxAlertCount: null,
  minTotalWeight: null,
  maxTotalWeight: null,
};
const digest = {
  type: 'DIGEST',
  filter: null,
  datasetTimestampOffsetMs: null,
  creationTimeOffsetMs: null,
  groupBy: [],
};
const plain = {
  id: 'drift-monitor',
  displayName: null,
  tags: [],
  analyzerIds: ['drift-analyzer'],
  schedule: { type: 'immediate' },
  disabled: false,
  severity: 3,
  mode: digest,
  actions: [],
};

describe('a monitor', () => {
  it('has defaults', () => {
    expect(read(monitorExample())).toEqual({ monitors: [plain], problems: [] });
    expect(read(monitorExample({ actions: undefined }))).toEqual({ monitors: [plain], problems: [] });
  });

  it('is read whole', () => {
    const filter = {
      includeColumns: ['a'],
      excludeColumns: ['b'],
      includeMetrics: ['mean'],
      minWeight: 0.1,
      maxWeight: 0.9,
      minAlertCount: 1,
      maxAlertCount: 9,
      minTotalWeight: 0.2,
      maxTotalWeight: 0.8,
    };
    const monitor = monitorExample({
      displayName: 'Drift',
      tags: ['a'],
      schedule: { type: 'fixed', cadence: 'weekly' },
      disabled: true,
      severity: 1,
      mode: {
        type: 'DIGEST',
        filter,
        datasetTimestampOffset: 'P7D',
        creationTimeOffset: 'PT1H',
        groupBy: ['byDay', 'byColumn'],
      },
      actions: [{ type: 'global', target: 'slack' }, { type: 'email' }],
      metadata: { version: 1 },
    });
    expect(read(monitor)).toEqual({
      monitors: [
        {
          ...plain,
          displayName: 'Drift',
          tags: ['a'],
          schedule: { type: 'fixed', cadence: 'weekly', exclusionRanges: [] },
          disabled: true,
          severity: 1,
          mode: {
            type: 'DIGEST',
            filter,
            datasetTimestampOffsetMs: 7 * 86_400_000,
            creationTimeOffsetMs: 3_600_000,
            groupBy: ['byColumn', 'byDay'],
          },
          actions: [
            { type: 'global', target: 'slack' },
            { type: 'email', target: null },
          ],
        },
      ],
      problems: [],
    });
  });

  it('may speak of every anomaly', () => {
    const mode = { type: 'EVERY_ANOMALY', filter: { minWeight: 0.5 } };
    expect(read(monitorExample({ mode })).monitors?.[0]?.mode).toEqual({
      type: 'EVERY_ANOMALY',
      filter: { ...noFilter, minWeight: 0.5 },
    });
    expect(read(monitorExample({ mode: { type: 'EVERY_ANOMALY' } })).monitors?.[0]?.mode).toEqual({
      type: 'EVERY_ANOMALY',
      filter: null,
    });
  });

  it.each([
    [
      { analyzerIds: 'drift-analyzer' },
      'note monitors[0].analyzerIds: a single value is read as a list of one. Remedy: put it in brackets',
    ],
    [
      { schedule: undefined },
      'warning monitors[0].schedule: a monitor without a schedule never runs. Remedy: {"type": "immediate"}',
    ],
    [
      { analyzerIds: ['drift-analyzer', 'other'] },
      'warning monitors[0].analyzerIds[1]: there is no analyzer "other", so this monitor hears nothing of it. Remedy: add the analyzer or correct the id',
    ],
    [
      { mode: { type: 'DIGEST', filter: { minRankByWeight: 1 } } },
      "note monitors[0].mode.filter.minRankByWeight: ignored, as by WhyLabs' engine. Remedy: minWeight or maxWeight",
    ],
    [
      { mode: { type: 'DIGEST', filter: { maxRankByWeight: 1 } } },
      "note monitors[0].mode.filter.maxRankByWeight: ignored, as by WhyLabs' engine. Remedy: minWeight or maxWeight",
    ],
    [
      { mode: { type: 'DIGEST', filter: { excludeFields: ['a'] } } },
      'note monitors[0].mode.filter.excludeFields: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
    ],
    [
      { mode: { type: 'DIGEST', filters: {} } },
      'note monitors[0].mode.filters: this key is unknown; it is kept and has no effect. Remedy: is "filter" meant?',
    ],
    [
      { mode: { type: 'EVERY_ANOMALY', groupBy: [] } },
      'note monitors[0].mode.groupBy: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
    ],
    [
      { actions: [{ type: 'global', targets: 'a' }] },
      'note monitors[0].actions[0].targets: this key is unknown; it is kept and has no effect. Remedy: is "target" meant?',
    ],
    [
      { sevrity: 1 },
      'note monitors[0].sevrity: this key is unknown; it is kept and has no effect. Remedy: is "severity" meant?',
    ],
  ])('runs, with a remark: %j', (changes, problem) => {
    const { monitors, problems } = read(monitorExample(changes));
    expect([monitors?.length, problems]).toEqual([1, [problem]]);
  });

  it.each([
    [7, 'monitors[0]', 'an object is expected, not 7'],
    [{}, 'monitors[0].id', 'the id is missing. Remedy: add one, such as null-ratio-monitor'],
    [
      monitorExample({ mode: undefined }),
      'monitors[0].mode',
      'the mode is missing. Remedy: {"type": "DIGEST"} or {"type": "EVERY_ANOMALY"}',
    ],
    [
      monitorExample({ mode: {} }),
      'monitors[0].mode.type',
      'the mode is missing. Remedy: {"type": "DIGEST"} or {"type": "EVERY_ANOMALY"}',
    ],
    [
      monitorExample({ mode: { type: 'digest' } }),
      'monitors[0].mode.type',
      '"digest" is none of DIGEST, EVERY_ANOMALY',
    ],
    // Rule 15.
    [
      monitorExample({ mode: { type: 'DIGEST', datasetTimestampOffset: '7 days' } }),
      'monitors[0].mode.datasetTimestampOffset',
      '"7 days" is no ISO 8601 duration. Remedy: write it like P1D, PT4H or P1DT18H',
    ],
  ])('is left out where it cannot run: %#', (monitor, path, text) => {
    expect(read(monitor)).toEqual({ monitors: [], problems: [`error ${path}: ${text}`] });
  });

  it('is told when its id is taken, and runs', () => {
    const { monitors, problems } = read(monitorExample(), monitorExample());
    expect(monitors).toHaveLength(2);
    expect(problems).toEqual([
      'warning monitors[1].id: another monitor has the id "drift-monitor" too; both notify. Remedy: give this one an id of its own',
    ]);
  });
});

import type { AnalyzerMetric } from '../../contract/index.ts';
import { analyzerMetric } from '../../contract/index.ts';
import type { ColumnProfile, LoggedRow } from '../../profile/index.ts';
import { bytesSource, mergeColumns, openProfiles } from '../../profile/index.ts';
import type { BatchColumn, BatchFactsOutcome } from '../../timeline/index.ts';
import type { AnalysisSegment } from './analysis-plan.ts';
import type { BatchSource } from './batch-source.ts';
import { readColumn } from './column-readings.ts';
import { readDataset } from './dataset-readings.ts';
import { profile, rows } from './testing/world.ts';

function metricOf(name: string): AnalyzerMetric {
  const metric = analyzerMetric(name);
  if (metric === null) {
    throw new Error(`no metric ${name}`);
  }
  return metric;
}

/** Bucket 1 is of member 0, bucket 2 of members 1 and 2; of 3 there is no profile. */
const segment: AnalysisSegment = {
  segment: [],
  batches: new Map([
    [1, [0]],
    [2, [1, 2]],
  ]),
  reference: [3],
  chains: [],
  skipped: [],
  candidates: [],
  groupBatches: [],
  firstDataMs: null,
  lastArrivalMs: null,
  weights: new Map(),
};

async function columnOf(content: readonly LoggedRow[]): Promise<ColumnProfile> {
  const [opened] = await openProfiles(bytesSource('x', profile('2013-03-01', content)));
  const raw = await opened?.readColumn('a');
  if (raw === null || raw === undefined) {
    throw new Error('no column a');
  }
  return mergeColumns([raw], ['counts', 'distribution', 'frequent_items']);
}

const facts = (columnNames: readonly string[], profiles = 1): BatchFactsOutcome => ({
  kind: 'facts',
  facts: { profiles, columnNames, performance: null },
});

/** Answers by the members that are asked for. */
function sourceOf(
  byMembers: Readonly<Record<string, BatchFactsOutcome>>,
  columns: Readonly<Record<string, BatchColumn>> = {}
): BatchSource {
  return {
    facts: async (members) => byMembers[members.join()] ?? { kind: 'absent' },
    column: async (members, column) => columns[`${column} ${members.join()}`] ?? { kind: 'absent' },
  };
}

describe('readings of a dataset', () => {
  const subject = { metric: metricOf('column_list'), outputs: new Set<string>() };
  const source = sourceOf({
    '0': facts(['b', 'a']),
    '1,2': facts(['c', 'a'], 2),
    '3': { kind: 'failed', reason: 'd/3.bin is damaged' },
  });
  const read = () => readDataset(source, segment, subject, [1, 2, 3, 'reference', 'member 0']);

  it('know what became of each batch, and of one that was not read', async () => {
    const readings = await read();
    expect(([1, 2, 3, 'reference', 'member 0', 9] as const).map((key) => readings.state(key))).toEqual([
      { kind: 'present' },
      { kind: 'present' },
      { kind: 'absent' },
      { kind: 'failed', reason: 'd/3.bin is damaged' },
      { kind: 'present' },
      { kind: 'absent' },
    ]);
  });

  it('have the names of one batch as they are, of several each once in order', async () => {
    const readings = await read();
    expect([readings.names([1]), readings.names([2, 1]), readings.names([1, 3, 'reference'])]).toEqual([
      ['b', 'a'],
      ['a', 'b', 'c'],
      ['b', 'a'],
    ]);
    expect([readings.names([]), readings.names([3]), readings.names(['reference'])]).toEqual([null, null, null]);
  });

  it('have the metric where they have names', async () => {
    const readings = await read();
    expect(([1, 2, 3, 'reference'] as const).map((key) => readings.hasMetric(key))).toEqual([true, true, false, false]);
  });

  it('have no sketches, no groups, and rows only where they were counted', async () => {
    const readings = await read();
    expect([readings.klls(), readings.items(), readings.isDiscrete(), readings.count([1, 2])]).toEqual([
      [],
      [],
      null,
      null,
    ]);
  });

  it('count profiles, and nothing where there is no batch', async () => {
    const readings = await readDataset(source, segment, { ...subject, metric: metricOf('profile.count') }, [1, 2, 3]);
    expect([readings.value([1]), readings.value([1, 2]), readings.value([3]), readings.value([])]).toEqual([
      1,
      3,
      null,
      null,
    ]);
    expect(([1, 3] as const).map((key) => readings.hasMetric(key))).toEqual([true, false]);
  });
});

describe('rows of a dataset', () => {
  const outputs = new Set(['b']);
  const three = async (): Promise<BatchColumn> => ({ kind: 'column', column: await columnOf(rows('a', [1, 2, 3])) });
  const read = async (name: string, columns: Readonly<Record<string, BatchColumn>>) =>
    readDataset(
      sourceOf({ '0': facts(['a', 'b']), '1,2': facts(['a']) }, columns),
      segment,
      {
        metric: metricOf(name),
        outputs,
      },
      [1, 2]
    );

  it('of several batches add up column by column', async () => {
    const batch = await three();
    const columns = { 'a 0': batch, 'a 1,2': batch, 'b 0': batch };
    const readings = await read('shape_row_count', columns);
    expect([readings.value([1]), readings.value([2, 1]), readings.count([1, 2])]).toEqual([3, 6, 6]);
    expect((await read('column_row_count_sum', columns)).value([1, 2])).toBe(9);
    expect((await read('input.count', columns)).value([1, 2])).toBe(6);
    expect((await read('output.count', columns)).value([1, 2])).toBe(3);
  });

  it('leave out a column that no profile has', async () => {
    const readings = await read('column_row_count_sum', { 'a 0': await three() });
    expect([readings.value([1]), readings.value([2])]).toEqual([3, null]);
    expect([readings.state(2), readings.hasMetric(2)]).toEqual([{ kind: 'present' }, false]);
  });

  it('are not known of a batch of which a column cannot be read', async () => {
    const readings = await read('shape_row_count', {
      'a 0': await three(),
      'b 0': { kind: 'failed', reason: 'broken' },
    });
    expect([readings.state(1), readings.value([1])]).toEqual([{ kind: 'failed', reason: 'broken' }, null]);
  });
});

describe('readings of a column', () => {
  const read = async (name: string) => {
    const column = await columnOf(rows('a', [1, 2, 3]));
    const other = await columnOf(rows('a', [10]));
    const columns: Record<string, BatchColumn> = {
      'a 0': { kind: 'column', column },
      'a 1,2': { kind: 'column', column: other },
      'a 3': { kind: 'failed', reason: 'broken' },
    };
    const metric = metricOf(name);
    return readColumn(sourceOf({}, columns), segment, { column: 'a', metric, parts: ['counts'] }, [
      1,
      2,
      3,
      'reference',
    ]);
  };

  it('know what became of each batch, and of one that was not read', async () => {
    const readings = await read('max');
    expect(([1, 3, 'reference', 9] as const).map((key) => readings.state(key))).toEqual([
      { kind: 'present' },
      { kind: 'absent' },
      { kind: 'failed', reason: 'broken' },
      { kind: 'absent' },
    ]);
  });

  it('have a value of one batch, of several together, and of none', async () => {
    const readings = await read('max');
    expect([[1], [2], [1, 2], [3, 1], [3, 9], []].map((keys) => readings.value(keys))).toEqual([
      3,
      10,
      10,
      3,
      null,
      null,
    ]);
    expect((await read('count')).value([1, 2])).toBe(4);
  });

  it('have sketches, rows and groups of those that are there', async () => {
    const readings = await read('histogram');
    expect(readings.klls([1, 2, 3, 'reference']).map(({ n }) => n)).toEqual([3, 1]);
    expect(readings.items([1, 2, 3, 'reference'])).toHaveLength(2);
    expect([readings.count([1, 2, 3]), readings.count([3]), readings.count([])]).toEqual([4, null, null]);
    expect([readings.isDiscrete([3]), readings.isDiscrete([])]).toEqual([null, null]);
    expect(readings.names()).toBeNull();
    expect(([1, 3, 'reference'] as const).map((key) => readings.hasMetric(key))).toEqual([true, false, false]);
  });
});

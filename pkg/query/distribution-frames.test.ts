import { ask, type Around, column, profileOf, sessionOf } from './testing/ask.ts';
import { withDamagedLastColumn } from './testing/damage.ts';
import { MemoryStore } from './testing/memory-store.ts';
import type { ReadFrame } from './testing/read-frame.ts';

const ms = (text: string): number => Date.parse(text);
const week: Around = { from: '2013-03-01', to: '2013-03-05' };

const store = new MemoryStore({
  'd/1.bin': profileOf('2013-03-01', column('a', [1, 2, 2, 4])),
  'd/2.bin': profileOf('2013-03-02', column('a', [null])),
  'd/4.bin': profileOf('2013-03-04', column('a', [3, Infinity])),
});

function fieldsOf(frame: ReadFrame | undefined): Record<string, readonly unknown[]> {
  return Object.fromEntries((frame?.fields ?? []).map(({ name, values }) => [name, values]));
}

describe('quantiles over time', () => {
  it('are five series, equal to those of metric queries', async () => {
    const frames = await ask(sessionOf(store), { kind: 'distribution' }, week);
    const names = [5, 25, 50, 75, 95].map((percentage) => `quantile_${percentage}`);
    expect(frames.map(({ type, meta }) => [type, meta.type])).toEqual(
      names.map(() => ['timeseries-multi', 'timeseries-multi'])
    );
    expect(frames.map(({ fields }) => fields[1]?.name)).toEqual(names);
    for (const [i, metric] of names.entries()) {
      const [series] = await ask(sessionOf(store), { kind: 'metric', metric }, week);
      expect(frames[i]?.fields.map(({ values }) => values)).toEqual(series?.fields.map(({ values }) => values));
      expect(frames[i]?.fields[1]?.labels).toEqual(series?.fields[1]?.labels);
    }
    // floor(rank * 4) of 1, 2, 2, 4; no numbers; no batch; floor(rank * 2) of 3 and infinity.
    expect(frames.map(({ fields }) => fields[1]?.values)).toEqual([
      [1, null, null, 3],
      [2, null, null, 3],
      [2, null, null, Infinity],
      [4, null, null, Infinity],
      [4, null, null, Infinity],
    ]);
    expect(frames[2]?.fields[1]?.config).toEqual({ displayNameFromDS: 'a · 50 %' });
  });

  it('are those of coarser batches where a panel has fewer points', async () => {
    const frames = await ask(
      sessionOf(store),
      { kind: 'distribution' },
      { from: '2013-02-01', to: '2013-04-01', maxDataPoints: 2 }
    );
    expect(frames[0]?.meta.custom).toMatchObject({ granularity: 'monthly' });
    expect(frames[0]?.fields[0]?.values).toEqual([ms('2013-02-01'), ms('2013-03-01')]);
  });
});

describe('a heat map', () => {
  const heatmap = { kind: 'distribution', form: 'heatmap' };

  it('has every cell of its grid, over bins that all batches share', async () => {
    const [frame, ...others] = await ask(sessionOf(store), heatmap, week);
    expect(others).toEqual([]);
    expect([frame?.type, frame?.meta.type, frame?.name]).toEqual(['custom', 'heatmap-cells', 'a']);
    const days = ['2013-03-02', '2013-03-03', '2013-03-04', '2013-03-05'].map(ms);
    expect(frame?.fields.map(({ name }) => name)).toEqual(['xMax', 'yMin', 'yMax', 'count']);
    expect(fieldsOf(frame)).toEqual({
      xMax: days.flatMap((end) => [end, end, end, end]),
      yMin: days.flatMap(() => [0.5, 1.5, 2.5, 3.5]),
      yMax: days.flatMap(() => [1.5, 2.5, 3.5, 4.5]),
      // Absent is not zero; the infinity is in no cell.
      count: [1, 2, 0, 1, null, null, null, null, null, null, null, null, 0, 0, 1, 0],
    });
    expect(frame?.fields[3]?.labels).toEqual({ dataset: 'd', column: 'a', segment: 'overall', metric: 'distribution' });
  });

  it('has as many bins as are asked for', async () => {
    const [frame] = await ask(sessionOf(store), { ...heatmap, bins: 3 }, { from: '2013-03-01', to: '2013-03-02' });
    expect(fieldsOf(frame)).toMatchObject({ yMin: [1, 2, 3], yMax: [2, 3, 4], count: [1, 2, 1] });
  });

  it('of one value has cells of a height', async () => {
    const constant = new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', column('a', [5, 5])) });
    const [frame] = await ask(sessionOf(constant), heatmap, { from: '2013-03-01', to: '2013-03-02' });
    expect(fieldsOf(frame)).toMatchObject({ yMin: [4.5], yMax: [5.5], count: [2] });
  });

  it('of infinities alone has no cells', async () => {
    const infinite = new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', column('a', [Infinity])) });
    const [frame] = await ask(sessionOf(infinite), heatmap, { from: '2013-03-01', to: '2013-03-02' });
    expect(fieldsOf(frame)).toEqual({ xMax: [], yMin: [], yMax: [], count: [] });
  });
});

describe.each(['quantiles', 'heatmap'])('a column in the form of %s', (form) => {
  const model = { kind: 'distribution', form };

  it('that has no numbers is left out', async () => {
    const texts = new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', [{ a: 'x', b: 1 }]) });
    const frames = await ask(sessionOf(texts), model, week);
    const columns = frames.map(({ fields }) => fields.at(-1)?.labels['column']);
    expect(new Set(columns)).toEqual(new Set(['b']));
  });

  it('that is not of the group that is asked for is left out', async () => {
    const mixed = new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', [{ a: 0.5, b: 1 }]) });
    const frames = await ask(
      sessionOf(mixed),
      { ...model, columns: { include: ['group:continuous'], exclude: ['b'] } },
      week
    );
    expect(new Set(frames.map(({ fields }) => fields.at(-1)?.labels['column']))).toEqual(new Set(['a']));
  });

  it('that cannot be read is told once', async () => {
    const damaged = new MemoryStore({ 'd/1.bin': withDamagedLastColumn(profileOf('2013-03-01', column('a', [1]))) });
    const frames = await ask(sessionOf(damaged), model, week);
    const texts = frames.flatMap(({ meta }) => meta.notices ?? []).map(({ text }) => text);
    expect(texts).toEqual([expect.stringMatching(/^d\/1\.bin: column "a"/)]);
  });

  it('that is nowhere gives no data', async () => {
    const [frame] = await ask(sessionOf(store), model, { from: '2012-01-01', to: '2012-01-02' });
    expect([frame?.type, frame?.meta.type]).toEqual(['no-data', form === 'heatmap' ? 'table' : 'timeseries-multi']);
  });
});

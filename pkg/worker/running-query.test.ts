import type { UnitResult } from '../query/index.ts';
import { columnOwner } from './column-owner.ts';
import { RunningQuery } from './running-query.ts';
import { planOf } from './testing/sources.ts';

const source = { key: 's', settings: { store: { type: 'file', path: '/' } } } as const;
const columns = Array.from({ length: 20 }, (_, i) => `column ${i}`);

function queryOf(names: readonly string[], threads = 2): RunningQuery {
  return new RunningQuery(7, source, planOf(names), threads);
}

/** Results that are told apart by what they are. */
const results = Array.from({ length: 3 }, (): UnitResult => ({ kind: 'frames', frames: [] }));

function accept(query: RunningQuery, position: number): void {
  const result = results[position];
  if (result !== undefined) {
    query.accept(position, result);
  }
}

/** What a thread is given, until nothing is left for it. */
function takeAll(query: RunningQuery, thread: number): number[] {
  const taken: number[] = [];
  for (let position = query.take(thread); position !== undefined; position = query.take(thread)) {
    taken.push(position);
  }
  return taken;
}

describe('a running query', () => {
  it('gives each thread its own columns, in order, each once', () => {
    const query = queryOf(columns, 3);
    const taken = [0, 1, 2].map((thread) => takeAll(query, thread));
    taken.forEach((positions, thread) => {
      expect(positions).toEqual(columns.flatMap((name, i) => (columnOwner('s', 'd', name, 3) === thread ? [i] : [])));
    });
    expect(taken.flat()).toHaveLength(20);
    expect([0, 1, 2, 3].map((thread) => query.take(thread))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('ends when all columns have come back, in the order of the plan', async () => {
    const query = queryOf(['a', 'b', 'c']);
    [2, 0].forEach((position) => accept(query, position));
    let isFinished = false;
    void query.finished.then(() => {
      isFinished = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isFinished).toBe(false);
    accept(query, 1);
    expect((await query.finished).map((result) => results.indexOf(result))).toEqual([0, 1, 2]);
    expect(query.cancelled[0]).toBe(0);
  });

  it('without columns has ended before it began', async () => {
    expect(await queryOf([]).finished).toEqual([]);
  });

  it('that is stopped gives out nothing more, tells the threads, and ends with the reason', async () => {
    const query = queryOf(columns);
    query.take(0);
    const reason = new Error('nobody waits');
    query.stop(reason);
    await expect(query.finished).rejects.toBe(reason);
    expect([query.take(0), query.take(1)]).toEqual([undefined, undefined]);
    expect(Atomics.load(query.cancelled, 0)).toBe(1);
    // What was under way may still come; the first reason stays.
    accept(query, 0);
    query.stop(new Error('another'));
    await expect(query.finished).rejects.toBe(reason);
  });

  it('that is stopped before anybody waits for it is no unhandled rejection', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    queryOf(columns).stop(new Error('x'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

import { Gate } from './gate.ts';

/** A task that ends when it is told to. */
class HeldTask {
  isStarted = false;
  end: (outcome: string | Error) => void = () => undefined;
  readonly #ended = new Promise<string>((resolve, reject) => {
    this.end = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
  });

  readonly run = async (): Promise<string> => {
    this.isStarted = true;
    return this.#ended;
  };
}

/** Lets everything run that can. */
const settle = () => new Promise(setImmediate);

describe('a gate', () => {
  it.each([1, 2, 3])('of %d lets no more run, and the next in the order of their arrival', async (limit) => {
    const gate = new Gate(limit);
    const tasks = Array.from({ length: 5 }, () => new HeldTask());
    const outcomes = tasks.map(async ({ run }) => gate.run(run));
    for (let ended = 0; ended < tasks.length; ended += 1) {
      await settle();
      expect(tasks.map(({ isStarted }) => isStarted)).toEqual(tasks.map((_, i) => i < ended + limit));
      tasks[ended]?.end(`outcome ${ended}`);
    }
    expect(await Promise.all(outcomes)).toEqual(tasks.map((_, i) => `outcome ${i}`));
  });

  it('passes a failure on to the one who asked, and the place to the next', async () => {
    const gate = new Gate(1);
    const [first, second] = [new HeldTask(), new HeldTask()];
    const outcomes = Promise.allSettled([gate.run(first.run), gate.run(second.run)]);
    first.end(new Error('failed'));
    await settle();
    expect(second.isStarted).toBe(true);
    second.end('done');
    expect(await outcomes).toEqual([
      { status: 'rejected', reason: new Error('failed') },
      { status: 'fulfilled', value: 'done' },
    ]);
  });

  it('is open again when all have ended', async () => {
    const gate = new Gate(1);
    expect(await gate.run(async () => 1)).toBe(1);
    expect(await gate.run(async () => 2)).toBe(2);
  });
});

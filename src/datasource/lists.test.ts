import { Lists, listLifetimeMs } from './lists.ts';

interface Asked {
  path: string;
  signal: AbortSignal;
  answer: (value: unknown) => void;
  fail: (error: Error) => void;
}

function recorded(): { lists: Lists; asked: Asked[] } {
  const asked: Asked[] = [];
  const lists = new Lists((path, signal) => new Promise((answer, fail) => asked.push({ path, signal, answer, fail })));
  return { lists, asked };
}

async function settled(): Promise<void> {
  await Promise.resolve();
  await Promise.resolve();
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a list is asked for once, however many want it, and kept for a minute', async () => {
  const { lists, asked } = recorded();
  const seen: unknown[] = [];
  lists.datasets().subscribe((value) => seen.push(value));
  lists.datasets().subscribe((value) => seen.push(value));
  asked[0]?.answer('one');
  await settled();
  lists.datasets().subscribe((value) => seen.push(value));
  expect(seen).toEqual(['one', 'one', 'one']);
  jest.advanceTimersByTime(listLifetimeMs - 1);
  lists.datasets().subscribe();
  expect(asked).toHaveLength(1);
  jest.advanceTimersByTime(1);
  lists.datasets().subscribe();
  expect(asked).toHaveLength(2);
  expect(listLifetimeMs).toBe(60_000);
});

test('a request is given up when nobody waits for it any more', () => {
  const { lists, asked } = recorded();
  const [first, second] = [lists.columns('a').subscribe(), lists.columns('a').subscribe()];
  first.unsubscribe();
  expect(asked[0]?.signal.aborted).toBe(false);
  second.unsubscribe();
  expect(asked[0]?.signal.aborted).toBe(true);
  lists.columns('a').subscribe();
  expect(asked).toHaveLength(2);
});

test('a failure reaches those who wait and is not kept', async () => {
  const { lists, asked } = recorded();
  const failures: unknown[] = [];
  lists.segments('a').subscribe({ error: (error) => failures.push(error) });
  asked[0]?.fail(new Error('gone'));
  await settled();
  expect(failures).toEqual([new Error('gone')]);
  lists.segments('a').subscribe({ error: () => undefined });
  expect(asked).toHaveLength(2);
});

test('a dataset of any name is one part of the path', () => {
  const { lists, asked } = recorded();
  lists.columns('a/b c?').subscribe();
  lists.segments('é').subscribe();
  lists.references('x').subscribe();
  expect(asked.map(({ path }) => path)).toEqual([
    'datasets/a%2Fb%20c%3F/columns',
    'datasets/%C3%A9/segments',
    'datasets/x/references',
  ]);
});

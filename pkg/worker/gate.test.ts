import { Gate } from './gate.ts';

/** A task that ends when the test says so. */
function task(log: string[], name: string) {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });
  const run = async (): Promise<string> => {
    log.push(name);
    await ended;
    return name;
  };
  return { run, end: (error?: Error) => end(error) };
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('a gate', () => {
  it('lets in as many as it may, then one for each that leaves, in the order of their arrival', async () => {
    const log: string[] = [];
    const gate = new Gate(2);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => task(log, name));
    const runs = [a!, b!, c!, d!].map(({ run }) => gate.run(run));
    await turn();
    expect(log).toEqual(['a', 'b']);
    b!.end();
    await turn();
    expect(log).toEqual(['a', 'b', 'c']);
    a!.end();
    await turn();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
    [c, d].forEach((last) => last?.end());
    expect(await Promise.all(runs)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('opens again behind one that fails', async () => {
    const log: string[] = [];
    const gate = new Gate(1);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => task(log, name));
    const [first, second] = [gate.run(a!.run), gate.run(b!.run)];
    a!.end(new Error('a failed'));
    await expect(first).rejects.toThrow('a failed');
    b!.end();
    expect(await second).toBe('b');
    c!.end();
    expect(await gate.run(c!.run)).toBe('c');
    expect(log).toEqual(['a', 'b', 'c']);
  });
});

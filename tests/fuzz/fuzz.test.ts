import { join } from 'node:path';
import { originals } from './corpus.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import { fuzz, mutantOf } from './run.ts';

const folder = join(__dirname, '..', 'data', 'profiles');
const files = originals(folder, 20_000);

describe('mutants of real profiles', () => {
  it('are made of every kind of file: v1, v0, segmented, with performance, archives', () => {
    const kinds = new Set(files.map(({ name }) => name.split('/')[0]));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'golden-numeric.zip',
        'golden-performance.zip',
        'golden-segments.zip',
        'whylabs-oss-v1.zip',
        'whylabs-oss-v0.zip',
      ])
    );
  });

  it('follow from seed and number alone, and differ from their original', () => {
    const [first, again] = [mutantOf(files, 7, 42), mutantOf(files, 7, 42)];
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(first.original).toBe(again.original);
    const changed = Array.from({ length: 100 }, (_, n) => mutantOf(files, 7, n)).filter(
      ({ original, bytes }) => Buffer.compare(original.bytes, bytes) !== 0
    );
    expect(changed.length).toBeGreaterThan(90);
  });

  it('of an empty file are empty', () => {
    const empty = { name: 'empty', bytes: new Uint8Array(0), headerEnd: 0 };
    expect(mutate(empty, new Random(1)).bytes).toHaveLength(0);
  });

  it('are read or refused with a reason, in bounded time and memory, half of them changed behind the header', async () => {
    const totals = await fuzz(files, { seed: 20_261_122, from: 0, to: 20_000 });
    expect(totals.findings).toEqual([]);
    expect(totals.mutants).toBe(20_000);
    expect(totals.pastHeader).toBeGreaterThanOrEqual(10_000);
    // Both must happen, or the mutants would say nothing.
    expect(totals.read).toBeGreaterThan(100);
    expect(totals.refused).toBeGreaterThan(1000);
  });
});

import {
  addColumns,
  bytesSource,
  type ColumnProfile,
  decodeColumn,
  isDiscrete,
  openProfiles,
  ProfileWriter,
} from './index.ts';
import { isDiscreteWindow } from './window-discreteness.ts';

async function batch(values: readonly (number | string | boolean | null)[]): Promise<ColumnProfile> {
  const writer = new ProfileWriter({ datasetTimestampMs: 1 });
  values.forEach((value) => writer.log({ a: value }));
  const [profile] = await openProfiles(bytesSource('x', writer.finish()));
  const raw = await profile?.readColumn('a');
  if (!raw) {
    throw new Error('there is no column');
  }
  return decodeColumn(raw);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('whether a window holds categories', () => {
  // An integer column is discrete where (distinct + 1) / rows is 0.15 at most.
  it.each<[string, readonly (readonly (number | string | boolean | null)[])[], boolean | null]>([
    ['no batches: an unknown type', [], true],
    ['texts', [['x', 'y'], ['z']], true],
    ['fractions', [[0.5, 0.5], [0.5]], false],
    ['one integer, many times', [Array<number>(40).fill(7), Array<number>(40).fill(7)], true],
    ['all different', [range(0, 50), range(50, 100)], false],
    ['few values, the same in both', [range(0, 40).map((i) => i % 4), range(0, 40).map((i) => i % 4)], true],
    // 6 and 6 of 80 rows: 13 / 80 is too much for a sum, 7 / 80 is not: only the union decides.
    ['as many, the same in both', [range(0, 40).map((i) => i % 6), range(0, 40).map((i) => i % 6)], true],
    ['as many, others in each', [range(0, 40).map((i) => i % 6), range(0, 40).map((i) => 6 + (i % 6))], false],
    ['only nulls', [[null, null], [null]], null],
  ])('%s', async (_, batches, expected) => {
    const columns = await Promise.all(batches.map(batch));
    const found = isDiscreteWindow(columns);
    // The shorter way must say what the sum says.
    expect(found).toBe(isDiscrete(addColumns(columns)));
    if (expected !== null) {
      expect(found).toBe(expected);
    }
  });
});

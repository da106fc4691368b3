import { bytesSource, emptyColumnProfile, mergeColumns, openProfiles, type RawColumn } from '../profile/index.ts';
import { columnBytes } from './column-bytes.ts';
import { profileOf } from './testing/memory-store.ts';

async function rawColumn(values: readonly (number | string)[]): Promise<RawColumn> {
  const [profile] = await openProfiles(bytesSource('x', profileOf(values.map((a) => ({ a })))));
  const column = await profile?.readColumn('a');
  if (!column) {
    throw new Error('there is no column');
  }
  return column;
}

/** Bytes of all that is stored of a column, or of one component. */
function stored({ components }: RawColumn, path?: string): number {
  const parts = [...components].filter(([key]) => path === undefined || key === path);
  return parts.reduce((sum, [, { length }]) => sum + length, 0);
}

const texts = 'frequent_items/frequent_strings';

describe('the memory of a column', () => {
  it('is little where it has no sketches', () => {
    expect(columnBytes(emptyColumnProfile, [])).toBe(500);
  });

  it('of one file is what is stored, in which its numbers lie, and 4 bytes a coupon', async () => {
    const raw = await rawColumn([1.5, 2.5, 3.5]);
    const { distribution, cardinality } = mergeColumns([raw]);
    expect(stored(raw)).toBeGreaterThan(100);
    expect(columnBytes({ ...emptyColumnProfile, distribution }, [raw])).toBe(500 + stored(raw));
    expect(columnBytes({ ...emptyColumnProfile, cardinality }, [raw])).toBe(500 + 3 * 4 + stored(raw));
  });

  it('of many distinct values is that of 2^12 registers of 4 bits', async () => {
    const raw = await rawColumn(Array.from({ length: 5000 }, (_, i) => i + 0.5));
    const { cardinality } = mergeColumns([raw]);
    const bytes = columnBytes({ ...emptyColumnProfile, cardinality }, [raw]) - 500 - stored(raw);
    expect(bytes).toBeGreaterThanOrEqual(2048);
    expect(bytes).toBeLessThan(2048 + 64);
  });

  it('of several files is that of its numbers and texts, as many as one sketch can keep', async () => {
    const raw = await Promise.all(Array.from({ length: 3 }, (_, file) => rawColumn([`a${file}`, `b${file}`])));
    const merged = mergeColumns(raw, ['frequent_items']);
    const items = raw.map((column) => stored(column, texts));
    expect(columnBytes(merged, raw)).toBe(500 + items.reduce((sum, bytes) => sum + bytes));
    const many = Array.from({ length: 10_000 }, (_, i) => raw[i % 3]!);
    expect(columnBytes(merged, many)).toBe(500 + Math.max(...items) + 100 * 2 ** 10);
    const numbers = await Promise.all([rawColumn([1.5]), rawColumn([2.5, 3.5])]);
    expect(columnBytes(mergeColumns(numbers, ['distribution']), numbers)).toBe(500 + 3 * 8);
  });

  it('of one file with floats is what is stored, and 8 bytes for each of them', async () => {
    const raw = await rawColumn([1.5, 2.5, 3.5]);
    const { distribution } = mergeColumns([raw]);
    if (distribution === null) {
      throw new Error('there is no distribution');
    }
    const widened = { ...distribution, kll: { ...distribution.kll, itemBytes: 4 as const } };
    expect(columnBytes({ ...emptyColumnProfile, distribution: widened }, [raw])).toBe(500 + 3 * 8 + stored(raw));
  });

  it('is told without copying the numbers out of the stored bytes', async () => {
    const raw = await rawColumn([1.5, 2.5, 3.5]);
    const { distribution } = mergeColumns([raw]);
    if (distribution === null) {
      throw new Error('there is no distribution');
    }
    const { kll } = distribution;
    const items = jest.fn();
    const untouched = Object.defineProperty({ ...kll }, 'items', { get: items, enumerable: true });
    columnBytes({ ...emptyColumnProfile, distribution: { ...distribution, kll: untouched } }, [raw]);
    columnBytes({ ...emptyColumnProfile, distribution: { ...distribution, kll: untouched } }, [raw, raw]);
    expect(items).not.toHaveBeenCalled();
  });

  it('is told without decoding the texts', async () => {
    const raw = await Promise.all([rawColumn(['x']), rawColumn(['y'])]);
    const { frequentItems } = mergeColumns(raw);
    if (frequentItems === null) {
      throw new Error('there are no items');
    }
    const unread = { ...frequentItems, lgMax: frequentItems.lgMax };
    Object.defineProperty(unread, 'items', {
      get: () => {
        throw new Error('the items were decoded');
      },
    });
    expect(columnBytes({ ...emptyColumnProfile, frequentItems: unread }, raw)).toBeGreaterThan(500);
    expect(columnBytes({ ...emptyColumnProfile, frequentItems: unread }, raw.slice(1))).toBeGreaterThan(500);
  });
});

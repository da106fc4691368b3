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

describe('the memory of a column', () => {
  it('is little where it has no sketches', () => {
    expect(columnBytes(emptyColumnProfile, [])).toBe(500);
  });

  it('is that of its numbers: 8 bytes a value, 4 a coupon', async () => {
    const raw = [await rawColumn([1.5, 2.5, 3.5])];
    const { distribution, cardinality } = mergeColumns(raw);
    expect(columnBytes({ ...emptyColumnProfile, distribution }, raw)).toBe(500 + 3 * 8);
    expect(columnBytes({ ...emptyColumnProfile, cardinality }, raw)).toBe(500 + 3 * 4);
  });

  it('is that of 2^12 registers of 4 bits where there are many distinct values', async () => {
    const raw = [await rawColumn(Array.from({ length: 5000 }, (_, i) => i + 0.5))];
    const { cardinality } = mergeColumns(raw);
    const bytes = columnBytes({ ...emptyColumnProfile, cardinality }, raw) - 500;
    expect(bytes).toBeGreaterThanOrEqual(2048);
    expect(bytes).toBeLessThan(2048 + 64);
  });

  it('is that of the stored texts, which are not decoded for it', async () => {
    const raw = [await rawColumn(['x'.repeat(100), 'y'.repeat(100)])];
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
    const bytes = columnBytes({ ...emptyColumnProfile, frequentItems: unread }, raw) - 500;
    expect(bytes).toBeGreaterThanOrEqual(200);
    expect(bytes).toBeLessThan(400);
  });

  it('of many files is bounded by what one sketch can keep', async () => {
    const raw = await Promise.all(Array.from({ length: 3 }, (_, file) => rawColumn([`a${file}`, `b${file}`])));
    const merged = mergeColumns(raw, ['frequent_items']);
    const stored = raw.map(({ components }) => components.get('frequent_items/frequent_strings')?.length ?? 0);
    expect(columnBytes(merged, raw) - 500).toBe(stored.reduce((sum, bytes) => sum + bytes));
    const many = Array.from({ length: 10_000 }, (_, i) => raw[i % 3]!);
    expect(columnBytes(merged, many) - 500).toBe(Math.max(...stored) + 100 * 2 ** 10);
  });
});

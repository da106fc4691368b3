import { refusal } from '../testing/fixtures.ts';
import { hashText } from './text-bytes.ts';
import { TextIndex } from './text-index.ts';

const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? i >>> 9 : (i >>> 1) & 0xff));

/** Texts of two bytes each, all different, with hashes that may be equal. */
function tableOf(count: number, hash: (i: number) => number) {
  const starts = Uint32Array.from({ length: count }, (_, i) => 2 * i);
  return {
    bytes,
    starts,
    ends: starts.map((start) => start + 2),
    hashes: Uint32Array.from({ length: count }, (_, i) => hash(i)),
  };
}

function enterAll(table: ReturnType<typeof tableOf>, index: TextIndex): number[] {
  return Array.from(table.starts, (start, i) => index.findOrEnter(table, i, bytes, start, start + 2, table.hashes[i]!));
}

test.each([
  ['good hashes', (i: number) => hashText(bytes, 2 * i, 2 * i + 2)],
  ['hashes in a row', (i: number) => i],
  ['each hash for ten texts', (i: number) => Math.imul(Math.floor(i / 10), 0x9e3779b1) >>> 0],
])('%s: entered once, found afterwards, also where it had to grow', (_, hash) => {
  const table = tableOf(5000, hash);
  for (const size of [1, 5000]) {
    const index = new TextIndex(size);
    const order = Array.from(table.starts.keys());
    expect(enterAll(table, index)).toEqual(order);
    for (const i of order) {
      const start = 2 * i;
      expect(index.findOrEnter(table, 5000, bytes, start, start + 2, table.hashes[i]!)).toBe(i);
    }
  }
});

test('texts chosen to have one hash are refused before they cost much', () => {
  expect(
    refusal(() =>
      enterAll(
        tableOf(5000, () => 7),
        new TextIndex(5000)
      )
    )
  ).toEqual({
    code: 'limit',
    offset: null,
    message: 'frequent items sketch: texts are made to have the same hash; leave the file out',
  });
});

test('a few equal hashes are no offence', () => {
  expect(
    enterAll(
      tableOf(80, () => 7),
      new TextIndex(80)
    )
  ).toHaveLength(80);
});

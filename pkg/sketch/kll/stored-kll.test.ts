import { goldenBytes } from '../testing/fixtures.ts';
import { quantiles } from './quantile.ts';
import { readKll } from './read-kll.ts';
import { sortedView } from './sorted-view.ts';
import { StoredKll } from './stored-kll.ts';

/** The same sketch at an aligned and at an odd place of a greater file. */
function readAt(at: number) {
  const bytes = goldenBytes('kll-whylogs-doubles-k200-n201.sk');
  const file = new Uint8Array(bytes.length + 16);
  file.set(bytes, at);
  return { file, sketch: readKll(file.subarray(at, at + bytes.length)) };
}

const items = readAt(0).sketch.items;

test.each([0, 3, 4])(
  'at byte %d: queries do not need the items, and answer the same after they were asked for',
  (at) => {
    const { file, sketch } = readAt(at);
    const ranks = [0, 0.1, 0.5, 0.9, 1];
    const before = quantiles(sortedView([sketch]), ranks, 'classic');
    expect(StoredKll.viewOf(sketch).buffer).toBe(file.buffer);
    expect(sketch.items).toEqual(items);
    expect(sketch.items).toBe(sketch.items);
    expect(quantiles(sortedView([sketch]), ranks, 'classic')).toEqual(before);
  }
);

test('a copy of the items lets the image go', () => {
  const { file, sketch } = readAt(3);
  const copied = sketch.items;
  expect(copied.buffer).not.toBe(file.buffer);
  expect(StoredKll.viewOf(sketch).buffer).toBe(copied.buffer);
});

test.each([
  ['spread', (sketch: object) => ({ ...sketch })],
  ['cloned', (sketch: object) => structuredClone(sketch)],
])('%s, a stored sketch is a plain one with its items', (_, copy) => {
  const { sketch } = readAt(3);
  const plain = copy(sketch);
  expect(plain).not.toBeInstanceOf(StoredKll);
  expect(plain).toEqual({ ...readAt(0).sketch });
  expect(plain).toHaveProperty('items', items);
});

test('the items of a plain sketch are seen where they lie', () => {
  const { sketch } = readAt(0);
  const plain = { ...sketch, items: new Float64Array(items.buffer, items.byteOffset + 8, 5) };
  const view = StoredKll.viewOf(plain);
  expect([view.buffer, view.byteOffset, view.byteLength]).toEqual([items.buffer, items.byteOffset + 8, 40]);
});

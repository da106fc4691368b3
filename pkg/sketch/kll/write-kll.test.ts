import { goldenBytes, goldenKll } from '../testing/fixtures.ts';
import { emptyKll } from './kll-sketch.ts';
import { readKll } from './read-kll.ts';
import { writeKll } from './write-kll.ts';

test.each(goldenKll.filter(({ library }) => library === 'whylogs'))('$file comes back byte for byte', ({ file }) => {
  const bytes = goldenBytes(file);
  expect(writeKll(readKll(bytes))).toEqual(bytes);
});

test.each(goldenKll.filter(({ library, n }) => library === 'apache' && n > 1))(
  '$file is written as doubles, its header four bytes longer',
  ({ file, retained, numLevels }) => {
    const sketch = readKll(goldenBytes(file));
    const image = writeKll(sketch);
    expect(image).toHaveLength(24 + 4 * numLevels + 8 * (retained + 2));
    expect(readKll(image)).toEqual({ ...sketch, itemBytes: 8 });
  }
);

test('a sketch of nothing takes eight bytes', () => {
  expect(writeKll(emptyKll(1024))).toEqual(Uint8Array.of(2, 1, 15, 1, 0, 4, 8, 0));
});

test('more items than k allows are refused', () => {
  const items = Float64Array.from({ length: 9 }, (_, i) => i);
  const crowded = { ...emptyKll(8), n: 9, min: 0, max: 8, levels: Uint32Array.of(0, 9), items };
  expect(() => writeKll(crowded)).toThrow('KLL sketch: 9 items are too many for k 8');
});

test('n beyond 32 bits', () => {
  // One item on level 40, as a merge can leave it.
  const levels = new Uint32Array(42);
  levels[41] = 1;
  const sketch = { ...emptyKll(8), n: 2 ** 40, min: -1, max: 1, levels, items: Float64Array.of(0.5) };
  expect(readKll(writeKll(sketch))).toEqual(sketch);
});

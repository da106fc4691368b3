import { expected, goldenBytes, goldenKll, imageBytes, patched, refusal } from '../testing/fixtures.ts';
import { quantiles } from './quantile.ts';
import { readKll } from './read-kll.ts';
import { sortedView } from './sorted-view.ts';

describe('reading what Apache and whylogs wrote', () => {
  test.each(goldenKll)('$file', (golden) => {
    const sketch = readKll(goldenBytes(golden.file));
    expect(sketch).toMatchObject({
      k: golden.k,
      minK: golden.minK,
      n: golden.n,
      min: golden.min ?? NaN,
      max: golden.max ?? NaN,
      itemBytes: golden.items === 'floats' && golden.n > 0 ? 4 : 8,
    });
    expect(sketch.levels).toHaveLength(golden.numLevels + 1);
    expect(sketch.items).toHaveLength(golden.retained);
  });
});

test.each(expected.real.kll)('a sketch from a real file: k $k, n $n, $itemBytes bytes an item', (real) => {
  const sketch = readKll(imageBytes(real.image));
  expect(sketch).toMatchObject({ k: real.k, n: real.n, min: real.min ?? NaN, max: real.max ?? NaN });
  const view = sortedView([sketch]);
  const ranks = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
  expect(quantiles(view, ranks, 'classic')).toEqual(real.classic ? Float64Array.from(real.classic) : null);
  expect(quantiles(view, ranks, 'inclusive')).toEqual(real.inclusive ? Float64Array.from(real.inclusive) : null);
});

describe('items', () => {
  const bytes = goldenBytes('kll-whylogs-doubles-k200-n201.sk');
  const itemsStart = 24 + 4 * 2 + 16;

  test.each([
    ['aligned, they are a view of the bytes', 8, true],
    ['else a copy', 12, false],
    ['else a copy, at an odd place too', 13, false],
  ])('%s', (_, at, isView) => {
    const file = new Uint8Array(bytes.length + 16);
    file.set(bytes, at);
    const { items } = readKll(file.subarray(at, at + bytes.length));
    expect(items).toEqual(readKll(bytes).items);
    expect(items.buffer === file.buffer).toBe(isView);
    if (isView) expect(items.byteOffset).toBe(at + itemsStart);
  });

  test("of a sketch in one of Node's buffers", () => {
    expect(readKll(Buffer.from(bytes))).toEqual(readKll(bytes));
  });

  test('infinities and zeros of both signs are values', () => {
    const image = goldenBytes('kll-whylogs-doubles-k200-n3.sk');
    const values = new DataView(image.buffer);
    // min, max, then the items.
    [-Infinity, Infinity, Infinity, -0, -Infinity].forEach((value, i) => values.setFloat64(28 + 8 * i, value, true));
    const sketch = readKll(image);
    expect(Array.from(sketch.items)).toEqual([Infinity, -0, -Infinity]);
    expect([sketch.min, sketch.max]).toEqual([-Infinity, Infinity]);
  });
});

const several = goldenBytes('kll-whylogs-doubles-k200-n201.sk');
const single = goldenBytes('kll-whylogs-doubles-k200-n1.sk');
const none = goldenBytes('kll-whylogs-doubles-k200-n0.sk');
const floats = goldenBytes('kll-apache-floats-k200-n201.sk');
// Of several: two levels of 1 and 100 items, level starts at 24, min and max at 32, level 0 at 48, level 1 at 56.

const refusals: [string, Uint8Array, string, number, string][] = [
  ['no bytes', new Uint8Array(0), 'truncated', 0, 'KLL sketch: 8 bytes are needed for the header, but there are 0'],
  [
    'half a header',
    several.subarray(0, 7),
    'truncated',
    7,
    'KLL sketch: 8 bytes are needed for the header, but there are 7',
  ],
  [
    'no counts',
    several.subarray(0, 23),
    'truncated',
    23,
    'KLL sketch: 24 bytes are needed for the header, but there are 23',
  ],
  [
    'no levels',
    several.subarray(0, 31),
    'truncated',
    31,
    'KLL sketch: 32 bytes are needed for the level starts, but there are 31',
  ],
  [
    'an item too few',
    several.subarray(0, several.length - 8),
    'truncated',
    several.length - 8,
    'KLL sketch: 856 bytes are needed for an image of 101 doubles, but there are 848',
  ],
  [
    'a byte too many',
    Uint8Array.of(...several, 0),
    'corrupt',
    856,
    'KLL sketch: 856 bytes are enough for an image of 101 doubles, but there are 857',
  ],
  [
    'a size between floats and doubles',
    Uint8Array.of(...floats, 0),
    'corrupt',
    440,
    'KLL sketch: 441 bytes where 101 items take 440 as floats or 852 as doubles',
  ],
  [
    'floats cut short',
    floats.subarray(0, 439),
    'truncated',
    439,
    'KLL sketch: 440 bytes are needed for an image of 101 floats, but there are 439',
  ],
  ['another family', patched(several, { 2: 7 }), 'corrupt', 2, 'KLL sketch: family 7 where 15 is expected'],
  [
    'integer items',
    patched(several, { 0: 7 }),
    'unsupported',
    0,
    'KLL sketch: items are integers, not floats or doubles',
  ],
  [
    'a preamble of 3',
    patched(several, { 0: 3 }),
    'corrupt',
    0,
    'KLL sketch: preamble 3 does not belong to a sketch of several items',
  ],
  [
    'a preamble of empty',
    patched(several, { 0: 2 }),
    'corrupt',
    0,
    'KLL sketch: preamble 2 does not belong to a sketch of several items',
  ],
  [
    'empty with a long preamble',
    patched(none, { 0: 5 }),
    'corrupt',
    0,
    'KLL sketch: preamble 5 does not belong to an empty sketch',
  ],
  [
    'single with a long preamble',
    patched(single, { 0: 6 }),
    'corrupt',
    0,
    'KLL sketch: preamble 6 does not belong to a single item',
  ],
  [
    'a newer version',
    patched(several, { 1: 3 }),
    'unsupported',
    1,
    'KLL sketch: serial version 3, only 1 and 2 are known',
  ],
  ['k 7', patched(several, { 4: 7 }), 'limit', 4, 'KLL sketch: k is 7, less than 8'],
  ['another m', patched(several, { 6: 4 }), 'unsupported', 6, 'KLL sketch: least level capacity 4, only 8 is known'],
  ['n beyond 2^53', patched(several, { 14: 0x20 }), 'limit', 8, 'KLL sketch: n exceeds 2^53 - 1'],
  ['another n', patched(several, { 8: 202 }), 'corrupt', 8, 'KLL sketch: the items weigh 201, n is 202'],
  ['min k above k', patched(several, { 16: 201 }), 'corrupt', 16, 'KLL sketch: min k is 201, k is 200'],
  ['min k 7', patched(several, { 16: 7 }), 'corrupt', 16, 'KLL sketch: min k is 7, k is 200'],
  ['no level', patched(several, { 18: 0 }), 'limit', 18, 'KLL sketch: 0 levels, at least 1 and at most 61 are legal'],
  [
    '62 levels',
    patched(several, { 18: 62 }),
    'limit',
    18,
    'KLL sketch: 62 levels, at least 1 and at most 61 are legal',
  ],
  [
    'levels in the wrong order',
    patched(several, { 28: 0 }),
    'corrupt',
    28,
    'KLL sketch: level 1 starts at 0, outside its place',
  ],
  [
    'a level behind the end',
    patched(several, { 27: 0xff }),
    'corrupt',
    24,
    'KLL sketch: level 0 starts at 4278190312, outside its place',
  ],
  [
    'a byte behind an empty one',
    Uint8Array.of(...none, 0),
    'corrupt',
    8,
    'KLL sketch: 8 bytes are enough for an empty sketch, but there are 9',
  ],
  [
    'a single item of 6 bytes',
    single.subarray(0, 14),
    'truncated',
    14,
    'KLL sketch: 16 bytes are needed for a single item, but there are 14',
  ],
  [
    'a single item of 2 bytes',
    single.subarray(0, 10),
    'truncated',
    10,
    'KLL sketch: 12 bytes are needed for a single item, but there are 10',
  ],
];

describe('refusing', () => {
  test.each(refusals)('%s', (_, bytes, code, offset, message) => {
    expect(refusal(() => readKll(bytes))).toEqual({ code, offset, message });
  });

  test.each([
    ['NaN', NaN, 'NaN is outside min'],
    ['the minimum last', -1e300, '-1e+300 is outside min'],
    ['out of order', readKll(several).min, 'is out of order'],
  ])('an item that is %s', (_, value, text) => {
    const image = Uint8Array.from(several);
    new DataView(image.buffer).setFloat64(several.length - 8, value, true);
    const caught = refusal(() => readKll(image));
    expect(caught).toMatchObject({ code: 'corrupt', offset: several.length - 8 });
    expect(caught.message).toContain(text);
  });

  test('min above max, and NaN as min', () => {
    for (const min of [1e300, NaN]) {
      const image = Uint8Array.from(several);
      new DataView(image.buffer).setFloat64(32, min, true);
      const { max } = readKll(several);
      expect(refusal(() => readKll(image))).toEqual({
        code: 'corrupt',
        offset: 32,
        message: `KLL sketch: min is ${min}, max is ${max}`,
      });
    }
  });

  test('a level 0 that is flagged as sorted and is not', () => {
    const image = goldenBytes('kll-whylogs-doubles-k200-n3.sk');
    new DataView(image.buffer).setFloat64(28 + 16, readKll(image).max, true);
    image[3] = 2;
    expect(refusal(() => readKll(image))).toMatchObject({ code: 'corrupt' });
  });

  test('a single item that is NaN', () => {
    const image = Uint8Array.from(single);
    new DataView(image.buffer).setFloat64(8, NaN, true);
    expect(refusal(() => readKll(image))).toMatchObject({ code: 'corrupt', offset: 8 });
  });
});

test('declared sizes are compared with the bytes before anything of that size is made', () => {
  // 61 levels of the greatest k: 196,000 places, in a file of 300 bytes.
  const image = new Uint8Array(300);
  image.set([5, 1, 15, 0, 0xff, 0xff, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 61, 0]);
  expect(refusal(() => readKll(image))).toMatchObject({ code: 'corrupt', offset: 8 });
});

import { expected, goldenBytes, goldenFrequentItems, imageBytes, patched, refusal } from '../testing/fixtures.ts';
import { readFrequentItems } from './read-frequent-items.ts';
import { selectFrequentItems } from './select-frequent-items.ts';

/** An image made by hand. */
function image(items: readonly [text: Uint8Array | string, weight: number][], total: number, offset = 0, lgMax = 10) {
  const texts = items.map(([text]) => (typeof text === 'string' ? new TextEncoder().encode(text) : text));
  const bytes = new Uint8Array(32 + 12 * items.length + texts.reduce((sum, text) => sum + text.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set([4, 1, 10, lgMax, 3]);
  view.setUint32(8, items.length, true);
  view.setBigUint64(16, BigInt(total), true);
  view.setBigUint64(24, BigInt(offset), true);
  let at = 32 + 8 * items.length;
  items.forEach(([, weight], i) => {
    view.setBigUint64(32 + 8 * i, BigInt(weight), true);
    view.setUint32(at, texts[i]!.length, true);
    bytes.set(texts[i]!, at + 4);
    at += 4 + texts[i]!.length;
  });
  return bytes;
}

describe('reading what Apache and whylogs wrote', () => {
  test.each(goldenFrequentItems)('$file', (golden) => {
    const sketch = readFrequentItems(goldenBytes(golden.file));
    expect(sketch).toMatchObject({
      lgMax: golden.lgMax,
      totalWeight: golden.totalWeight,
      offset: golden.offset,
      items: { length: golden.active },
    });
    const positives = selectFrequentItems(sketch, 'NO_FALSE_POSITIVES');
    expect(positives).toHaveLength(golden.numNoFalsePositives);
    expect(selectFrequentItems(sketch, 'NO_FALSE_NEGATIVES')).toHaveLength(golden.numNoFalseNegatives);
    expect(positives.slice(0, 20).map((item) => [item.value, item.estimate, item.lower, item.upper])).toEqual(
      golden.top
    );
    for (const { value, lower, upper } of positives) {
      const count = golden.trueCounts[value];
      if (count !== undefined) expect(lower <= count && count <= upper).toBe(true);
    }
  });

  test.each(expected.real.fi)('a sketch from a real file: $totalWeight values', (real) => {
    const sketch = readFrequentItems(imageBytes(real.image));
    expect(sketch).toMatchObject({ totalWeight: real.totalWeight, offset: real.offset });
    const positives = selectFrequentItems(sketch, 'NO_FALSE_POSITIVES');
    expect(positives.map((item) => [item.value, item.estimate, item.lower, item.upper])).toEqual(real.positives);
    expect(selectFrequentItems(sketch, 'NO_FALSE_NEGATIVES')).toHaveLength(real.negatives);
  });
});

describe('items', () => {
  test('come in code-point order, not in that of UTF-16', () => {
    const values = ['\u{1f600}', '\uffee', 'é', 'z', 'A', '', 'aa', 'a'];
    const sketch = readFrequentItems(
      image(
        values.map((value) => [value, 1]),
        values.length
      )
    );
    expect(sketch.items.map(({ value }) => value)).toEqual(['', 'A', 'a', 'aa', 'z', 'é', '\uffee', '\u{1f600}']);
  });

  test('that are not UTF-8 keep their bytes', () => {
    const bad = Uint8Array.of(0x61, 0xff, 0xfe);
    const sketch = readFrequentItems(
      image(
        [
          [bad, 2],
          ['plain', 3],
        ],
        5
      )
    );
    expect(sketch.items).toEqual([
      { value: 'a\ufffd\ufffd', weight: 2, bytes: bad },
      { value: 'plain', weight: 3 },
    ]);
  });

  test('keep a byte-order mark and control characters', () => {
    const sketch = readFrequentItems(
      image(
        [
          ['\ufeffx', 1],
          ['\0\n', 1],
        ],
        2
      )
    );
    expect(sketch.items.map(({ value }) => value)).toEqual(['\0\n', '\ufeffx']);
  });

  test('are decoded once', () => {
    const sketch = readFrequentItems(image([['a', 1]], 1));
    expect(sketch.items).toBe(sketch.items);
  });
});

test.each([1, 4, 5])('flag %d means empty', (flag) => {
  const sketch = readFrequentItems(Uint8Array.of(1, 1, 10, 7, 3, flag, 0, 0));
  expect(sketch).toMatchObject({ lgMax: 7, totalWeight: 0, offset: 0, items: [] });
});

test('without items there can still be a weight and an error', () => {
  expect(readFrequentItems(image([], 769, 1))).toMatchObject({ totalWeight: 769, offset: 1, items: [] });
});

const two = image(
  [
    ['ab', 3],
    ['c', 4],
  ],
  9,
  2
);
const empty = Uint8Array.of(1, 1, 10, 10, 3, 5, 0, 0);

const refusals: [string, Uint8Array, string, number, string][] = [
  ['no bytes', new Uint8Array(0), 'truncated', 0, '8 bytes are needed for the header, but there are 0'],
  ['another family', patched(two, { 2: 7 }), 'corrupt', 2, 'family 7 where 10 is expected'],
  ['another version', patched(two, { 1: 2 }), 'unsupported', 1, 'serial version 2, only 1 is known'],
  ['lgMax 2', patched(two, { 3: 2 }), 'limit', 3, 'lgMax is 2, not from 3 to 30'],
  ['lgMax 31', patched(two, { 3: 31 }), 'limit', 3, 'lgMax is 31, not from 3 to 30'],
  ['a map greater than lgMax', patched(two, { 4: 11 }), 'corrupt', 4, 'the map has 2^11 places, more than 2^10'],
  ['an empty preamble', patched(two, { 0: 1 }), 'corrupt', 0, 'preamble 1 does not belong to a sketch with items'],
  ['a long empty one', patched(empty, { 0: 4 }), 'corrupt', 0, 'preamble 4 does not belong to an empty sketch'],
  [
    'a byte behind an empty one',
    Uint8Array.of(...empty, 0),
    'corrupt',
    8,
    '8 bytes are enough for an empty sketch, but there are 9',
  ],
  ['half a header', two.subarray(0, 31), 'truncated', 31, '32 bytes are needed for the header, but there are 31'],
  ['more items than lgMax holds', patched(two, { 9: 4 }), 'limit', 8, '1026 items are too many for lgMax 10'],
  [
    'more items than bytes',
    patched(two, { 8: 250 }),
    'truncated',
    59,
    '2032 bytes are needed for the weights of 250 items, but there are 59',
  ],
  ['a total beyond 2^53', patched(two, { 23: 1 }), 'limit', 16, 'the total weight exceeds 2^53 - 1'],
  ['an offset beyond 2^53', patched(two, { 31: 0x80 }), 'limit', 24, 'the offset exceeds 2^53 - 1'],
  ['an offset above the total', patched(two, { 24: 10 }), 'corrupt', 24, 'the offset 10 exceeds the total weight 9'],
  ['a weight beyond 2^53', patched(two, { 39: 0xff }), 'limit', 32, 'a weight exceeds 2^53 - 1'],
  ['a weight of 0', patched(two, { 40: 0 }), 'corrupt', 40, 'an item of weight 0'],
  [
    'weights above the total',
    patched(two, { 32: 6 }),
    'corrupt',
    16,
    'the items weigh 10, all together 9, and the offset is 2',
  ],
  [
    'lost weight without error',
    patched(two, { 24: 0 }),
    'corrupt',
    16,
    'the items weigh 7, all together 9, and the offset is 0',
  ],
  ['an item cut short', two.subarray(0, 53), 'truncated', 53, '54 bytes are needed for item 0, but there are 53'],
  [
    'a length cut short',
    two.subarray(0, 57),
    'truncated',
    57,
    '58 bytes are needed for the length of item 1, but there are 57',
  ],
  [
    'an item as long as the memory',
    patched(two, { 51: 0x7f }),
    'truncated',
    59,
    '2130706486 bytes are needed for item 0, but there are 59',
  ],
  [
    'a byte too many',
    Uint8Array.of(...two, 0),
    'corrupt',
    59,
    '59 bytes are enough for an image of 2 items, but there are 60',
  ],
  [
    'an item twice',
    image(
      [
        ['ab', 3],
        ['ab', 4],
      ],
      9,
      2
    ),
    'corrupt',
    54,
    'item 1 stands there twice',
  ],
];

test.each(refusals)('%s is refused', (_, bytes, code, offset, text) => {
  expect(refusal(() => readFrequentItems(bytes))).toEqual({ code, offset, message: `frequent items sketch: ${text}` });
});

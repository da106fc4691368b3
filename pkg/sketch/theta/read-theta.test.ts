import { expected, imageBytes, patched, refusal } from '../testing/fixtures.ts';
import { readTheta } from './read-theta.ts';

test.each(expected.real.theta)('a sketch from a real file: $count hashes', (real) => {
  const { estimate, theta, count } = readTheta(imageBytes(real.image));
  expect(count).toBe(real.count);
  expect(theta).toBe(real.theta);
  expect(Math.abs(estimate - real.est)).toBeLessThanOrEqual(1e-12 * real.est);
});

test('a single hash, flagged as such or not', () => {
  const image = new Uint8Array(16).fill(9, 8);
  for (const flags of [0x1a, 0x3a]) {
    image.set([1, 3, 3, 0, 0, flags, 0, 0]);
    expect(readTheta(image)).toEqual({ estimate: 1, theta: 1, count: 1 });
  }
});

test('half of the hash space: twice the hashes', () => {
  const image = new Uint8Array(40);
  image.set([3, 3, 3, 0, 0, 0x1a, 0, 0, 2]);
  image[23] = 0x40;
  expect(readTheta(image)).toEqual({ estimate: 4, theta: 0.5, count: 2 });
});

const empty = Uint8Array.of(1, 3, 3, 0, 0, 0x1e, 0, 0);
const exact = new Uint8Array(24);
exact.set([2, 3, 3, 0, 0, 0x1a, 0, 0, 1]);
const sampled = new Uint8Array(32);
sampled.set([3, 3, 3, 0, 0, 0x1a, 0, 0, 1]);
sampled[23] = 0x40;

const refusals: [string, Uint8Array, string, number, string][] = [
  ['no bytes', new Uint8Array(0), 'truncated', 0, '8 bytes are needed for the header, but there are 0'],
  ['the updatable form', patched(empty, { 2: 2 }), 'unsupported', 2, 'updatable form; only the compact one is read'],
  ['another family', patched(empty, { 2: 7 }), 'corrupt', 2, 'family 7 where 3 is expected'],
  ['another version', patched(empty, { 1: 2 }), 'unsupported', 1, 'serial version 2, only 3 is known'],
  [
    'an empty one with a long preamble',
    patched(empty, { 0: 2 }),
    'corrupt',
    0,
    'preamble 2 does not belong to an empty sketch',
  ],
  ['a preamble of 4', patched(exact, { 0: 4 }), 'corrupt', 0, 'preamble 4, not 1 to 3'],
  [
    'a byte behind an empty one',
    Uint8Array.of(...empty, 0),
    'corrupt',
    8,
    '8 bytes are enough for an image of 0 hashes, but there are 9',
  ],
  [
    'no count',
    exact.subarray(0, 15),
    'truncated',
    15,
    '16 bytes are needed for the number of hashes, but there are 15',
  ],
  [
    'no theta',
    sampled.subarray(0, 23),
    'truncated',
    23,
    '24 bytes are needed for the number of hashes, but there are 23',
  ],
  [
    'more hashes than bytes',
    patched(exact, { 11: 0xff }),
    'truncated',
    24,
    '34225520664 bytes are needed for an image of 4278190081 hashes, but there are 24',
  ],
  ['theta 0', patched(sampled, { 23: 0 }), 'corrupt', 16, 'theta is 0, not a share of the hash space'],
  ['theta above 1', patched(sampled, { 23: 0xff }), 'corrupt', 16, 'theta is 1.9921875, not a share of the hash space'],
];

test.each(refusals)('%s is refused', (_, bytes, code, offset, text) => {
  expect(refusal(() => readTheta(bytes))).toEqual({ code, offset, message: `theta sketch: ${text}` });
});

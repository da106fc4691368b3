import { goldenBytes, goldenHll, goldenNames } from '../testing/fixtures.ts';
import { readHll } from './read-hll.ts';
import { writeHll } from './write-hll.ts';

test.each(goldenNames('hll').filter((name) => !name.includes('updatable')))('%s comes back byte for byte', (name) => {
  const bytes = goldenBytes(name);
  expect(writeHll(readHll(bytes))).toEqual(bytes);
});

test.each(goldenHll.filter(({ compact }) => !compact))('$file comes back compact', ({ file }) => {
  const sketch = readHll(goldenBytes(file));
  expect(readHll(writeHll(sketch))).toEqual({ ...sketch, compact: true });
});

test('exceptions name the size of their table', () => {
  const { file } = goldenHll.find(({ exceptions = 0, compact }) => exceptions > 0 && compact)!;
  // 2^4 places at least for lgK 10 and 11, 2^2 for 4 to 6: spec 5.2.1.
  expect(writeHll(readHll(goldenBytes(file)))[4]).toBe(goldenBytes(file)[4]);
});

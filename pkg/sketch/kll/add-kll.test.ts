import { goldenBytes, refusal } from '../testing/fixtures.ts';
import { addKll } from './add-kll.ts';
import { emptyKll } from './kll-sketch.ts';
import { readKll } from './read-kll.ts';
import { sortedView } from './sorted-view.ts';

const sketches = [
  'kll-whylogs-doubles-k1024-n10000.sk',
  'kll-apache-floats-k200-n607.sk',
  'kll-whylogs-doubles-k200-n1.sk',
  'kll-whylogs-doubles-k200-n0.sk',
  'kll-whylogs-doubles-k1024-n1000000.sk',
].map((name) => readKll(goldenBytes(name)));

test('asks the same answers as the sketches it was made of', () => {
  const added = addKll(sketches);
  expect(sortedView([added])).toEqual(sortedView(sketches));
  expect(added).toMatchObject({ n: 1_010_608, minK: 200, itemBytes: 8 });
});

test('one sketch is given back, empty ones count for nothing', () => {
  const [first, , , nothing] = sketches;
  expect(addKll([nothing!, first!, nothing!])).toBe(first);
});

test('nothing at all', () => {
  expect(addKll([])).toEqual(emptyKll(1024));
  expect(addKll([emptyKll(64), emptyKll(8)])).toEqual(emptyKll(64));
});

test('more than 2^53 - 1 values are refused', () => {
  const levels = new Uint32Array(54);
  levels[53] = 1;
  const huge = { ...emptyKll(8), n: 2 ** 52, min: 0, max: 0, levels, items: Float64Array.of(0) };
  expect(refusal(() => addKll([huge, huge]))).toMatchObject({ code: 'limit', offset: null });
});

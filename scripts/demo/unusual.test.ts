import { unusualPoints } from './unusual.ts';

function series(...values: readonly (number | null)[]) {
  return values.map((value, day) => ({ column: 'a', timeMs: day, value }));
}

describe('unusual points', () => {
  it.each([
    ['nothing', series()],
    ['fewer than three days before', series(1, 2, 100)],
    ['a value on the bound itself', series(0, 0, 0, 0)],
    ['a missing value', series(1, 2, 3, null)],
    // mean 2, sample standard deviation 1: from -1 to 5
    ['a value just inside', series(1, 2, 3, 5)],
  ])('finds none in %s', (_, points) => {
    expect(unusualPoints(points)).toEqual([]);
  });

  it('finds a value beyond three sample standard deviations, with its bounds', () => {
    expect(unusualPoints(series(1, 2, 3, 5.001))).toEqual([
      { column: 'a', timeMs: 3, value: 5.001, lower: -1, upper: 5 },
    ]);
    expect(unusualPoints(series(1, null, 2, 3, -1.5)).map(({ value }) => value)).toEqual([-1.5]);
  });

  it('looks back fourteen days and no further', () => {
    const quiet = Array.from({ length: 14 }, (_, i) => i % 2);
    // mean 0.5, sample standard deviation 0.519: up to 2.06; the 50 before the window does not count.
    expect(unusualPoints(series(50, ...quiet, 2.1)).map(({ timeMs }) => timeMs)).toContain(15);
  });
});

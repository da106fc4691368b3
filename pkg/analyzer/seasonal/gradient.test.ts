import { gradient, innerProduct } from './gradient.ts';

const valley = (x: Float64Array): number => (x[0] ?? NaN) ** 2 + 3 * (x[1] ?? NaN);

describe('a gradient', () => {
  it('of a parabola and a line', () => {
    const at = Float64Array.of(2, 5);
    const found = gradient(valley, at, valley(at));
    expect(found[0]).toBeCloseTo(4, 9);
    expect(found[1]).toBeCloseTo(3, 9);
    expect([...at]).toEqual([2, 5]);
  });

  it('is of second order: a cubic is off by the square of half the width', () => {
    const cubic = (x: Float64Array): number => (x[0] ?? NaN) ** 3;
    // ((x + h)³ - (x - h)³) / 2h = 3 x² + h², h = 1e-5 for |x| up to 1 and 1e-5 |x| beyond.
    expect(gradient(cubic, Float64Array.of(0), 0)[0]).toBeCloseTo(1e-10, 20);
    expect(gradient(cubic, Float64Array.of(-1000), -1e9)[0]).toBeCloseTo(3e6 + 1e-4, 2);
  });

  it('asks as far away as the coordinate is large', () => {
    const asked: number[] = [];
    gradient((x) => asked.push(x[0] ?? NaN), Float64Array.of(-300), 0);
    expect(asked).toEqual([-300 + 0.003, -300 - 0.003]);
    asked.length = 0;
    gradient((x) => asked.push(x[0] ?? NaN), Float64Array.of(0.5), 0);
    expect(asked).toEqual([0.5 + 1e-5, 0.5 - 1e-5]);
  });

  it('takes the side that has a value, and 0 where none has', () => {
    const square = (x: number): number => x * x;
    const above = (x: Float64Array): number => ((x[0] ?? NaN) < 1 ? Infinity : square(x[0] ?? NaN));
    const below = (x: Float64Array): number => ((x[0] ?? NaN) > 1 ? Infinity : square(x[0] ?? NaN));
    expect(gradient(above, Float64Array.of(1), 1)[0]).toBeCloseTo(2 + 1e-5, 9);
    expect(gradient(below, Float64Array.of(1), 1)[0]).toBeCloseTo(2 - 1e-5, 9);
    expect(gradient(() => Infinity, Float64Array.of(1), 1)[0]).toBe(0);
  });
});

it('the inner product', () => {
  expect(innerProduct(Float64Array.of(1, 2, 3), Float64Array.of(4, -5, 6))).toBe(12);
  expect(innerProduct(new Float64Array(0), new Float64Array(0))).toBe(0);
});

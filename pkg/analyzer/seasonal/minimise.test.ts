import { maxSteps, minimise } from './minimise.ts';

function at(x: Float64Array, index: number): number {
  return x[index] ?? NaN;
}

/** Rosenbrock's valley, least at (1, 1). */
function rosenbrock(x: Float64Array): number {
  return 100 * (at(x, 1) - at(x, 0) ** 2) ** 2 + (1 - at(x, 0)) ** 2;
}

/** How often a function was called, beside its minimum. */
function counted(f: (x: Float64Array) => number, start: number[]): { found: number[] | null; calls: number } {
  let calls = 0;
  const found = minimise((x) => {
    calls += 1;
    return f(x);
  }, Float64Array.from(start));
  return { found: found === null ? null : [...found], calls };
}

describe('a search', () => {
  it("finds the end of Rosenbrock's valley in as many steps as others need", () => {
    const { found, calls } = counted(rosenbrock, [-1.2, 1]);
    expect(found?.[0]).toBeCloseTo(1, 5);
    expect(found?.[1]).toBeCloseTo(1, 5);
    // SciPy's BFGS takes 32 iterations from here; five calls each and some for the line searches.
    expect(calls).toBeLessThan(350);
  });

  it('solves a quadratic of three numbers', () => {
    const { found, calls } = counted(
      (x) => (at(x, 0) - 1) ** 2 + 10 * (at(x, 1) + 2) ** 2 + (at(x, 0) - 1) * (at(x, 2) - 3) + 5 * (at(x, 2) - 3) ** 2,
      [0, 0, 0]
    );
    expect(found?.[0]).toBeCloseTo(1, 5);
    expect(found?.[1]).toBeCloseTo(-2, 5);
    expect(found?.[2]).toBeCloseTo(3, 5);
    expect(calls).toBeLessThan(120);
  });

  it('begins with a step of length 1 at most', () => {
    const asked: number[] = [];
    minimise((x) => {
      asked.push(at(x, 0));
      return 1000 * at(x, 0);
    }, Float64Array.of(5));
    // The start, both sides of it, then the first trial.
    expect(asked[3]).toBeCloseTo(4, 12);
    asked.length = 0;
    minimise((x) => {
      asked.push(at(x, 0));
      return 0.25 * at(x, 0) ** 2;
    }, Float64Array.of(1));
    expect(asked[3]).toBeCloseTo(0.5, 9);
  });

  it('stays where nothing slopes', () => {
    expect(counted(() => 7, [3, 4])).toEqual({ found: [3, 4], calls: 5 });
    // 9e-7 counts as no slope, 2e-6 does not.
    expect(counted((x) => 9e-7 * at(x, 0), [0]).found).toEqual([0]);
    expect(counted((x) => 2e-6 * Math.max(-5, at(x, 0)), [0]).found?.[0]).toBeLessThan(-1);
  });

  it('ends after its most steps', () => {
    // Rosenbrock's function of 60 numbers takes more than twice as many.
    const many = (x: Float64Array): number => {
      let sum = 0;
      for (let i = 0; i + 1 < x.length; i += 1) sum += rosenbrock(x.subarray(i, i + 2));
      return sum;
    };
    const { found, calls } = counted(many, Array<number>(60).fill(-1.2));
    expect(maxSteps).toBe(200);
    // Each step takes a gradient of 120 calls and at least one of the line search.
    expect(calls / 121).toBeGreaterThan(200);
    expect(calls / 121).toBeLessThan(260);
    expect(many(Float64Array.from(found ?? []))).toBeGreaterThan(0.01);
  });

  it.each([1, -1, 1e-3])('on a slope of %d that never ends stays among the numbers', (slope) => {
    const { found } = counted((x) => slope * at(x, 0), [0]);
    expect(Number.isFinite(found?.[0])).toBe(true);
    expect(slope * (found?.[0] ?? NaN)).toBeLessThan(-1e5);
  });

  it.each([NaN, Infinity, -Infinity])('from where the value is %d finds nothing', (value) => {
    expect(minimise(() => value, Float64Array.of(0))).toBeNull();
  });

  it('turns away from where there is no value', () => {
    const { found } = counted((x) => (at(x, 0) > 0 ? at(x, 0) - Math.log(at(x, 0)) : NaN), [0.01]);
    expect(found?.[0]).toBeCloseTo(1, 5);
    const downThere = counted((x) => (at(x, 0) < 0 ? -Infinity : (at(x, 0) - 2) ** 2), [0.5]);
    expect(downThere.found?.[0]).toBeCloseTo(2, 5);
  });

  it('begins anew where what it learnt misleads', () => {
    // A valley with a sharp bottom: the curvature of its sides says nothing about the bottom.
    const { found } = counted((x) => Math.abs(at(x, 0) - at(x, 1)) * 10 + (at(x, 0) + at(x, 1) - 2) ** 2, [3, -4]);
    expect(Math.abs((found?.[0] ?? NaN) - (found?.[1] ?? NaN))).toBeLessThan(0.01);
  });

  it('leaves the start as it was', () => {
    const start = Float64Array.of(-1.2, 1);
    minimise(rosenbrock, start);
    expect([...start]).toEqual([-1.2, 1]);
  });
});

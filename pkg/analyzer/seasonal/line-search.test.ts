import type { Objective } from './gradient.ts';
import { lowerAlong, maxTrials } from './line-search.ts';

/** Where a search from x along a direction of length `step` ends, of a function of one number. */
function search(f: (x: number) => number, x: number, slope: number, step: number): number | null {
  const objective: Objective = (place) => f(place[0] ?? NaN);
  const from = { x: Float64Array.of(x), value: f(x), gradient: Float64Array.of(slope) };
  const found = lowerAlong(objective, from, Float64Array.of(step));
  if (found === null) return null;
  expect(found.value).toBe(f(found.x[0] ?? NaN));
  return found.x[0] ?? NaN;
}

const square = (x: number): number => x * x;

describe('a line search on x² from 1', () => {
  it('takes the first step where it is good', () => {
    expect(search(square, 1, 2, -1)).toBe(0);
  });

  it('doubles a step after which the slope is still over nine tenths', () => {
    // 0.001 * 2^6 leaves 0.936 of the slope, 2^7 0.872.
    expect(search(square, 1, 2, -0.001)).toBeCloseTo(1 - 0.128, 12);
  });

  it('halves a step that leads up again', () => {
    // To -15, -7, -3 and -1 (as high as the start), then to 0.
    expect(search(square, 1, 2, -16)).toBe(0);
  });

  it('halves between a step too short and one too long', () => {
    // A kink at 0.3: 0.25 is too short, for the slope stays; 0.5 leads up; 0.375 decreases enough and slopes up.
    const kinked = (x: number): number => Math.abs(x - 0.3) * (x > 0.3 ? 3 : 1);
    expect(search(kinked, 0, -1, 0.0625)).toBe(0.375);
    expect(search(kinked, 0, -1, 0.25)).toBe(0.375);
  });

  it('accepts no step that falls short of its promise', () => {
    // From 1 the slope promises 2; a decrease of 0.0001 for a step of 1 is less than a ten-thousandth of that.
    const shelf = (x: number): number => (x === 1 ? 1 : x > 0.4 ? 0.99 - (x - 0.4) : 0.9999);
    expect(search(shelf, 1, 2, -1)).toBe(0.5);
    const deeper = (x: number): number => (x === 1 ? 1 : 0.9997);
    expect(search(deeper, 1, 2, -1)).toBe(0);
  });

  it('gives up on a direction that leads up', () => {
    expect(search(square, 1, 2, 1)).toBeNull();
    expect(search((x) => (x === 1 ? 1 : Infinity), 1, 2, -1)).toBeNull();
  });

  it.each([NaN, Infinity, 0, 1])('does not follow a direction %d long against the slope', (step) => {
    expect(search((x) => x, 0, 1, step)).toBeNull();
  });

  it('does not follow a direction without end', () => {
    expect(search((x) => x, 0, 1, -Infinity)).toBeNull();
  });

  it('returns the farthest of a slope that never ends', () => {
    expect(maxTrials).toBe(30);
    expect(search((x) => -x, 0, -1, 1)).toBe(2 ** 29);
  });

  it('stays where there are values', () => {
    // -log x + x has its minimum at 1 and no value below 0.
    const found = search((x) => (x > 0 ? x - Math.log(x) : Infinity), 3, 2 / 3, -8);
    expect(found).toBe(1);
  });
});

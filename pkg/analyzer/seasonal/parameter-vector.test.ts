import { parametersAt, vectorOf } from './parameter-vector.ts';

const order = { p: 2, d: 0, q: 1, P: 1, D: 0, Q: 2, m: 7 };

it('puts parameters in the order of the search and back', () => {
  const parameters = {
    intercept: 0.5,
    ar: Float64Array.of(0.1, -0.2),
    ma: Float64Array.of(0.6),
    seasonalAr: Float64Array.of(1.25),
    seasonalMa: Float64Array.of(1.08, 0.8),
    variance: 2,
  };
  const vector = vectorOf(parameters);
  const expected = [0.5, 0.1, -0.2, 0.75, 1.25, 0.75, 4 / 3, Math.LN2];
  expect(vector).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(vector[i]).toBeCloseTo(value, 13));
  const back = parametersAt(vector, order);
  expect(back.intercept).toBe(0.5);
  expect([...back.ar]).toEqual([0.1, -0.2]);
  expect(back.ma[0]).toBeCloseTo(0.6, 14);
  expect([...back.seasonalAr]).toEqual([1.25]);
  expect(back.seasonalMa[0]).toBeCloseTo(1.08, 14);
  expect(back.seasonalMa[1]).toBeCloseTo(0.8, 14);
  expect([back.ma.length, back.seasonalMa.length]).toEqual([1, 2]);
  expect(back.variance).toBeCloseTo(2, 14);
});

it('makes zeros of moving-average parts that are not invertible', () => {
  const none = new Float64Array(0);
  const vector = vectorOf({
    intercept: 0,
    ar: none,
    ma: Float64Array.of(2, 1),
    seasonalAr: none,
    seasonalMa: Float64Array.of(-1),
    variance: 1,
  });
  expect([...vector]).toEqual([0, 0, 0, 0, 0]);
});

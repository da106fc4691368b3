import { firstAboveFrom, firstAtLeastNear } from './search-near.ts';

/** Ascending, with repeated values, longer than what is searched step by step. */
const values = Array.from({ length: 60 }, (_, i) => Math.floor(i / 3));
const items = new DataView(Float64Array.from([-Infinity, ...values, Infinity]).buffer);
const sorted = [-Infinity, ...values, Infinity];

test.each([-Infinity, -1, 0, 0.5, 7, 12.5, 19, 20, Infinity])(
  'the first that is at least %p, from wherever it is guessed',
  (value) => {
    for (const [from, to] of [
      [0, 62],
      [5, 40],
      [13, 13],
      [61, 62],
    ] as const) {
      const found = sorted.slice(from, to).findIndex((item) => item >= value);
      for (let guess = from; guess <= to; guess++) {
        expect(firstAtLeastNear(items, value, from, to, guess)).toBe(found < 0 ? to : from + found);
      }
    }
  }
);

test.each([-Infinity, -1, 0, 0.5, 7, 12.5, 19, 20, Infinity])(
  'the first above %p, from wherever it is begun',
  (value) => {
    for (const to of [62, 40, 10]) {
      for (let from = 0; from <= to; from++) {
        const found = sorted.slice(from, to).findIndex((item) => item > value);
        expect(firstAboveFrom(items, value, from, to)).toBe(found < 0 ? to : from + found);
      }
    }
  }
);

/** What `ints/max` and `ints/min` hold when no integer was seen (spec 3.4). */
export const noIntegerMax = -(2n ** 63n - 1n);
export const noIntegerMin = 2n ** 63n - 1n;

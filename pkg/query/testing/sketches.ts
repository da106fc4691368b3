import { KllBuilder, type KllSketch } from '../../sketch/index.ts';

/** A sketch of values; exact up to some hundreds of them by default. */
export function kllOf(values: Iterable<number>, k = 1024): KllSketch {
  const builder = new KllBuilder(k, 1);
  for (const value of values) {
    builder.update(value);
  }
  return builder.toSketch();
}

/** The whole numbers from `from` to `to`, both among them. */
export function integersOf(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

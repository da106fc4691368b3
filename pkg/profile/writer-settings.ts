/** Sizes of the sketches, whylogs' defaults unless said otherwise (spec 3.1), and the writer's limits. */
export interface WriterSettings {
  /** Accuracy of quantiles: 1024 for a rank error of 0.27 %. */
  readonly kllK: number;
  /** Accuracy of distinct counts: 12 for 1.3 %. */
  readonly hllLgK: number;
  /** Frequent values kept: 3/4 of 2 to this power. */
  readonly frequentItemsLgMax: number;
  /** Characters after which a frequent text is cut. */
  readonly frequentItemCharacters: number;
  /** Most columns: each takes about 200 KB of memory, and a program that logs foreign keys could bring any number. */
  readonly columns: number;
}

export const defaultWriterSettings: WriterSettings = {
  kllK: 1024,
  hllLgK: 12,
  frequentItemsLgMax: 10,
  frequentItemCharacters: 128,
  columns: 2_000,
};

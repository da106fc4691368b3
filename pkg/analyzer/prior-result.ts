/** What later calculations need of an earlier result of the same analyzer, column and segment (spec/analyzers.md b.1). */
export interface PriorResult {
  /** Start of the batch that the result is about, epoch ms. */
  readonly datasetTimestamp: number;
  /** The metric's value. Null when the result was a failure. */
  readonly value: number | null;
  readonly anomalyCount: 0 | 1;
  /** Whether later baselines should take a replacement for this batch's value. */
  readonly shouldReplace: boolean;
  /** The value to take instead. Null unless `shouldReplace`. */
  readonly replacement: number | null;
  /** The drawn expectation that the replacement was mixed with. Null unless `shouldReplace`. */
  readonly adjustedPrediction: number | null;
  /** Share of the measured value in the replacement, 0 to 1. Null unless `shouldReplace`. */
  readonly lambdaKeep: number | null;
}

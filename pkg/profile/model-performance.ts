import type { KllSketch } from '../sketch/index.ts';

/** Least denominator of a ratio of counts (spec 4.3): where nothing is divided by nothing, the ratio is 0. */
export const leastDenominator = 2 ** -52;

/** The examples with one predicted and one true label. */
export interface ScoreCell {
  readonly count: number;
  /** Mean and sum of squared deviations of their scores; null when the file does not say it. */
  readonly mean: number | null;
  readonly m2: number | null;
  /** Their scores: of the predicted class, as logged; 1 for each where the model gave none. Null in a cell without. */
  readonly kll: KllSketch | null;
}

/** A classification (spec 4.1). */
export interface Classification {
  readonly predictionField: string;
  readonly targetField: string;
  readonly scoreField: string;
  /** In the file's order; merged: sorted, `None` last. */
  readonly labels: readonly string[];
  /** Row-major, a row for each predicted label: `cells[predicted * labels.length + true]`. */
  readonly cells: readonly ScoreCell[];
}

/** Sums over the examples of a regression; the difference is prediction minus target (spec 4.1). */
export interface Regression {
  readonly predictionField: string;
  readonly targetField: string;
  readonly count: number;
  readonly sumAbsDiff: number;
  readonly sumDiff: number;
  readonly sum2Diff: number;
}

/** What a profile says of a model's performance. Ranking has no message: its figures are ordinary columns (spec 4.4). */
export interface ModelPerformance {
  /** Hash of the message, for the order of merging. */
  readonly contentHash: string;
  readonly outputFields: readonly string[];
  readonly classification: Classification | null;
  readonly regression: Regression | null;
}

import type { KllSketch } from '../sketch/index.ts';

/** Scores of the examples with one predicted and one true label; their number is `kll.n`. */
export interface ScoreCell {
  readonly mean: number;
  readonly m2: number;
  readonly kll: KllSketch;
}

/** A classification (spec 4.1). */
export interface Classification {
  readonly predictionField: string;
  readonly targetField: string;
  readonly scoreField: string;
  /** In the file's order; merged: sorted, `None` last. */
  readonly labels: readonly string[];
  /** Row-major: `cells[predicted * labels.length + true]`. Null where there is no example. */
  readonly cells: readonly (ScoreCell | null)[];
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

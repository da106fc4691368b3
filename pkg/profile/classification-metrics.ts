import { type Classification, leastDenominator } from './model-performance.ts';
import { auroc } from './roc.ts';

/** Examples by what was predicted and what was true, from the point of view of one label. */
export interface LabelCounts {
  readonly label: string;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** Figures of one label. */
export interface LabelMetrics extends LabelCounts {
  readonly precision: number;
  readonly recall: number;
  readonly fpr: number;
  /** With the service's tiny term 2^-23 in the denominator. */
  readonly f1: number;
  /** Without that term. */
  readonly f1Exact: number;
}

/** Figures of a classification as WhyLabs computes them (spec 4.3, analyzers a.3). */
export interface ClassificationMetrics {
  /** The label that two-class figures are of; null when they are means over all labels. */
  readonly positiveLabel: string | null;
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly fpr: number;
  /** Mean of the labels' F1, not the F1 of the means. */
  readonly f1: number;
  /** The same without the service's tiny term. */
  readonly f1Exact: number;
  /** 0 where the profile has no scores that tell examples apart. */
  readonly auroc: number;
  readonly perLabel: readonly LabelMetrics[];
}

/** What the service adds to precision + recall before it divides. */
const f1Term = 2 ** -23;

/** Null without examples. */
export function classificationMetrics(classification: Classification): ClassificationMetrics | null {
  if (classification.cells.every(({ count }) => count === 0)) return null;
  const perLabel = classification.labels.map((_, index) => labelMetrics(labelCounts(classification, index)));
  const positive = positiveIndex(classification.labels);
  const chosen = positive === null ? perLabel : perLabel.slice(positive, positive + 1);
  const correct = sum(perLabel.map(({ tp }) => tp));
  const wrong = sum(perLabel.map(({ fp }) => fp));
  return {
    positiveLabel: positive === null ? null : (classification.labels[positive] ?? null),
    accuracy: correct / (correct + wrong),
    precision: mean(chosen.map(({ precision }) => precision)),
    recall: mean(chosen.map(({ recall }) => recall)),
    fpr: mean(chosen.map(({ fpr }) => fpr)),
    f1: mean(chosen.map(({ f1 }) => f1)),
    f1Exact: mean(chosen.map(({ f1Exact }) => f1Exact)),
    auroc: mean(
      (positive === null ? classification.labels.map((_, index) => index) : [positive]).map((index) =>
        auroc(classification, index)
      )
    ),
    perLabel,
  };
}

/** With two labels only one counts: `1`, else `True`, else the first. */
function positiveIndex(labels: readonly string[]): number | null {
  if (labels.length !== 2) return null;
  const named = ['1', 'True'].map((label) => labels.indexOf(label)).find((index) => index >= 0);
  return named ?? 0;
}

/** Counts of one label; rows are predictions, columns the truth. */
export function labelCounts({ labels, cells }: Classification, index: number): LabelCounts {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (const [cell, { count }] of cells.entries()) {
    const isPredicted = Math.floor(cell / labels.length) === index;
    const isTrue = cell % labels.length === index;
    if (isPredicted && isTrue) tp += count;
    else if (isPredicted) fp += count;
    else if (isTrue) fn += count;
    else tn += count;
  }
  return { label: labels[index] ?? '', tp, fp, fn, tn };
}

function labelMetrics(counts: LabelCounts): LabelMetrics {
  const { tp, fp, fn, tn } = counts;
  const precision = tp / Math.max(tp + fp, leastDenominator);
  const recall = tp / Math.max(tp + fn, leastDenominator);
  return {
    ...counts,
    precision,
    recall,
    fpr: fp / Math.max(fp + tn, leastDenominator),
    f1: (2 * precision * recall) / (precision + recall + f1Term),
    f1Exact: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

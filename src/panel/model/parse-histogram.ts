import { type DataFrame, type Field, FieldType } from '@grafana/data';
import { sum } from '../element.ts';
import { areAmounts, fieldNamed, numbersOf, readDistribution, sharesOf, sidesOf, totalOf } from './columns.ts';
import { isRefusal, parseBins, type Refusal } from './parse-bins.ts';
import { textAt } from './json.ts';
import { customOf, parseFacts } from './parse-meta.ts';
import type { BinContributions, Bins, ProfileModel } from './profile-model.ts';

/**
 * The analyzer's bins, from a contributions frame or from a histogram frame that has the field itself. Null when the
 * frame says nothing of contributions, as without a baseline.
 */
export function parseContributions(frame: DataFrame): BinContributions | Refusal | null {
  const contribution = numbersOf(fieldNamed(frame, 'contribution'), frame.length);
  const [target, baseline] = [readDistribution(frame, 'target'), readDistribution(frame, 'baseline')];
  if (contribution === null || target === null || baseline === null || frame.length === 0) {
    return null;
  }
  const bins = parseBins(frame);
  if (isRefusal(bins)) {
    return bins;
  }
  if (target === 'invalid' || baseline === 'invalid' || !contribution.every(Number.isFinite)) {
    return { reason: 'a contribution or a share is no finite number' };
  }
  return { ...bins, contribution, targetShares: target.shares, baselineShares: baseline.shares };
}

/** True when the data source says so, and every edge lies in the middle between whole numbers. */
function isWhole(frame: DataFrame, { xMin, xMax }: Bins): boolean {
  const binning = textAt(customOf(frame), 'binning');
  const isBetween = (edge: number) => Math.abs(edge % 1) === 0.5;
  return (binning === 'per_value' || binning === 'whole_numbers') && xMin.every(isBetween) && xMax.every(isBetween);
}

/** A histogram of the profile query. */
export function parseHistogram(
  frame: DataFrame,
  name: string,
  contributions: BinContributions | null
): ProfileModel | Refusal {
  const [target, baseline] = [readDistribution(frame, 'target'), readDistribution(frame, 'baseline')];
  if (target === 'invalid' || baseline === 'invalid') {
    return { reason: 'a count or a share is negative or no number' };
  }
  const facts = { name, ...parseFacts(frame, { target: totalOf(target), baseline: totalOf(baseline) }) };
  const sides = sidesOf(target, baseline);
  if (frame.length === 0 || sides === null) {
    return { shape: 'empty', ...facts };
  }
  const bins = parseBins(frame);
  return isRefusal(bins)
    ? bins
    : { shape: 'histogram', ...facts, ...sides, bins, isWhole: isWhole(frame, bins), contributions };
}

/** Fields of counts in one of Grafana's own histogram frames: all numbers but the edges. */
export function countFields(frame: DataFrame): readonly Field[] {
  return frame.fields.filter(({ name, type }) => type === FieldType.number && name !== 'xMin' && name !== 'xMax');
}

/** One field of counts of one of Grafana's own histogram frames: a target without metadata and without baseline. */
export function parsePlainHistogram(frame: DataFrame, field: Field, name: string): ProfileModel | Refusal {
  const counts = numbersOf(field, frame.length);
  if (counts !== null && !areAmounts(counts)) {
    return { reason: 'a count is negative or no number' };
  }
  const facts = {
    name,
    ...parseFacts(frame, { target: counts === null ? null : sum(counts), baseline: null }),
    judgement: { state: 'not-judged', algorithm: null, distance: null } as const,
    missing: [],
  };
  const sides = sidesOf(counts === null ? null : { counts, shares: sharesOf(counts) }, null);
  if (frame.length === 0 || sides === null) {
    return { shape: 'empty', ...facts };
  }
  const bins = parseBins(frame);
  return isRefusal(bins) ? bins : { shape: 'histogram', ...facts, ...sides, bins, isWhole: false, contributions: null };
}

import type { AnalyzerOutcome, FrequentStringComparisonConfig, ItemCount } from '../contract/index.ts';
import type { FrequentItems, SelectedItem } from '../sketch/index.ts';
import { addFrequentItems, selectFrequentItems } from '../sketch/index.ts';
import { formatCount } from './format-number.ts';
import { failure, verdict } from './outcome.ts';

/** Items that a result samples at most: WhyLabs' number. */
export const maxSampledItems = 5;

/** UTF-16 units of an item that are compared: WhyLabs' number, below which whylogs cuts texts as well. */
export const comparedLength = 128;

export interface FrequentStringComparisonInput {
  readonly target: readonly FrequentItems[];
  readonly baseline: readonly FrequentItems[];
}

/** All items that a window's sketches hold, by their compared text; the most frequent first. */
function itemsOf(sketches: readonly FrequentItems[]): ReadonlyMap<string, SelectedItem> {
  const items = new Map<string, SelectedItem>();
  for (const item of selectFrequentItems(addFrequentItems(sketches), 'NO_FALSE_NEGATIVES')) {
    // A cut may not leave half of a pair of surrogates: no format could carry it.
    const text = item.value.slice(0, comparedLength).replace(/[\uD800-\uDBFF]$/, '');
    if (!items.has(text)) {
      items.set(text, item);
    }
  }
  return items;
}

/** Items of `left` that `right` lacks, with their counts. */
function without(
  left: ReadonlyMap<string, SelectedItem>,
  right: ReadonlyMap<string, SelectedItem>
): [text: string, count: ItemCount][] {
  return [...left]
    .filter(([text]) => !right.has(text))
    .map(([text, { estimate, lower, upper }]) => [text, [estimate, lower, upper]]);
}

/**
 * Compares the sets of frequent texts of a target and its merged baseline, counts aside (spec/analyzers.md b.8). Reliable
 * below about a hundred distinct texts, while the sketches hold all of them. The explanation names no text; the sample
 * field does, so that hiding texts means dropping that field.
 *
 * @returns none when the target has no sketch, a failure RollupBaselineRequired when the baseline has none
 */
export function frequentStringComparison(
  config: FrequentStringComparisonConfig,
  { target, baseline }: FrequentStringComparisonInput
): AnalyzerOutcome {
  if (target.length === 0) {
    return { kind: 'none', reason: 'the target has no frequent items' };
  }
  if (baseline.length === 0) {
    return failure(
      'RollupBaselineRequired',
      'frequent_string_comparison needs a baseline with frequent_items and none of its batches has them; ' +
        'choose another baseline, or a column whose texts are counted'
    );
  }
  const { operator } = config;
  const [targetItems, baselineItems] = [itemsOf(target), itemsOf(baseline)];
  const added = operator === 'target_includes_all_baseline' ? [] : without(targetItems, baselineItems);
  const missing = operator === 'baseline_includes_all_target' ? [] : without(baselineItems, targetItems);
  const found = [...added, ...missing];
  const sample = found.slice(0, maxSampledItems);
  const findings = [
    ...(operator === 'target_includes_all_baseline'
      ? []
      : [
          `${formatCount(added.length, 'text', 'texts')} of the target ${added.length === 1 ? 'is' : 'are'} not in the baseline`,
        ]),
    ...(operator === 'baseline_includes_all_target'
      ? []
      : [
          `${formatCount(missing.length, 'text', 'texts')} of the baseline ${missing.length === 1 ? 'is' : 'are'} not in the target`,
        ]),
  ];
  return verdict(
    found.length > 0,
    {
      frequentStringComparison_operator: operator,
      frequentStringComparison_sample: sample.length === 0 ? null : sample.map(([text]) => text),
      freqStringCount: sample.length === 0 ? null : sample.map(([, count]) => count),
    },
    `frequent_items: ${findings.join(', ')}`
  );
}

import type { ProfileSide } from '../../../pkg/contract/index.ts';
import { at } from '../element.ts';
import { quantileOf } from '../model/parse-side.ts';
import type { CategoriesProfile, EmptyProfile, HistogramProfile, ProfileModel } from '../model/profile-model.ts';
import { sortedCategories } from '../shape/categories.ts';
import { singleValue } from '../shape/display-bins.ts';
import { specialValues } from '../shape/special-values.ts';
import { edgeDecimals } from './edges.ts';
import { largestShift, type Shift } from './largest-shift.ts';
import { countText, type Formatter, percent } from './number.ts';

/** A change of less than this part of all values is not worth a sentence. */
export const noticeableShare = 0.005;

/** Names of new and gone categories that are told one by one. */
const toldCategories = 3;

function changed(from: number, to: number): string {
  const [before, after] = [percent(from), percent(to)];
  return before === after ? `unchanged at ${after}` : `${to > from ? 'rose' : 'fell'} from ${before} to ${after}`;
}

/** Where the shift lies, by the edges of its bins. */
function rangeText({ bins: { xMin, xMax } }: HistogramProfile, { from, to }: Shift, format: Formatter): string {
  const decimals = edgeDecimals(at(xMin, from), at(xMax, from));
  const [start, end] = [at(xMin, from), at(xMax, to - 1)].map((edge) => format.value(edge, decimals));
  return to === xMin.length
    ? `Values of ${start} or more`
    : from === 0
      ? `Values below ${end}`
      : `Values from ${start} to ${end}`;
}

/** Where the shift lies, by whole numbers. */
function wholeRange({ bins: { xMin, xMax } }: HistogramProfile, { from, to }: Shift, format: Formatter): string {
  const [first, last] = [Math.ceil(at(xMin, from)), Math.floor(at(xMax, to - 1))].map((value) =>
    format.value(value, 0)
  );
  return to === xMin.length
    ? `Values of ${first} or more`
    : from === 0
      ? `Values up to ${last}`
      : first === last
        ? `The value ${first}`
        : `Values from ${first} to ${last}`;
}

function shiftClause(profile: HistogramProfile, target: Float64Array, baseline: Float64Array, format: Formatter) {
  const shift = largestShift(target, baseline);
  // Neither the eye nor the sketches can tell less than the intervals around both shares.
  const uncertainty = (profile.targetFacts?.rankError ?? 0) + (profile.baselineFacts?.rankError ?? 0);
  const change = shift === null ? 0 : Math.abs(shift.target - shift.baseline);
  if (shift === null || change < noticeableShare) {
    return 'The distribution is nearly the same';
  }
  if (change < uncertainty) {
    return `The distributions differ by less than the sketches can tell (${percent(uncertainty)})`;
  }
  const range = profile.isWhole ? wholeRange(profile, shift, format) : rangeText(profile, shift, format);
  return `${range} ${changed(shift.baseline, shift.target)}`;
}

function medianClause(target: ProfileSide | null, baseline: ProfileSide | null, format: Formatter): string | null {
  const [after, before] = [quantileOf(target, 0.5), quantileOf(baseline, 0.5)];
  if (after === null || before === null) {
    return null;
  }
  const [from, to] = [format.value(before), format.value(after)];
  return from === to ? `the median stayed at ${to}` : `the median moved from ${from} to ${to}`;
}

const specialNames = { null: 'missing values', nan: 'NaN values', inf: 'infinite values' } as const;

/** What happened to values that are in no bin; missing values are spoken of even when nothing happened. */
function specialClauses(target: ProfileSide | null, baseline: ProfileSide | null): readonly string[] {
  const present = specialValues(target, baseline);
  const clauses = present.flatMap((value) => {
    const [after, before] = [value.target?.share, value.baseline?.share];
    return after === undefined || before === undefined ? [] : [`${specialNames[value.kind]} ${changed(before, after)}`];
  });
  const knowsNulls = typeof target?.count_null === 'number' && typeof baseline?.count_null === 'number';
  return knowsNulls && !present.some(({ kind }) => kind === 'null') ? [...clauses, 'no missing values'] : clauses;
}

function quoted(names: readonly string[]): string {
  const told = names.slice(0, toldCategories).map((name) => `"${name}"`);
  const more = names.length - told.length;
  return more > 0 ? `${told.join(', ')} and ${more} more` : told.join(', ');
}

function categoryClauses(profile: CategoriesProfile): readonly string[] {
  const rows = sortedCategories(profile, 'frequency');
  const change = ({ target, baseline }: (typeof rows)[number]) => (target?.share ?? 0) - (baseline?.share ?? 0);
  const [largest] = [...rows].sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)));
  if (largest === undefined || Math.abs(change(largest)) < noticeableShare) {
    return ['The categories have nearly the same shares'];
  }
  const named = (badge: 'new' | 'gone') =>
    rows.filter((row) => row.badge === badge && row !== largest).map(({ name }) => name);
  const [fresh, gone] = [named('new'), named('gone')];
  return [
    `"${largest.name}" ${changed(largest.baseline?.share ?? 0, largest.target?.share ?? 0)}`,
    ...(fresh.length > 0 ? [`new: ${quoted(fresh)}`] : []),
    ...(gone.length > 0 ? [`gone: ${quoted(gone)}`] : []),
  ];
}

/** One side alone: how many values, where they lie. */
function descriptionOf(side: ProfileSide | null, format: Formatter): string | null {
  if (side === null) {
    return null;
  }
  const median = quantileOf(side, 0.5);
  const range =
    side.min === null || side.max === null
      ? []
      : side.min === side.max
        ? [`all ${format.value(side.min)}`]
        : [`from ${format.value(side.min)} to ${format.value(side.max)}`];
  const middle = median === null || side.min === side.max ? [] : [`median ${format.value(median)}`];
  const nulls = side.count_null !== null && side.count_null > 0 ? [`${countText(side.count_null)} missing`] : [];
  return [`${countText(side.n)} values`, ...range, ...middle, ...nulls].join(', ');
}

function oneSided(profile: ProfileModel, format: Formatter): string {
  const [target, baseline] = [descriptionOf(profile.targetFacts, format), descriptionOf(profile.baselineFacts, format)];
  if (profile.shape !== 'empty' && profile.target === null) {
    return `No values in the target; the baseline has ${baseline ?? 'values'}`;
  }
  // The verdict's own sentence, where there is one, says it already.
  const isSaid = profile.baselineSpec === null || profile.verdictSentence !== null;
  return target === null ? 'No values' : isSaid ? target : `${target}; no baseline to compare with`;
}

function comparison(profile: HistogramProfile | CategoriesProfile, format: Formatter): readonly (string | null)[] {
  const { target, baseline, targetFacts, baselineFacts } = profile;
  if (target === null || baseline === null) {
    return [oneSided(profile, format)];
  }
  const specials = specialClauses(targetFacts, baselineFacts);
  if (profile.shape === 'categories') {
    return [...categoryClauses(profile), ...specials];
  }
  const single = singleValue(profile);
  if (single !== null) {
    return [`All values of both are ${format.value(single)}`, ...specials];
  }
  return [
    shiftClause(profile, target.shares, baseline.shares, format),
    medianClause(targetFacts, baselineFacts, format),
    ...specials,
  ];
}

/** Without cells there may still be a change of what is missing. */
function emptyClauses(profile: EmptyProfile, format: Formatter): readonly string[] {
  const specials = specialClauses(profile.targetFacts, profile.baselineFacts);
  return specials.length === 0 ? [oneSided(profile, format)] : ['No values to draw', ...specials];
}

/**
 * What changed in the distribution, in one sentence with its numbers, by rules: the largest shift, the median, missing
 * and other special values; for one side alone, what it is.
 */
export function sentence(profile: ProfileModel, format: Formatter): string {
  const clauses = profile.shape === 'empty' ? emptyClauses(profile, format) : comparison(profile, format);
  return `${clauses.filter((clause) => clause !== null).join('; ')}.`;
}

import type { BinContributions, HistogramProfile } from '../model/profile-model.ts';
import { at } from '../element.ts';
import type { CategoryRow } from '../shape/categories.ts';
import { binAt } from '../shape/contribution-strip.ts';
import type { Amount, DisplayBin } from '../shape/display-bins.ts';
import type { Reading, ReadingRow } from '../shape/scene.ts';
import type { SpecialKind, SpecialValue } from '../shape/special-values.ts';
import { edgesText, wholeText } from './edges.ts';
import { compactText, countText, type Formatter, percent, points } from './number.ts';

/** A share with the sketch's interval around it, where that is wider than what is written. */
function shareText(share: number, rankError: number | null): string {
  if (rankError === null || rankError === 0) {
    return percent(share);
  }
  return `${percent(share)} (${percent(Math.max(share - rankError, 0))}–${percent(Math.min(share + rankError, 1))})`;
}

function row<Side>(label: string, sides: readonly [Side | null, Side | null], text: (side: Side) => string | null) {
  const [target, baseline] = sides.map((side) => (side === null ? null : text(side)));
  const made: ReadingRow = { label, target: target ?? null, baseline: baseline ?? null };
  return made.target === null && made.baseline === null ? [] : [made];
}

/** The difference in points and as a factor, where both sides are there. */
function changeRemark(target: Amount | null, baseline: Amount | null): readonly string[] {
  if (target === null || baseline === null) {
    return [];
  }
  const factor =
    target.share > 0 && baseline.share > 0 ? ` (× ${Number((target.share / baseline.share).toPrecision(2))})` : '';
  return [`Change ${points(target.share - baseline.share)}${factor}`];
}

export interface Cumulated {
  readonly target: number | null;
  readonly baseline: number | null;
}

/** The analyzer's bin at the middle of a bar, and its share of the distance. */
export function contributionAt(contributions: BinContributions | null, bin: DisplayBin): number | null {
  return contributions === null ? null : binAt(contributions, bin.xMin / 2 + bin.xMax / 2);
}

/** What is to be read of one bar of a histogram. */
export function binReading(
  bin: DisplayBin,
  profile: HistogramProfile,
  cumulated: Cumulated,
  format: Formatter
): Reading {
  const { targetFacts, baselineFacts, contributions } = profile;
  const sides = [bin.target, bin.baseline] as const;
  const width = bin.xMax - bin.xMin;
  const idx = contributionAt(contributions, bin);
  const analyzerBin = contributions !== null && idx !== null ? contributionRemark(contributions, idx, format) : [];
  return {
    title: profile.isWhole ? wholeText(bin, format) : edgesText(bin, format),
    rows: [
      ...row('Count', sides, ({ count }) => (count === null ? null : countText(count))),
      ...row(
        'Share',
        [
          bin.target && { share: bin.target.share, error: targetFacts?.rankError ?? null },
          bin.baseline && { share: bin.baseline.share, error: baselineFacts?.rankError ?? null },
        ],
        ({ share, error }) => shareText(share, error)
      ),
      ...(width > 0 && Number.isFinite(width) ? row('Density', sides, ({ share }) => compactText(share / width)) : []),
      ...row('Up to here', [cumulated.target, cumulated.baseline], percent),
    ],
    remarks: [...changeRemark(bin.target, bin.baseline), ...analyzerBin],
  };
}

function contributionRemark(contributions: BinContributions, idx: number, format: Formatter): readonly string[] {
  const edges = edgesText(
    {
      xMin: at(contributions.xMin, idx),
      xMax: at(contributions.xMax, idx),
      isClosed: idx === contributions.xMin.length - 1,
    },
    format
  );
  return [`${percent(at(contributions.contribution, idx))} of the distance in ${edges}`];
}

/** What is to be read of a category. */
export function categoryReading({ name, target, baseline, contribution, badge }: CategoryRow): Reading {
  const sides = [target, baseline] as const;
  return {
    title: name,
    rows: [
      ...row('Count', sides, ({ count }) => (count === null ? null : countText(count))),
      ...row('Share', sides, ({ share }) => percent(share)),
    ],
    remarks: [
      ...(badge === null ? [] : [badge === 'new' ? 'New: not in the baseline' : 'Gone: not in the target']),
      ...changeRemark(target, baseline),
      ...(contribution === null ? [] : [`${percent(contribution)} of the distance`]),
    ],
  };
}

const specialTitles: Record<SpecialKind, string> = {
  null: 'Missing values (null)',
  nan: 'Not a number (NaN)',
  inf: 'Infinite values',
};

/** What is to be read of values that are in no bin. */
export function specialReading({ kind, target, baseline }: SpecialValue): Reading {
  return {
    title: specialTitles[kind],
    rows: [
      ...row('Count', [target, baseline], ({ count }) => countText(count)),
      ...row('Of all rows', [target, baseline], ({ share }) => percent(share)),
    ],
    remarks: changeRemark(target, baseline),
  };
}

/** A reading as one sentence, for a screen reader. */
export function spokenReading({ title, rows, remarks }: Reading): string {
  const told = rows.map(({ label, target, baseline }) =>
    [
      `${label}:`,
      ...(target === null ? [] : [`target ${target}`]),
      ...(target === null || baseline === null ? [] : ['and']),
      ...(baseline === null ? [] : [`baseline ${baseline}`]),
    ].join(' ')
  );
  return [title, ...told, ...remarks].join('. ');
}

import type { CategoriesProfile } from '../model/profile-model.ts';
import { percent } from '../words/number.ts';
import { categoryReading, specialReading } from '../words/reading.ts';
import { type CategoryRow, limitCategories, sortedCategories } from './categories.ts';
import { driftStrength, largestContribution } from './contribution-strip.ts';
import type { LayoutMode } from './layout.ts';
import { linearScale, type Scale } from './scale.ts';
import type { Mark, ReadableItem, Reading, Scene } from './scene.ts';
import type { SceneContext } from './scene-context.ts';
import { specialLabels } from './special-bars.ts';
import { specialValues } from './special-values.ts';
import { truncateMiddle } from './truncate.ts';

const rowHeights: Record<LayoutMode, number> = { full: 24, medium: 20, small: 16, spark: 8 };
/** Parts of the canvas's width. */
const labelPart: Record<LayoutMode, number> = { full: 0.3, medium: 0.3, small: 0.42, spark: 0 };
const sharesWidth: Record<LayoutMode, number> = { full: 108, medium: 100, small: 0, spark: 0 };
const contributionWidth: Record<LayoutMode, number> = { full: 72, medium: 44, small: 0, spark: 0 };
const titleHeight = 18;
const dividerHeight = 18;

interface RowPlace {
  readonly y: number;
  readonly height: number;
}

/** Columns of the picture: name, bars, shares in numbers, contribution. */
interface Columns {
  readonly labelWidth: number;
  readonly bars: Scale;
  readonly sharesRight: number;
  readonly contributionLeft: number;
  readonly contributionWidth: number;
}

interface DrawnRow {
  /** False for the other categories together: their bar would dwarf all others. */
  readonly hasBar: boolean;
  readonly label: string;
  readonly target: number | null;
  readonly baseline: number | null;
  readonly badge: CategoryRow['badge'];
  readonly fill: 'target' | 'target-muted' | 'special';
  readonly reading: Reading;
  readonly contribution: number | null;
}

/** A word, or a sign where there is no room for it. */
function badgeText(badge: CategoryRow['badge'], mode: LayoutMode): string {
  if (badge === null) {
    return '';
  }
  return mode === 'small' ? { new: '+', gone: '−' }[badge] : badge;
}

/** No wider than the longest name, with its badge, needs. */
function widthOfLabels(rows: readonly DrawnRow[], { layout: { mode, canvas }, measure }: SceneContext): number {
  const needed = rows.map(({ label, badge }) => {
    const own = badgeText(badge, mode);
    return measure(label) + (own === '' ? 0 : measure(own) + 8) + 6;
  });
  return mode === 'spark' ? 0 : Math.min(Math.max(...needed, 0), canvas.width * labelPart[mode]);
}

function columnsOf(
  { layout: { mode, canvas } }: SceneContext,
  labelWidth: number,
  largest: number,
  hasContributions: boolean
): Columns {
  const margin = mode === 'spark' ? 2 : 4;
  const ownContribution = hasContributions ? contributionWidth[mode] : 0;
  const contributionLeft = Math.max(canvas.width - margin - ownContribution, 0);
  const sharesRight = Math.max(contributionLeft - (ownContribution > 0 ? 12 : 0), 0);
  const left = labelWidth + margin + (mode === 'spark' ? 0 : 4);
  const right = Math.max(sharesRight - sharesWidth[mode] - (sharesWidth[mode] > 0 ? 8 : 0), left);
  return {
    labelWidth,
    bars: linearScale({ min: 0, max: Math.max(largest, Number.MIN_VALUE * 4) }, left, right),
    sharesRight,
    contributionLeft,
    contributionWidth: ownContribution,
  };
}

function barMarks(row: DrawnRow, { y, height }: RowPlace, { bars }: Columns, context: SceneContext): readonly Mark[] {
  const inset = Math.min(height >= 14 ? 4 : 1, height / 4);
  const [top, bottom] = [y + inset, y + height - inset];
  const start = bars.toPixel(0);
  const width = (share: number) => Math.max(bars.toPixel(share) - start, share > 0 ? 1 : 0);
  const filled: readonly Mark[] =
    row.target === null || row.target === 0
      ? []
      : [{ kind: 'rect', fill: row.fill, x: start, y: top, width: width(row.target), height: bottom - top }];
  if (row.baseline === null || context.options.baselineStyle === 'hidden') {
    return filled;
  }
  const end = start + width(row.baseline);
  const points = [start, top - 2, end, top - 2, end, bottom + 2, start, bottom + 2];
  return [...filled, { kind: 'path', stroke: 'baseline', lineWidth: height >= 14 ? 2 : 1, points }];
}

function textMarks(row: DrawnRow, { y, height }: RowPlace, columns: Columns, context: SceneContext): readonly Mark[] {
  const { layout, measure } = context;
  const middle = y + height / 2;
  const badge = badgeText(row.badge, layout.mode);
  const badgeWidth = badge === '' ? 0 : measure(badge) + 8;
  const label = truncateMiddle(row.label, columns.labelWidth - badgeWidth - 4, measure);
  const marks: Mark[] = [
    {
      kind: 'text',
      ink: row.hasBar ? 'text' : 'weak',
      text: label,
      x: columns.labelWidth - badgeWidth,
      y: middle,
      align: 'right',
    },
  ];
  if (row.badge !== null) {
    marks.push({ kind: 'text', ink: row.badge, text: badge, x: columns.labelWidth, y: middle, align: 'right' });
  }
  if (sharesWidth[layout.mode] > 0) {
    const shares = [row.target, row.baseline].map((share) => (share === null ? null : percent(share)));
    const half = sharesWidth[layout.mode] / 2;
    shares.forEach((text, i) => {
      if (text !== null) {
        const x = columns.sharesRight - (i === 0 ? half : 0);
        marks.push({ kind: 'text', ink: i === 0 ? 'text' : 'weak', text, x, y: middle, align: 'right' });
      }
    });
  }
  return marks;
}

function contributionMark(row: DrawnRow, { y, height }: RowPlace, columns: Columns, largest: number): readonly Mark[] {
  if (columns.contributionWidth === 0 || row.contribution === null || largest === 0) {
    return [];
  }
  const width = (Math.abs(row.contribution) / largest) * columns.contributionWidth;
  const fill = (row.target ?? 0) >= (row.baseline ?? 0) ? 'more' : 'less';
  return width < 0.5
    ? []
    : [{ kind: 'rect', fill, x: columns.contributionLeft, y: y + height / 2 - 4, width, height: 8 }];
}

function heading(columns: Columns, context: SceneContext): readonly Mark[] {
  const { mode } = context.layout;
  const half = sharesWidth[mode] / 2;
  const text = (words: string, x: number, align: 'left' | 'right'): Mark => {
    return { kind: 'text', ink: 'weak', text: words, x, y: 8, align };
  };
  return [
    text('target', columns.sharesRight - half, 'right'),
    text('baseline', columns.sharesRight, 'right'),
    ...(columns.contributionWidth > 0 ? [text('drift', columns.contributionLeft, 'left')] : []),
  ];
}

function rowsOf(profile: CategoriesProfile, max: number, { options }: SceneContext): readonly DrawnRow[] {
  const muted = profile.judgement.state === 'not-enough-data';
  return limitCategories(sortedCategories(profile, options.categoryOrder), max).map((row) => ({
    hasBar: row.categories === 1,
    label: row.name,
    target: row.target?.share ?? null,
    baseline: row.baseline?.share ?? null,
    badge: row.badge,
    fill: muted ? 'target-muted' : 'target',
    reading: categoryReading(row),
    contribution: row.contribution,
  }));
}

function specialRows(profile: CategoriesProfile, { options }: SceneContext): readonly DrawnRow[] {
  const values = options.showSpecialValues ? specialValues(profile.targetFacts, profile.baselineFacts) : [];
  return values.map((value) => ({
    hasBar: true,
    label: specialLabels[value.kind],
    target: value.target?.share ?? null,
    baseline: value.baseline?.share ?? null,
    badge: null,
    fill: 'special',
    reading: specialReading(value),
    contribution: null,
  }));
}

/** The largest share of all categories, also of those that are not shown: bars of rare ones remain short. */
function largestCategory({ target, baseline }: CategoriesProfile): number {
  const largest = (side: CategoriesProfile['target']) => side?.shares.reduce((a, b) => Math.max(a, b), 0) ?? 0;
  return Math.max(largest(target), largest(baseline));
}

function largestShare(rows: readonly DrawnRow[]): number {
  return Math.max(0, ...rows.flatMap(({ target, baseline }) => [target ?? 0, baseline ?? 0]));
}

/** The drawing of categories: one row each, special values below on a scale of their own. */
export function categoriesScene(profile: CategoriesProfile, context: SceneContext): Scene {
  const { layout, options } = context;
  const { mode, canvas } = layout;
  const isLarge = mode === 'full' || mode === 'medium';
  const specials = isLarge ? specialRows(profile, context) : [];
  const top = isLarge ? titleHeight : 2;
  const below = specials.length === 0 ? 0 : dividerHeight + specials.length * rowHeights[mode];
  const room = Math.max(canvas.height - top - below - 2, 0);
  const max = Math.min(options.maxCategories, Math.max(Math.floor(room / rowHeights[mode]), 1));
  const rows = rowsOf(profile, max, context);
  const hasContributions = options.showContributions && profile.contribution !== null;
  const labelWidth = widthOfLabels([...rows, ...specials], context);
  const columns = columnsOf(context, labelWidth, largestCategory(profile), hasContributions);
  const specialColumns = columnsOf(context, labelWidth, largestShare(specials), hasContributions);
  const largest = largestContribution(rows.map((row) => row.contribution ?? 0));
  const strength = driftStrength(profile.judgement);
  // A weak distance makes all of them short, as in the strip below a histogram.
  const contribution = strength > 0 ? largest / strength : 0;
  const height = Math.min(rowHeights[mode], room / Math.max(rows.length, 1));
  const dividerY = top + rows.length * height;
  const placed = [
    ...rows.map((row, i) => ({ row, place: { y: top + i * height, height }, columns })),
    ...specials.map((row, i) => ({
      row,
      place: { y: dividerY + dividerHeight + i * rowHeights[mode], height: rowHeights[mode] },
      columns: specialColumns,
    })),
  ];
  return {
    marks: [
      ...(isLarge ? heading(columns, context) : []),
      ...placed.flatMap(({ row, place, columns: own }) => [
        ...(row.hasBar ? barMarks(row, place, own, context) : []),
        ...(mode === 'spark' ? [] : textMarks(row, place, own, context)),
        ...contributionMark(row, place, own, contribution),
      ]),
      ...(specials.length === 0 ? [] : divider(dividerY, context)),
    ],
    items: placed.map(({ row, place }): ReadableItem => ({
      area: { x: 0, y: place.y, width: canvas.width, height: place.height },
      reading: row.reading,
      contribution: row.contribution,
    })),
    axis: 'y',
  };
}

function divider(y: number, { layout: { canvas } }: SceneContext): readonly Mark[] {
  const line = y + dividerHeight / 2;
  return [
    { kind: 'text', ink: 'weak', text: 'of all rows', x: 4, y: line, align: 'left' },
    { kind: 'path', stroke: 'grid', lineWidth: 1, points: [72, line, Math.max(canvas.width - 4, 72), line] },
  ];
}

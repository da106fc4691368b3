import type { HistogramProfile } from '../model/profile-model.ts';
import { at } from '../element.ts';
import { binReading, contributionAt } from '../words/reading.ts';
import { countText, type Formatter } from '../words/number.ts';
import { scaleNote, singleValueAxis, xAxis, yAxis, zeroBreak } from './axes.ts';
import { barHeight, resolveYMode, type YMode } from './bar-heights.ts';
import { type BarFrame, baselineMarks, binSpan, targetBars } from './bars.ts';
import { contributionStrip, driftStrength, largestContribution } from './contribution-strip.ts';
import { displayBins, type DisplayBins, histogramScale } from './display-bins.ts';
import { type HistogramParts, histogramParts, type Layout } from './layout.ts';
import { linearScale, type Scale } from './scale.ts';
import type { Mark, ReadableItem, Scene } from './scene.ts';
import type { SceneContext } from './scene-context.ts';
import { specialBars } from './special-bars.ts';
import { specialValues } from './special-values.ts';

/** Room above the highest bar, as a part of it. */
const headroom = 0.05;

function yScale(bins: DisplayBins, mode: YMode, { y, height }: HistogramParts['plot']): Scale {
  const heights = bins.bins.flatMap((bin) =>
    [bin.target, bin.baseline].map((side) => barHeight(side, bin, mode, bins))
  );
  const largest = heights.reduce((a, b) => Math.max(a, b), 0);
  const max = largest === 0 ? 1 : Math.min(largest * (1 + headroom), Number.MAX_VALUE);
  return linearScale({ min: 0, max: Math.max(max, Number.MIN_VALUE * 4) }, y + height, y);
}

const densities: Record<Scale['kind'], string> = {
  linear: 'Density (share per unit)',
  log: 'Density (share per decade)',
  symlog: 'Density (share per width drawn)',
};

function axisTitle(mode: YMode, { bins, isEven }: DisplayBins, { kind }: Scale): string {
  const [merged] = bins.map((bin) => bin.merged);
  switch (mode) {
    case 'density':
      return densities[kind];
    case 'count':
    case 'share': {
      const name = mode === 'count' ? 'Count' : 'Share';
      return isEven && merged !== undefined && merged > 1 && bins.length > 1 ? `${name} (${merged} bins a bar)` : name;
    }
  }
}

function binItems(profile: HistogramProfile, frame: BarFrame, format: Formatter): readonly ReadableItem[] {
  let [target, baseline] = [0, 0];
  // Several bars may lie in one of the analyzer's bins; the first stands for it.
  let lastContributor: number | null = null;
  let free = -Infinity;
  return frame.bins.bins.map((bin) => {
    target += bin.target?.share ?? 0;
    baseline += bin.baseline?.share ?? 0;
    // Values without width and bins of less than a pixel reach over their neighbours; areas must not.
    const span = binSpan(bin, frame.x, 'target');
    const start = Math.max(span.start, free);
    const end = Math.max(span.end, start);
    free = end;
    const idx = contributionAt(profile.contributions, bin);
    const isContributor = profile.contributions !== null && idx !== null && idx !== lastContributor;
    lastContributor = idx;
    return {
      area: { x: start, y: frame.plot.y, width: end - start, height: frame.plot.height },
      reading: binReading(
        bin,
        profile,
        {
          target: bin.target === null ? null : Math.min(target, 1),
          baseline: bin.baseline === null ? null : Math.min(baseline, 1),
        },
        format
      ),
      contribution: isContributor ? at(profile.contributions.contribution, idx) : null,
    };
  });
}

/** A single value's line says how many values it stands for; nothing else in the picture does. */
function singleValueLabel({ bins: { bins }, x, y }: BarFrame): readonly Mark[] {
  const [bin] = bins;
  const amount = bin?.target ?? bin?.baseline;
  const count = amount?.count ?? null;
  if (bin === undefined || count === null) {
    return [];
  }
  const text = `single value, ${countText(count)} times`;
  // Below the bar's end, where a grid line may run.
  const end = y.toPixel(y.domain.max / (1 + headroom));
  return [{ kind: 'text', ink: 'text', text, x: x.toPixel(bin.xMin) + 14, y: end + 12, align: 'left' }];
}

function axes(frame: BarFrame, parts: HistogramParts, { layout, format, measure }: SceneContext): readonly Mark[] {
  const labelY = layout.canvas.height - 8;
  const isLarge = layout.mode === 'full' || layout.mode === 'medium';
  const [bin] = frame.bins.bins;
  const horizontal =
    frame.bins.isSingleValue && bin !== undefined
      ? singleValueAxis(bin.xMin, frame.x, labelY, format)
      : xAxis(frame.x, frame.plot, labelY, format, measure, layout.canvas.width);
  const title = axisTitle(frame.mode, frame.bins, frame.x);
  const floor = frame.plot.y + frame.plot.height;
  return [
    ...(parts.hasYAxis
      ? yAxis(frame.y, frame.mode, frame.plot, layout.mode)
      : ([
          {
            kind: 'path',
            stroke: 'axis',
            lineWidth: 1,
            points: [frame.plot.x, floor, frame.plot.x + frame.plot.width, floor],
          },
        ] as const)),
    ...(parts.hasXAxis ? horizontal : []),
    ...(isLarge ? ([{ kind: 'text', ink: 'weak', text: title, x: frame.plot.x, y: 8, align: 'left' }] as const) : []),
    ...(isLarge ? scaleNote(frame.x, frame.plot, title, format, measure) : []),
  ];
}

/** The drawing of a histogram: bars, the baseline over them, axes, special values, contributions. */
export function histogramScene(profile: HistogramProfile, context: SceneContext): Scene {
  const { layout, options, format } = context;
  const specials = options.showSpecialValues ? specialValues(profile.targetFacts, profile.baselineFacts) : [];
  // Where nothing was judged for want of values there is no distance to have shares of.
  const isMeasured = profile.judgement.state !== 'not-enough-data' && profile.judgement.state !== 'failed';
  const found = options.showContributions && isMeasured ? profile.contributions : null;
  const contributions = found !== null && largestContribution(found.contribution) > 0 ? found : null;
  const parts = histogramParts(layout, { specials: specials.length, hasContributions: contributions !== null });
  const { plot } = parts;
  const x = histogramScale(profile, plot.x, plot.x + plot.width, options.xScale);
  const bins = displayBins(profile, x);
  const mode = resolveYMode(options.yMode, bins);
  const frame: BarFrame = { bins, mode, x, y: yScale(bins, mode, plot), plot };
  const fill = profile.judgement.state === 'not-enough-data' ? 'target-muted' : 'target';
  const baseline = baselineMarks(frame, options.baselineStyle, layout.mode === 'spark');
  const special =
    parts.special === null ? { marks: [], items: [] } : specialBars(specials, parts.special, options.baselineStyle);
  return {
    marks: [
      ...(layout.mode === 'spark' ? [] : axes(frame, parts, context)),
      ...baseline.behind,
      ...targetBars(frame, fill),
      ...baseline.above,
      ...(bins.isSingleValue && parts.hasYAxis ? singleValueLabel(frame) : []),
      ...(parts.contribution === null || contributions === null
        ? []
        : stripMarks(
            contributionStrip(contributions, x, parts.contribution, driftStrength(profile.judgement)),
            parts.contribution,
            layout.mode
          )),
      ...(layout.mode === 'spark' ? [] : zeroBreak(x, plot)),
      ...special.marks,
    ],
    items: [...special.items, ...binItems(profile, frame, format)],
    axis: 'x',
  };
}

function stripMarks(marks: readonly Mark[], strip: NonNullable<HistogramParts['contribution']>, mode: Layout['mode']) {
  const label: Mark = {
    kind: 'text',
    ink: 'weak',
    text: 'drift',
    x: strip.x - 6,
    y: strip.y + Math.max(strip.height / 2, 8),
    align: 'right',
  };
  return mode === 'full' || mode === 'medium' ? [...marks, label] : marks;
}

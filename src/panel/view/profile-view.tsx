import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { textMeasure } from '../draw/context.ts';
import { forcedPalette } from '../draw/forced-palette.ts';
import { paletteOf } from '../draw/palette.ts';
import type { ParsedProfile } from '../model/parse-profiles.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import type { ProfilePanelOptions } from '../options.ts';
import { layout as layoutOf } from '../shape/layout.ts';
import type { XScale } from '../shape/log-scale.ts';
import { hasLongTail } from '../shape/long-tail.ts';
import { profileScene } from '../shape/profile-scene.ts';
import { fontSize, type Scene } from '../shape/scene.ts';
import { sentence } from '../words/sentence.ts';
import { trustBadges } from '../words/trust.ts';
import { verdictText } from '../words/verdict.ts';
import { themeColors } from '../theme-colors.ts';
import type { Choice } from './profile-choice.tsx';
import { ReadingTable } from './reading-table.tsx';
import { ShapeCanvas } from './shape-canvas.tsx';
import { targetColor } from './target-color.ts';
import { useLoadedFonts } from './use-loaded-fonts.ts';
import { useMedia } from './use-media.ts';
import { valueFormatter } from './value-formatter.ts';
import { VerdictGlyph } from './verdict-glyph.tsx';
import { VerdictStrip } from './verdict-strip.tsx';
import { getHiddenStyle } from './visually-hidden.ts';

interface Props {
  profile: ParsedProfile;
  refusals: readonly string[];
  /** As they are stored; a person may look at another scale for the moment. */
  options: ProfilePanelOptions;
  width: number;
  height: number;
  timeZone: PanelProps['timeZone'];
  choice: Choice;
  /** True while newer data are on their way. */
  isLoading: boolean;
}

/** Width of the sentence's font by the canvas's, with a little reserve for breaking lines. */
const sentenceToCanvas = 1.15;

/** States whose reason must be read without hovering. */
const explained: ReadonlySet<ProfileModel['judgement']['state']> = new Set([
  'no-baseline',
  'no-target',
  'not-enough-data',
  'failed',
]);

function shownSentence(profile: ProfileModel, reading: string): string {
  return profile.verdictSentence !== null && explained.has(profile.judgement.state)
    ? `${profile.verdictSentence} ${reading}`
    : reading;
}

/** One profile: the verdict in a line, what changed in a sentence, the picture, and the same as a table. */
export function ProfileView({ profile, refusals, options: stored, width, height, timeZone, choice, isLoading }: Props) {
  const { model, valueField, targetField } = profile;
  const [xScale, setXScale] = useChosenScale(model.name, stored.xScale);
  const options = useMemo(() => ({ ...stored, xScale }), [stored, xScale]);
  const isLongTail = useMemo(() => hasLongTail(model), [model]);
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const hidden = useStyles2(getHiddenStyle);
  const format = useMemo(() => valueFormatter(valueField, theme, timeZone), [valueField, theme, timeZone]);
  const color = targetColor(targetField, theme);
  const isForced = useMedia('(forced-colors: active)');
  const fonts = useLoadedFonts();
  const palette = useMemo(() => {
    const themed = paletteOf(theme, color, fontSize);
    return isForced ? forcedPalette(themed.font) : themed;
    // Not read, but what follows has to be done again.
  }, [theme, color, isForced, fonts]);
  const measure = useMemo(() => textMeasure(palette.font), [palette]);
  const reading = useMemo(() => sentence(model, format), [model, format]);
  const told = shownSentence(model, reading);
  const layout = useMemo(
    () => layoutOf(width, height, measure(told) * sentenceToCanvas),
    [width, height, measure, told]
  );
  const scene = useMemo(
    () => profileScene(model, { layout, options, format, measure }),
    [model, layout, options, format, measure]
  );
  const badges = useMemo(() => trustBadges(model, refusals), [model, refusals]);
  const verdict = model.verdictSentence ?? `${verdictText(model)}.`;
  const isSpark = layout.mode === 'spark';
  return (
    <div className={cx(styles.root, isLoading && styles.old)} style={{ width, height }} aria-busy={isLoading}>
      {isSpark ? (
        <div className={styles.corner}>
          <VerdictGlyph state={model.judgement.state} size={14} />
          <span className={hidden}>{verdictText(model)}</span>
        </div>
      ) : (
        <VerdictStrip
          profile={model}
          layout={layout}
          badges={badges}
          choice={choice}
          scaleChoice={isLongTail ? { xScale, onChoose: setXScale } : null}
          targetColor={palette.fills.target.color}
        />
      )}
      {layout.mode === 'full' && (
        <div
          className={styles.sentence}
          style={{ height: layout.sentenceHeight - 4, WebkitLineClamp: layout.sentenceHeight > 30 ? 2 : 1 }}
          title={told}
        >
          {told}
        </div>
      )}
      <ShapeCanvas
        key={model.name}
        scene={scene}
        size={layout.canvas}
        palette={palette}
        label={`${verdict} ${reading}`}
      />
      {model.shape === 'empty' && layout.mode !== 'full' && !isSpark && (
        <div
          className={styles.reason}
          style={{ top: layout.stripHeight + (scene.items.length > 0 ? 24 : 0), left: reasonLeft(scene) }}
          title={told}
        >
          {told}
        </div>
      )}
      <ReadingTable caption={`${model.name}: ${reading}`} scene={scene} />
    </div>
  );
}

/** The scale that was chosen for the moment, until another column or option comes. */
function useChosenScale(name: string, stored: XScale): [XScale, (xScale: XScale) => void] {
  const [chosen, setChosen] = useState<{ name: string; stored: XScale; xScale: XScale } | null>(null);
  const isValid = chosen?.name === name && chosen.stored === stored;
  return [isValid ? chosen.xScale : stored, (xScale) => setChosen({ name, stored, xScale })];
}

/** Beside the bars of special values, where there are some. */
function reasonLeft({ items }: Scene): number {
  const area = items.at(-1)?.area;
  return area === undefined ? 0 : area.x + area.width + 12;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ position: 'relative', overflow: 'hidden' }),
    // A step, no fading, and only when the answer takes its time: dashboards that are refreshed must not flicker.
    old: css({ opacity: 0.5, transition: 'opacity 0s 400ms' }),
    corner: css({
      position: 'absolute',
      top: 0,
      right: 0,
      zIndex: 1,
      display: 'flex',
      background: themeColors(theme).background.primary,
    }),
    sentence: css({
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      lineHeight: '18px',
      color: themeColors(theme).text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    reason: css({
      position: 'absolute',
      right: 0,
      bottom: 0,
      overflow: 'hidden',
      fontSize: theme.typography.bodySmall.fontSize,
      color: themeColors(theme).text.secondary,
      pointerEvents: 'none',
    }),
  };
}

import type { GrafanaTheme2 } from '@grafana/data';
import type { Fill, Ink, Stroke } from '../shape/scene.ts';
import { themeColors } from '../theme-colors.ts';

/** How an area is filled: plainly, or hatched, so that it is told without colour. */
export interface FillStyle {
  readonly color: string;
  readonly isHatched: boolean;
}

/** The colours of a drawing. */
export interface Palette {
  readonly fills: Record<Fill, FillStyle>;
  readonly strokes: Record<Stroke, string>;
  readonly inks: Record<Ink, string>;
  readonly focus: string;
  readonly hover: string;
  readonly font: string;
  /** Behind lines that cross bars. */
  readonly halo: string;
}

/**
 * Colours by the theme's tokens.
 *
 * @param targetColor the target's series colour, already resolved by the theme
 */
export function paletteOf(theme: GrafanaTheme2, targetColor: string, fontSize: number): Palette {
  const plain = (color: string): FillStyle => ({ color, isHatched: false });
  const { visualization, typography } = theme;
  const colors = themeColors(theme);
  return {
    fills: {
      target: plain(targetColor),
      'target-muted': plain(colors.text.disabled),
      'baseline-area': plain(colors.action.disabledBackground),
      special: { color: targetColor, isHatched: true },
      more: plain(visualization.getColorByName('orange')),
      less: { color: visualization.getColorByName('orange'), isHatched: true },
    },
    strokes: {
      baseline: colors.text.primary,
      target: targetColor,
      grid: colors.border.weak,
      axis: colors.border.strong,
    },
    inks: {
      text: colors.text.primary,
      weak: colors.text.secondary,
      new: colors.success.text,
      gone: colors.warning.text,
    },
    focus: colors.primary.border,
    hover: colors.action.hover,
    font: `${fontSize}px ${typography.fontFamily}`,
    halo: colors.background.primary,
  };
}

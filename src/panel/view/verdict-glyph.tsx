import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { ProfileVerdict } from '../../../pkg/contract/index.ts';
import { themeColors } from '../theme-colors.ts';

/** Each state has a shape of its own, drawn on 16 by 16. */
const shapes: Record<ProfileVerdict, { readonly path: string; readonly isFilled: boolean }> = {
  anomaly: { path: 'M8 1.5 15 14.5H1Z', isFilled: true },
  ok: { path: 'M2 8.5 6.5 13 14 3.5', isFilled: false },
  'not-judged': { path: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z', isFilled: false },
  'no-baseline': { path: 'M2 3v10h12V3M5 8h6', isFilled: false },
  'no-target': { path: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2ZM3.5 12.5l9-9', isFilled: false },
  'not-enough-data': { path: 'M2.5 14v-2M8 14V9M13.5 14V3', isFilled: false },
  failed: { path: 'M3 3l10 10M13 3 3 13', isFilled: false },
};

function colorOf(state: ProfileVerdict, theme: GrafanaTheme2): string {
  const colors = themeColors(theme);
  switch (state) {
    case 'anomaly':
      return colors.error.text;
    case 'failed':
      return colors.warning.text;
    case 'ok':
      return colors.success.text;
    default:
      return colors.text.secondary;
  }
}

interface Props {
  state: ProfileVerdict;
  /** Edge length in CSS pixels. */
  size: number;
}

/** The symbol of a verdict. It stands beside its words or, where there is no room, beside words for screen readers. */
export function VerdictGlyph({ state, size }: Props) {
  const theme = useTheme2();
  const className = useStyles2(getStyle);
  const { path, isFilled } = shapes[state];
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      data-state={state}
      style={{ color: colorOf(state, theme) }}
    >
      <path
        d={path}
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={isFilled ? 1 : 2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function getStyle() {
  // Of svg elements browsers leave the colours alone, also where the person's system forces its own.
  return css({ flexShrink: 0, forcedColorAdjust: 'auto' });
}

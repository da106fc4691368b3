import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { XScale } from '../shape/log-scale.ts';
import { themeColors } from '../theme-colors.ts';

interface Props {
  xScale: XScale;
  onChoose: (xScale: XScale) => void;
  /** Then there is room for the reason. */
  isFull: boolean;
}

/** Offers the logarithmic axis for a long tail, and the way back. Nothing changes unasked. */
export function ScaleChoice({ xScale, onChoose, isFull }: Props) {
  const className = useStyles2(getStyle);
  const isLinear = xScale === 'linear';
  const words = isLinear ? (isFull ? 'Long tail: use log scale' : 'Log scale') : isFull ? 'Use linear scale' : 'Linear';
  return (
    <button type="button" className={className} onClick={() => onChoose(isLinear ? 'log' : 'linear')}>
      {words}
    </button>
  );
}

function getStyle(theme: GrafanaTheme2) {
  return css({
    flexShrink: 0,
    padding: theme.spacing(0, 0.75),
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '18px',
    color: themeColors(theme).text.link,
    background: 'transparent',
    border: `1px solid ${themeColors(theme).border.medium}`,
    borderRadius: theme.shape.radius.default,
    cursor: 'pointer',
  });
}

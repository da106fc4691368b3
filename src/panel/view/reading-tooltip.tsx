import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import type { Reading } from '../shape/scene.ts';
import { themeColors } from '../theme-colors.ts';

interface Props {
  reading: Reading;
  /** Place in the window, CSS pixels. */
  x: number;
  y: number;
  isPinned: boolean;
}

/** What is to be read of a bar, beside it. The same is in the table and is spoken, so it hides from screen readers. */
export function ReadingTooltip({ reading, x, y, isPinned }: Props) {
  const styles = useStyles2(getStyles);
  const { title, rows, remarks } = reading;
  const hasTarget = rows.some(({ target }) => target !== null);
  const hasBaseline = rows.some(({ baseline }) => baseline !== null);
  return (
    <Portal>
      <VizTooltipContainer position={{ x, y }} offset={{ x: 12, y: 12 }} className={styles.small} aria-hidden="true">
        <div className={styles.title}>{title}</div>
        <table className={styles.table}>
          <thead>
            <tr>
              <th />
              {hasTarget && <th>target</th>}
              {hasBaseline && <th>baseline</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, target, baseline }) => (
              <tr key={label}>
                <td className={styles.label}>{label}</td>
                {hasTarget && <td>{target ?? '–'}</td>}
                {hasBaseline && <td>{baseline ?? '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        {remarks.map((remark) => (
          <div key={remark} className={styles.remark}>
            {remark}
          </div>
        ))}
        {isPinned && <div className={styles.hint}>Pinned; Esc releases</div>}
      </VizTooltipContainer>
    </Portal>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    small: css({
      fontSize: theme.typography.bodySmall.fontSize,
      // Grafana's container glides to its place, by a style of the element itself.
      '@media (prefers-reduced-motion: reduce)': { transition: 'none !important' },
    }),
    title: css({ fontWeight: theme.typography.fontWeightMedium, marginBottom: theme.spacing(0.5) }),
    table: css({
      fontVariantNumeric: 'tabular-nums',
      'th, td': { padding: theme.spacing(0, 0, 0, 2), textAlign: 'right' },
      th: { color: themeColors(theme).text.secondary, fontWeight: theme.typography.fontWeightRegular },
    }),
    label: css({ '&&': { paddingLeft: 0, textAlign: 'left', color: themeColors(theme).text.secondary } }),
    remark: css({ marginTop: theme.spacing(0.25) }),
    hint: css({ marginTop: theme.spacing(0.5), color: themeColors(theme).text.secondary }),
  };
}

import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import type { TrustBadge } from '../words/trust.ts';
import { themeColors } from '../theme-colors.ts';

interface Props {
  badges: readonly TrustBadge[];
  /** Then one badge stands for all. */
  isSmall: boolean;
}

/** All badges as one, for where there is no room. */
function joined(badges: readonly TrustBadge[]): readonly TrustBadge[] {
  const [first] = badges;
  const details = badges.flatMap((badge) => badge.details);
  return first === undefined ? [] : [{ severity: first.severity, label: `${details.length}`, details }];
}

/** Small badges with their text on hover and focus. */
export function TrustBadges({ badges, isSmall }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {(isSmall ? joined(badges) : badges).map(({ severity, label, details }) => (
        <Tooltip key={label} content={<Details texts={details} />}>
          <button
            type="button"
            className={cx(styles.badge, severity !== 'info' && styles.urgent)}
            aria-label={`${label}: ${details.join(' ')}`}
          >
            {label}
          </button>
        </Tooltip>
      ))}
    </>
  );
}

function Details({ texts }: { texts: readonly string[] }) {
  return (
    <div>
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    badge: css({
      flexShrink: 0,
      padding: theme.spacing(0, 0.75),
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: '18px',
      color: themeColors(theme).text.secondary,
      background: 'transparent',
      border: `1px solid ${themeColors(theme).border.medium}`,
      borderRadius: theme.shape.radius.default,
      cursor: 'help',
      '&::before': { content: '"i "' },
    }),
    urgent: css({
      color: themeColors(theme).warning.text,
      borderColor: themeColors(theme).warning.border,
      '&::before': { content: '"! "' },
    }),
  };
}

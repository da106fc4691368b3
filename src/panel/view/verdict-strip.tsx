import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import type { ProfileModel } from '../model/profile-model.ts';
import type { Layout } from '../shape/layout.ts';
import { baselineLabel } from '../words/baseline-label.ts';
import { countText } from '../words/number.ts';
import type { TrustBadge } from '../words/trust.ts';
import { verdictWords } from '../words/verdict.ts';
import { themeColors } from '../theme-colors.ts';
import { ProfileChoice, type Choice } from './profile-choice.tsx';
import { ScaleChoice } from './scale-choice.tsx';
import { TrustBadges } from './trust-badges.tsx';
import { VerdictGlyph } from './verdict-glyph.tsx';

interface Props {
  profile: ProfileModel;
  layout: Layout;
  badges: readonly TrustBadge[];
  choice: Choice;
  /** Null where a linear axis is the right one. */
  scaleChoice: Omit<Parameters<typeof ScaleChoice>[0], 'isFull'> | null;
  targetColor: string;
}

/** One line: what was found, on how much it stands, how far it can be believed. */
export function VerdictStrip({ profile, layout, badges, choice, scaleChoice, targetColor }: Props) {
  const styles = useStyles2(getStyles);
  const { state, title, algorithm, numbers } = verdictWords(profile);
  const isSmall = layout.mode === 'small';
  const isFull = layout.mode === 'full';
  const evidence = isFull ? [algorithm, numbers].filter((text) => text !== null).join(' ') : numbers;
  const words = (
    <span className={styles.words}>
      <strong className={styles.title}>{title}</strong> {evidence}
    </span>
  );
  return (
    <div className={cx(styles.strip, isSmall && styles.small)} style={{ height: layout.stripHeight }}>
      <VerdictGlyph state={state} size={isSmall ? 12 : 16} />
      {profile.verdictSentence === null ? words : <Tooltip content={profile.verdictSentence}>{words}</Tooltip>}
      {isSmall ? <span className={styles.space} /> : <Sizes {...{ profile, targetColor, isFull }} />}
      {!isSmall && scaleChoice !== null && <ScaleChoice {...scaleChoice} isFull={isFull} />}
      <TrustBadges badges={badges} isSmall={isSmall} />
      {!isSmall && <ProfileChoice {...choice} />}
    </div>
  );
}

/** Sizes of both sides, which are the legend too. */
function Sizes({ profile, targetColor, isFull }: Pick<Props, 'profile' | 'targetColor'> & { isFull: boolean }) {
  const styles = useStyles2(getStyles);
  const { targetFacts, baselineFacts, baselineSpec, granularity } = profile;
  return (
    <span className={styles.sizes}>
      {targetFacts !== null && (
        <span className={styles.size}>
          <span className={cx(styles.swatch, styles.filled)} style={{ background: targetColor }} />
          target {countText(targetFacts.n)}
        </span>
      )}
      {baselineFacts !== null && (
        <span className={styles.size}>
          <span className={cx(styles.swatch, styles.outline)} />
          {isFull ? baselineLabel(baselineSpec, granularity) : 'baseline'} {countText(baselineFacts.n)}
        </span>
      )}
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    strip: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    }),
    small: css({ gap: theme.spacing(0.5), fontSize: theme.typography.bodySmall.fontSize }),
    words: css({ overflow: 'hidden', textOverflow: 'ellipsis', flexShrink: 0, maxWidth: '100%' }),
    title: css({ fontWeight: theme.typography.fontWeightMedium, marginRight: theme.spacing(0.5) }),
    sizes: css({
      // What does not fit wraps to a line that is not shown: no half numbers.
      display: 'flex',
      flexWrap: 'wrap',
      flex: '1 1 0',
      height: '1.5em',
      columnGap: theme.spacing(1.5),
      overflow: 'hidden',
      lineHeight: '1.5em',
      // The first one too: it follows something without a width.
      '&::before': { content: '""', width: 0, marginRight: theme.spacing(-1.5) },
      color: themeColors(theme).text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    size: css({ flexShrink: 0 }),
    swatch: css({ display: 'inline-block', width: 10, height: 10, marginRight: theme.spacing(0.5) }),
    filled: css({ forcedColorAdjust: 'none' }),
    outline: css({ border: `2px solid ${themeColors(theme).text.primary}`, borderBottom: 'none' }),
    space: css({ flex: 1 }),
  };
}

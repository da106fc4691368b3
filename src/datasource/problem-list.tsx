import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import type { ProblemResource } from '../../pkg/contract/index.ts';
import { Muted } from './muted.tsx';
import type { ListState } from './use-list.ts';

interface Props {
  check: ListState<readonly ProblemResource[]>;
  /** What was checked: `the analyzer`. */
  asked: string;
}

const icons: Readonly<Record<ProblemResource['severity'], IconName>> = {
  error: 'exclamation-circle',
  warning: 'exclamation-triangle',
  note: 'info-circle',
};

/** What the engine says of a document or an analyzer, each with its place. Silent where there is nothing to say. */
export function ProblemList({ check, asked }: Props) {
  const styles = useStyles2(getStyles);
  if (check.state === 'failed') {
    return <Muted>{`${asked} could not be checked: ${check.reason}`}</Muted>;
  }
  if (check.state !== 'ready' || check.list.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label={`Problems of ${asked}`}>
      {check.list.map(({ severity, path, text }) => (
        <li key={`${path} ${text}`} className={styles[severity]}>
          <Icon name={icons[severity]} size="sm" />
          <span>
            {severity}
            {path !== '' && (
              <>
                {' '}
                <code>{path}</code>
              </>
            )}
            : {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const line = {
    display: 'flex',
    gap: theme.spacing(0.5),
    alignItems: 'flex-start',
    svg: { flexShrink: 0, marginTop: theme.spacing(0.5) },
  };
  const colors = theme.colors;
  return {
    list: css({ listStyle: 'none', margin: 0, overflowWrap: 'anywhere', maxWidth: 900 }),
    error: css({ ...line, color: colors.error.text }),
    warning: css({ ...line, color: colors.warning.text }),
    note: css({ ...line, color: colors.text?.secondary }),
  };
}

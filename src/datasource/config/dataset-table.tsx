import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export interface DatasetRow {
  id: string;
  profiles: string;
  columns: string;
  days: string;
  references: string;
}

/** One row for each dataset. */
export function DatasetTable({ rows }: { rows: readonly DatasetRow[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label="Table of datasets">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Dataset</th>
            <th scope="col">Profiles</th>
            <th scope="col">Columns</th>
            <th scope="col">Days (UTC)</th>
            <th scope="col">References</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, profiles, columns, days, references }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>{profiles}</td>
              <td>{columns}</td>
              <td>{days}</td>
              <td>{references}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    frame: css({ maxWidth: '100%', overflowX: 'auto' }),
    table: css({
      borderCollapse: 'collapse',
      fontVariantNumeric: 'tabular-nums',
      'th, td': {
        padding: theme.spacing(0.5, 2, 0.5, 0),
        textAlign: 'left',
        whiteSpace: 'nowrap',
        borderBottom: `1px solid ${theme.colors.border?.weak ?? ''}`,
      },
      'thead th': { color: theme.colors.text?.secondary, fontWeight: theme.typography.fontWeightRegular },
      'tbody th': { fontWeight: theme.typography.fontWeightMedium },
    }),
  };
}

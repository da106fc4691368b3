import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextArea, useStyles2 } from '@grafana/ui';
import type { ComponentProps } from 'react';

/** A field for JSON or YAML. */
export function CodeArea(props: ComponentProps<typeof TextArea>) {
  const styles = useStyles2(getStyles);
  return <TextArea {...props} className={styles.code} spellCheck={false} />;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    code: css({ fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Stack, Text, useStyles2 } from '@grafana/ui';
import { Muted } from '../muted.tsx';

interface Props {
  title: string;
  text: string;
  code: string;
  /** What the button says. */
  copy: string;
}

/** A few lines for a file, with a button that copies them. */
export function Snippet({ title, text, code, copy }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text element="h3" variant="h5">
        {title}
      </Text>
      <Muted element="p">{text}</Muted>
      <pre className={styles.code} tabIndex={0} role="region" aria-label={title}>
        {code}
      </pre>
      <ClipboardButton variant="secondary" size="sm" icon="copy" getText={() => code}>
        {copy}
      </ClipboardButton>
    </Stack>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    code: css({ margin: 0, width: '100%', overflowX: 'auto', padding: theme.spacing(1), whiteSpace: 'pre' }),
  };
}

import { css } from '@emotion/css';
import { Field, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { AnyKind } from './kind.tsx';

interface Props {
  offered: readonly AnyKind[];
  value: string;
  onChoose: (kind: AnyKind) => void;
}

/** Which kind of query. */
export function KindChoice({ offered, value, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Field label="Query" noMargin className={styles.field}>
      <RadioButtonGroup
        aria-label="Query"
        className={styles.group}
        options={offered.map(({ kind, label, description }) => ({ value: kind, label, description }))}
        value={value}
        onChange={(name) => {
          const chosen = offered.find(({ kind }) => kind === name);
          if (chosen !== undefined) {
            onChoose(chosen);
          }
        }}
      />
    </Field>
  );
}

function getStyles() {
  return {
    field: css({ maxWidth: '100%' }),
    // In a narrow panel the kinds take two lines.
    group: css({ flexWrap: 'wrap', height: 'auto' }),
  };
}

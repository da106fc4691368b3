import { css } from '@emotion/css';
import { Field, RadioButtonGroup, useStyles2 } from '@grafana/ui';

interface Props<Value extends string> {
  label: string;
  options: ReadonlyArray<{ value: Value; label: string; description: string }>;
  value: Value;
  onChoose: (value: Value) => void;
}

/** One of several, all seen at once; in a narrow panel they take two lines. */
export function RadioField<Value extends string>({ label, options, value, onChoose }: Props<Value>) {
  const styles = useStyles2(getStyles);
  return (
    <Field label={label} noMargin className={styles.field}>
      <RadioButtonGroup<Value>
        aria-label={label}
        className={styles.group}
        options={[...options]}
        value={value}
        onChange={onChoose}
      />
    </Field>
  );
}

function getStyles() {
  return {
    field: css({ maxWidth: '100%' }),
    group: css({ flexWrap: 'wrap', height: 'auto' }),
  };
}

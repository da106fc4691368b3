import { css } from '@emotion/css';
import { Field, RadioButtonGroup, useStyles2 } from '@grafana/ui';

interface Props<Value extends string> {
  label: string;
  options: ReadonlyArray<{ value: Value; label: string; description?: string }>;
  value: Value;
  /** What is wrong with the choice, such as a series as an alert's condition. */
  mistake?: string | undefined;
  onChoose: (value: Value) => void;
}

/** One of several, all seen at once; in a narrow panel they take two lines. */
export function RadioField<Value extends string>({ label, options, value, mistake, onChoose }: Props<Value>) {
  const styles = useStyles2(getStyles);
  return (
    <Field label={label} noMargin className={styles.field} invalid={mistake !== undefined} error={mistake}>
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

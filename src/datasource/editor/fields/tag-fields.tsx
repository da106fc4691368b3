import { Combobox, Label, Stack, useStyles2 } from '@grafana/ui';
import { css } from '@emotion/css';
import { anyValue, type SegmentsResource } from '../../../../pkg/contract/index.ts';
import type { StoredTag } from '../../model.ts';
import type { ProfilesSource } from '../../source.ts';
import { variableOptions } from './options.ts';
import { Muted } from '../../muted.tsx';
import { useSlow } from '../../use-slow.ts';

interface Props {
  id: string;
  name: string;
  source: ProfilesSource;
  keys: SegmentsResource['keys'];
  isLoading: boolean;
  tag: StoredTag;
  onChange: (tag: StoredTag) => void;
}

/** A key and its value. */
export function TagFields({ id, name, source, keys, isLoading, tag, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const isSlow = useSlow(isLoading);
  const values = keys.find(({ key }) => key === tag.key)?.values ?? [];
  const variables = variableOptions(source);
  return (
    <Stack direction="row" gap={0.5} alignItems="center">
      <Label htmlFor={`${id}-key`} className={styles.heard}>{`${name}, key`}</Label>
      <Combobox
        id={`${id}-key`}
        width={16}
        createCustomValue
        placeholder="key"
        loading={isSlow}
        options={[...keys.map(({ key }) => ({ value: key })), ...variables]}
        value={tag.key === '' ? null : tag.key}
        // Values belong to their key.
        onChange={({ value: key }) => onChange({ key, value: key === tag.key ? tag.value : '' })}
      />
      <Muted>=</Muted>
      <Label htmlFor={`${id}-value`} className={styles.heard}>{`${name}, value`}</Label>
      <Combobox
        id={`${id}-value`}
        width={20}
        createCustomValue
        placeholder="value"
        loading={isSlow}
        options={[
          { value: anyValue, label: '* each value', description: 'a series for each value in the data' },
          ...variables,
          ...values.map((value) => ({ value })),
        ]}
        value={tag.value === '' ? null : tag.value}
        onChange={({ value }) => onChange({ ...tag, value })}
      />
    </Stack>
  );
}

function getStyles() {
  return {
    // The row shows what it is by its place; a screen reader needs the name.
    heard: css({
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    }),
  };
}

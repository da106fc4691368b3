import {
  type Field,
  formattedValueToString,
  getDisplayProcessor,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { type Formatter, plainNumber } from '../words/number.ts';

const plain: Formatter = { value: plainNumber };

/**
 * Writes values as their field's unit and decimals want it. Units that choose their own scale (ms to s) choose their
 * own decimals too; numbers without a unit are written plainly.
 */
export function valueFormatter(field: Field | null, theme: GrafanaTheme2, timeZone: PanelProps['timeZone']): Formatter {
  if (field === null) {
    return plain;
  }
  const { unit, decimals } = field.config;
  const hasUnit = unit !== undefined && unit !== '' && unit !== 'none';
  if (!hasUnit && (decimals ?? null) === null) {
    return plain;
  }
  const display = field.display ?? getDisplayProcessor({ field, theme, timeZone });
  return { value: (value) => formattedValueToString(display(value)) };
}

import { createTheme, type Field, type FieldConfig, FieldType } from '@grafana/data';
import { targetColor } from './target-color.ts';
import { valueFormatter } from './value-formatter.ts';

const theme = createTheme();

function field(config: FieldConfig): Field {
  return { name: 'xMin', type: FieldType.number, values: [], config };
}

describe('values', () => {
  it.each<[FieldConfig, number, number | undefined, string]>([
    [{}, 1234.5, 1, '1,234.5'],
    [{ unit: 'none' }, 40, 0, '40'],
    [{ unit: '' }, -0.5, undefined, '−0.5'],
    [{ decimals: 3 }, 1.5, 0, '1.500'],
    [{ unit: 'ms' }, 1500, 0, '1.50 s'],
    [{ unit: 'ms', decimals: 0 }, 40, 2, '40 ms'],
    [{ unit: 'percentunit' }, 0.421, undefined, '42.1%'],
  ])('of a field with %j', (config, value, decimals, text) => {
    expect(valueFormatter(field(config), theme, 'utc').value(value, decimals)).toBe(text);
  });

  it('without a field are plain', () => {
    expect(valueFormatter(null, theme, 'utc').value(1e6)).toBe('1,000,000');
  });
});

describe("the target's colour", () => {
  it.each<[FieldConfig, string]>([
    [{}, 'blue'],
    [{ color: { mode: 'fixed', fixedColor: 'purple' } }, 'purple'],
    [{ color: { mode: 'fixed' } }, 'blue'],
    [{ color: { mode: 'thresholds', fixedColor: 'red' } }, 'blue'],
  ])('of %j is %s', (config, name) => {
    expect(targetColor(field(config), theme)).toBe(theme.visualization.getColorByName(name));
  });
});

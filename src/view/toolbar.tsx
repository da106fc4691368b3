import type { TimeRange } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Button, Combobox, InlineField, Input, MultiCombobox, Stack } from '@grafana/ui';
import { all, type VariableState } from './variables.ts';
import type { ViewData } from './view-data.ts';

const ends = [
  { end: 'from', label: 'From', time: 'T00:00:00.000Z' },
  { end: 'to', label: 'To', time: 'T23:59:59.999Z' },
] as const;

/** The range of the page: its first and last day, or that of the dashboard, or that of all data. */
export function RangeControl({ range, view }: { readonly range: TimeRange; readonly view: ViewData }) {
  const { extent } = view.facts;
  const now = { from: range.from.valueOf(), to: range.to.valueOf() };
  const choose = (values: object) => locationService.partial({ ...values });
  return (
    <Stack wrap="wrap">
      {ends.map(({ end, label, time }) => (
        <InlineField key={end} label={label} htmlFor={`range-${end}`}>
          <Input
            {...{ id: `range-${end}`, type: 'date', width: 19 }}
            value={range[end].toISOString().slice(0, 10)}
            onChange={({ currentTarget: { value } }) =>
              value !== '' && choose({ ...now, [end]: Date.parse(value + time) })
            }
          />
        </InlineField>
      ))}
      {extent !== null && (
        <Button variant="secondary" onClick={() => choose({ from: extent.fromMs, to: extent.toMs })}>
          All data
        </Button>
      )}
      <Button variant="secondary" onClick={() => choose(view.dashboard.time)}>
        Dashboard&apos;s range
      </Button>
    </Stack>
  );
}

/** A variable as a field: free text, one of a list, or several of it. */
export function VariableControl({ state: { variable, options, chosen } }: { readonly state: VariableState }) {
  const { name, label, type, multi, hide } = variable;
  const [first = ''] = chosen;
  if (Number(hide) === 2 || type === 'datasource' || type === 'constant') {
    return null;
  }
  const id = `variable-${name}`;
  const choose = (value: string | readonly string[]) => locationService.partial({ [`var-${name}`]: value });
  const list = options.map((value) => ({ value, label: value === all ? 'All' : value }));
  return (
    <InlineField label={label ?? name} htmlFor={id}>
      {type === 'textbox' ? (
        <Input
          key={first}
          {...{ id, defaultValue: first, width: 20 }}
          type={/^\d{4}-\d\d-\d\d$/.test(first) ? 'date' : 'text'}
          onBlur={({ currentTarget: { value } }) => value !== first && choose(value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && choose(currentTarget.value)}
        />
      ) : multi === true ? (
        <MultiCombobox
          {...{ id, options: list, value: [...chosen], width: 30 }}
          onChange={(items) => choose(items.map(({ value }) => value))}
        />
      ) : (
        <Combobox id={id} options={list} value={first} width={24} onChange={({ value }) => choose(value)} />
      )}
    </InlineField>
  );
}

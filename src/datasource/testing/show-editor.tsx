import type { CoreApp } from '@grafana/data';
import type { BackendSrvRequest } from '@grafana/runtime';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { QueryEditor } from '../editor/query-editor.tsx';
import { defaultQuery, type ProfilesQuery } from '../model.ts';
import { flights, sourceOf } from './source.ts';

/** A store with two datasets; `clicks` has 5,000 columns. */
export const answers = {
  datasets: { datasets: [{ ...flights, id: 'clicks' }, flights] },
  'datasets/flights/columns': {
    columns: [
      { name: 'carrier', type: 'STRING', isDiscrete: true },
      { name: 'dep_delay', type: 'FRACTIONAL', isDiscrete: false },
    ],
  },
  'datasets/flights/segments': { keys: [{ key: 'origin', values: ['EWR', 'JFK', 'LGA'] }] },
  'datasets/flights/monitoring': {
    source: 'store',
    analyzers: [
      { id: 'delays', displayName: 'Drift of delays', type: 'drift', metric: 'histogram', disabled: false },
      { id: 'both', displayName: null, type: 'conjunction', metric: null, disabled: true },
    ],
    monitors: [
      { id: 'each', displayName: 'Each delay', mode: 'EVERY_ANOMALY', severity: 2, disabled: false },
      { id: 'weekly', displayName: null, mode: 'DIGEST', severity: 1, disabled: true },
    ],
    problems: [],
  },
  'analyzer/check': { problems: [] },
  'datasets/flights/references': { references: [{ profileId: 'january', profiles: 1 }] },
  'datasets/clicks/columns': {
    columns: Array.from({ length: 5000 }, (_, i) => ({ name: `column ${i}`, type: 'INTEGRAL', isDiscrete: false })),
  },
  'datasets/clicks/segments': { keys: [] },
  'datasets/clicks/monitoring': { source: null, analyzers: [], monitors: [], problems: [] },
  'datasets/clicks/references': { references: [] },
};

export interface Shown {
  /** The queries that were run, as they were at that moment. */
  readonly asked: ProfilesQuery[];
  /** Changes so far. */
  readonly changes: () => number;
  readonly query: () => ProfilesQuery;
  readonly requests: BackendSrvRequest[];
}

/** Does something and waits for the lists that it asks for, as React wants it told. */
export async function arrived(action: () => unknown): Promise<void> {
  await act(async () => {
    action();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

/** Shows the editor as Grafana does: what is changed comes back as the query. */
export async function showEditor(
  stored: object = { ...defaultQuery, datasetId: 'flights' },
  {
    app,
    from = answers,
    variables = {},
  }: { app?: CoreApp; from?: Parameters<typeof sourceOf>[0]; variables?: Parameters<typeof sourceOf>[1] } = {}
): Promise<Shown> {
  const { source, requests } = sourceOf(from, variables);
  const asked: ProfilesQuery[] = [];
  let count = 0;
  let current = { refId: 'A', ...stored } as ProfilesQuery;
  function Page() {
    const [query, setQuery] = useState(current);
    return (
      <QueryEditor
        datasource={source}
        query={query}
        onChange={(next) => {
          count++;
          current = next;
          setQuery(next);
        }}
        onRunQuery={() => asked.push(current)}
        {...(app !== undefined && { app })}
      />
    );
  }
  await arrived(() => render(<Page />));
  return { asked, changes: () => count, query: () => current, requests };
}

/** Opens a picker and takes the option of this name. */
export async function pick(field: RegExp | string, option: RegExp | string): Promise<void> {
  await userEvent.click(screen.getByRole('combobox', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

/** Types into a picker what its list does not have. */
export async function enter(field: RegExp | string, text: string): Promise<void> {
  await userEvent.click(screen.getByRole('combobox', { name: field }));
  await userEvent.keyboard(text);
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(`^${text.replace(/[$*.]/g, '\\$&')}`) }));
}

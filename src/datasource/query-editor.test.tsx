import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { defaultQuery, type ProfilesQuery } from './model.ts';
import { QueryEditor } from './query-editor.tsx';

function show(change: Partial<ProfilesQuery> = {}): { asked: ProfilesQuery[]; query: () => ProfilesQuery } {
  const asked: ProfilesQuery[] = [];
  let current = { refId: 'A', ...defaultQuery, ...change } as ProfilesQuery;
  function Page() {
    const [query, setQuery] = useState(current);
    return (
      <QueryEditor
        // The editor asks nothing of the data source yet.
        datasource={undefined as never}
        query={query}
        onChange={(next) => {
          current = next;
          setQuery(next);
        }}
        onRunQuery={() => asked.push(current)}
      />
    );
  }
  render(<Page />);
  return { asked, query: () => current };
}

test('nothing is changed or asked by being shown', () => {
  const { asked, query } = show();
  expect(asked).toEqual([]);
  expect(query()).toEqual({ refId: 'A', ...defaultQuery });
});

test.each([
  ['on Enter', '{Enter}'],
  ['on leaving the field', '{Tab}'],
])('a dataset is changed with each key and asked %s', async (_, key) => {
  const { asked, query } = show();
  const dataset = screen.getByRole('textbox', { name: /Dataset/ });
  await userEvent.type(dataset, 'flights');
  expect(query()).toMatchObject({ datasetId: 'flights' });
  expect(asked).toEqual([]);
  await userEvent.type(dataset, key, { skipClick: true });
  expect(asked).toMatchObject([{ datasetId: 'flights' }]);
});

test('columns are typed as a list, and an emptied list means all', async () => {
  const { query } = show({ columns: { include: ['a'] } });
  const columns = screen.getByRole('textbox', { name: /Columns/ });
  expect(columns).toHaveValue('a');
  await userEvent.type(columns, ', b*, -bad');
  expect(query()).toMatchObject({ columns: { include: ['a', 'b*'], exclude: ['bad'] } });
  await userEvent.clear(columns);
  expect(query()).not.toHaveProperty('columns');
});

test('another kind is asked at once, and only a metric query has a metric', async () => {
  const { asked } = show({ datasetId: 'flights' });
  await userEvent.click(screen.getByRole('radio', { name: 'Columns' }));
  expect(asked).toMatchObject([{ kind: 'columns', queryType: 'columns', datasetId: 'flights' }]);
  expect(asked[0]).not.toHaveProperty('metric');
  expect(screen.queryByRole('combobox', { name: /Metric/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'Metric' }));
  expect(asked.at(-1)).toMatchObject({ kind: 'metric', metric: 'count' });
});

test('the metric shown is the stored one, also when the list does not have it', () => {
  show({ metric: 'quantile_99.9' });
  expect(screen.getByRole('combobox', { name: /Metric/ })).toHaveValue('quantile_99.9');
});

test('keys of a newer version survive an edit', async () => {
  const { query } = show({ mode: 'latest' } as Partial<ProfilesQuery>);
  await userEvent.type(screen.getByRole('textbox', { name: /Dataset/ }), 'x');
  expect(query()).toMatchObject({ mode: 'latest', datasetId: 'x' });
});

import { CoreApp } from '@grafana/data';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { defaultQuery } from '../model.ts';
import { preparePickers } from '../testing/prepare-pickers.ts';
import { answers, enter, pick, showEditor } from '../testing/show-editor.tsx';

preparePickers();

const query = { ...defaultQuery, datasetId: 'flights' };
/** As long as pickers wait before they ask, and lists take to arrive. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 300)));

describe('by being shown', () => {
  test.each([
    ['a new query', {}],
    ['a complete query', query],
    ['a query of every key', { ...query, mode: 'latest', segments: [{ tags: [] }], columns: { include: ['a'] } }],
    ['a kind of a newer version', { kind: 'later' }],
  ])('%s is neither changed nor asked', async (_, stored) => {
    const { asked, changes } = await showEditor(stored, {
      from: { datasets: { datasets: answers.datasets.datasets.slice(1) } },
    });
    await settled();
    expect(changes()).toBe(0);
    expect(asked).toEqual([]);
  });

  test('a query without a dataset shows the only one of the store, and stores it with the first change', async () => {
    const from = { ...answers, datasets: { datasets: answers.datasets.datasets.slice(1) } };
    const { query: current } = await showEditor({}, { from });
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Dataset' })).toHaveValue('flights'));
    expect(current()).toEqual({ refId: 'A' });
    await userEvent.click(screen.getByRole('radio', { name: 'Newest' }));
    expect(current()).toEqual({ refId: 'A', ...query, mode: 'latest' });
  });

  test('none is chosen where there are several', async () => {
    await showEditor({});
    await settled();
    expect(screen.getByRole('combobox', { name: 'Dataset' })).toHaveValue('');
  });
});

describe('a dataset', () => {
  test('is chosen from those of the store, with what is in each', async () => {
    const { asked } = await showEditor({});
    await pick('Dataset', /^flights 365 profiles, 5,000 columns, 2013-01-01 to 2013-12-31, 1 reference profile/);
    expect(asked).toMatchObject([{ datasetId: 'flights', kind: 'metric', metric: 'count' }]);
  });

  test('may be typed, and may be a variable', async () => {
    const { asked } = await showEditor({}, { variables: { dataset: 'flights' } });
    await enter('Dataset', 'other');
    expect(asked).toMatchObject([{ datasetId: 'other' }]);
    await pick('Dataset', /^\$dataset/);
    expect(asked.at(-1)).toMatchObject({ datasetId: '$dataset' });
  });
});

describe('kinds', () => {
  test('another kind is asked at once and has no key of the one before', async () => {
    const { asked } = await showEditor({
      ...query,
      mode: 'latest',
      columns: { include: ['a'] },
      segments: [{ tags: [] }],
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Columns' }));
    expect(asked).toEqual([
      {
        refId: 'A',
        schemaVersion: 1,
        datasetId: 'flights',
        columns: { include: ['a'] },
        segments: [{ tags: [] }],
        kind: 'columns',
        queryType: 'columns',
      },
    ]);
    expect(screen.queryByRole('combobox', { name: 'Metric' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Metric' }));
    expect(asked.at(-1)).toMatchObject({ kind: 'metric', metric: 'count' });
  });

  test('a kind of a newer version is said, and stays as it is', async () => {
    const { changes } = await showEditor({ ...query, kind: 'later' });
    expect(screen.getByText(/does not know queries of the kind "later"/)).toBeInTheDocument();
    expect(changes()).toBe(0);
  });

  test('keys of a newer version survive an edit', async () => {
    const { query: current } = await showEditor({ ...query, later: { deep: 1 } });
    await userEvent.click(screen.getByRole('radio', { name: 'Newest' }));
    expect(current()).toEqual({ refId: 'A', ...query, later: { deep: 1 }, mode: 'latest' });
  });
});

describe('an alert rule', () => {
  const app = CoreApp.UnifiedAlerting;

  test('is offered what can be a condition, the newest value first', async () => {
    await showEditor({}, { app });
    const kinds = screen.getByRole('radiogroup', { name: 'Query' });
    expect(kinds).toHaveTextContent(/^Metric Analysis Monitor$/);
    expect(screen.getByRole('radio', { name: 'Newest' })).toBeChecked();
  });

  test('must name its dataset, as nobody is there to choose it', async () => {
    const from = { ...answers, datasets: { datasets: answers.datasets.datasets.slice(1) } };
    const { asked } = await showEditor({}, { app, from });
    expect(screen.getByRole('alert')).toHaveTextContent('An alert rule names its dataset.');
    await pick('Dataset', /^flights/);
    expect(asked).toMatchObject([{ datasetId: 'flights', mode: 'latest' }]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('is told of a series that it is no condition', async () => {
    const { asked } = await showEditor(query, { app });
    expect(screen.getByRole('alert')).toHaveTextContent(/A series is no condition by itself/);
    await userEvent.click(screen.getByRole('radio', { name: 'Newest' }));
    expect(asked).toMatchObject([{ mode: 'latest' }]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test.each([
    ['profile', /^A profile query gives distributions, not a number/],
    ['distribution', /^A distribution query gives several series, not a number/],
    ['columns', /^A columns query gives a table, not a number/],
    ['anomalies', /^An anomalies query gives a table, not a number: it is no alert condition. Choose Analysis, /],
    ['events', /^An events query gives a table, not a number/],
  ])('is told of a %s query that it is no condition', async (kind, text) => {
    await showEditor({ kind, schemaVersion: 1, datasetId: 'flights' }, { app });
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  test.each([
    ['a column', { columns: { include: ['$column'] } }, 'the variable $column was not replaced'],
    ['a segment', { segments: [{ tags: [{ key: 'a', value: '$b' }] }] }, 'the variable $b was not replaced'],
    ['the dataset', { datasetId: '$dataset' }, 'the variable $dataset was not replaced'],
  ])('is told of a variable in %s', async (_, change, text) => {
    await showEditor(
      { ...query, mode: 'latest', ...change },
      { app, variables: { column: 'a', b: 'c', dataset: 'flights' } }
    );
    expect(screen.getByRole('alert')).toHaveTextContent(text);
  });
});

describe('where the store cannot be asked', () => {
  const from = { datasets: new Error('the folder is gone') };

  test('it is said once, what is stored stays, and names can be typed', async () => {
    const { query: current } = await showEditor({ ...query, columns: { include: ['dep_delay'] } }, { from });
    expect(await screen.findByText('the folder is gone')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Dataset' })).toHaveValue('flights');
    expect(screen.getByText('dep_delay')).toBeInTheDocument();
    await enter('Columns', 'arr*');
    expect(current()).toMatchObject({ columns: { include: ['dep_delay', 'arr*'] } });
  });

  test('an answer that does not come holds nothing up', async () => {
    const { asked } = await showEditor(query, { from: { datasets: 'never' } });
    await userEvent.click(screen.getByRole('radio', { name: 'Newest' }));
    expect(asked).toHaveLength(1);
  });
});

test.each([
  ['the metric', { metric: 'quantile_101' }, '"quantile_101" asks for more than 100 per cent'],
  ['an unknown metric', { metric: 'x' }, '"x" is no metric; choose one, or type quantile_P for any percentage P'],
  ['the granularity', { granularity: 'yearly' }, '"yearly" is none of hourly, daily, weekly, monthly'],
  ['the window', { metric: 'psi', baseline: { type: 'TrailingWindow', size: 91 } }, '91 is no whole number of batches'],
  [
    'a key twice',
    {
      segments: [
        {
          tags: [
            { key: 'a', value: '1' },
            { key: 'a', value: '2' },
          ],
        },
      ],
    },
    'a key occurs twice',
  ],
  ['a variable without a value', { metric: '$unknown' }, 'the variable $unknown was not replaced'],
])('what the back end would refuse is said beside the field: %s', async (_, change, text) => {
  await showEditor({ ...query, ...change });
  expect(screen.getByRole('alert')).toHaveTextContent(text);
});

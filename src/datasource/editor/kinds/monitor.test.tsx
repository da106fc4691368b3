import { CoreApp } from '@grafana/data';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parseQuery } from '../../../../pkg/contract/index.ts';
import { preparePickers } from '../../testing/prepare-pickers.ts';
import { pick, showEditor } from '../../testing/show-editor.tsx';

preparePickers();

const common = { schemaVersion: 1, datasetId: 'flights' };
const metric = { kind: 'metric', metric: 'count', ...common };
const radio = (name: string) => userEvent.click(screen.getByRole('radio', { name }));

describe('a monitor', () => {
  test('is every enabled one until one is chosen', async () => {
    const { asked } = await showEditor(metric);
    await radio('Monitor');
    expect(parseQuery(asked[0])).toMatchObject({ kind: 'monitor', monitorId: null, mode: 'table' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Monitor' }));
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options).toEqual(['eachEach delay, each anomaly, severity 2', 'weeklydigest, severity 1, disabled']);
    await userEvent.click(screen.getByRole('option', { name: /^each/ }));
    expect(asked.at(-1)).toMatchObject({ monitorId: 'each' });
  });

  test('is asked for its newest messages, or for a table', async () => {
    const { asked } = await showEditor({ kind: 'monitor', ...common });
    expect(screen.getByRole('radio', { name: 'Table' })).toBeChecked();
    await radio('Newest');
    expect(asked).toMatchObject([{ mode: 'latest' }]);
  });

  test('is nothing without a document, and that is said', async () => {
    await showEditor({ kind: 'monitor', ...common, datasetId: 'clicks' });
    expect(await screen.findByText('This dataset has no monitor document')).toBeInTheDocument();
  });

  test('of a document in the query itself needs none in the dataset', async () => {
    await showEditor({ kind: 'monitor', ...common, datasetId: 'clicks', monitor: '{}' });
    expect(screen.queryByText('This dataset has no monitor document')).not.toBeInTheDocument();
  });

  test('is a condition by its newest messages, not by its table', async () => {
    const app = CoreApp.UnifiedAlerting;
    const { asked } = await showEditor(metric, { app });
    await radio('Monitor');
    expect(asked).toMatchObject([{ kind: 'monitor', mode: 'latest' }]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await radio('Table');
    expect(screen.getByRole('alert')).toHaveTextContent('A table is no condition: choose Newest.');
  });
});

describe('anomalies', () => {
  test('are those of every enabled analyzer until some are chosen', async () => {
    const { asked } = await showEditor(metric);
    await radio('Anomalies');
    expect(parseQuery(asked[0])).toMatchObject({ kind: 'anomalies', analyzerIds: null });
    await pick('Analyzers', /^delays/);
    expect(asked.at(-1)).toMatchObject({ analyzerIds: ['delays'] });
    await userEvent.click(screen.getByRole('button', { name: 'Remove delays' }));
    expect(asked.at(-1)).not.toHaveProperty('analyzerIds');
  });

  test('of several analyzers by one variable', async () => {
    const { asked } = await showEditor({ kind: 'anomalies', ...common }, { variables: { which: ['a', 'b'] } });
    await pick('Analyzers', /^\$which/);
    expect(asked).toMatchObject([{ analyzerIds: ['$which'] }]);
  });
});

test('events are of every tag until some are chosen, and have neither columns nor segments', async () => {
  const { asked } = await showEditor(metric);
  await radio('Events');
  expect(parseQuery(asked[0])).toMatchObject({ kind: 'events', tagKeys: [] });
  expect(screen.queryByRole('combobox', { name: 'Columns' })).not.toBeInTheDocument();
  expect(screen.queryByText('Add a segment')).not.toBeInTheDocument();
  await pick('Tags', 'origin');
  expect(asked.at(-1)).toMatchObject({ tagKeys: ['origin'] });
});

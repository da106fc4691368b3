import { CoreApp } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parseQuery } from '../../../../pkg/contract/index.ts';
import { formConfigs } from '../analyzer-draft.ts';
import { preparePickers } from '../../testing/prepare-pickers.ts';
import { answers, enter, pick, showEditor } from '../../testing/show-editor.tsx';

preparePickers();

const common = { schemaVersion: 1, datasetId: 'flights' };
const byId = { kind: 'analysis', ...common, analyzerId: 'delays' };
const inline = { kind: 'analysis', ...common, analyzer: { config: formConfigs.drift } };
const radio = (name: string) => userEvent.click(screen.getByRole('radio', { name }));

test('a new analysis shows something at once: the drift of the columns of numbers', async () => {
  const { asked } = await showEditor({ kind: 'metric', metric: 'count', ...common });
  await radio('Analysis');
  expect(asked).toEqual([
    {
      refId: 'A',
      ...common,
      kind: 'analysis',
      queryType: 'analysis',
      columns: { include: ['group:continuous'] },
      analyzer: { config: formConfigs.drift },
    },
  ]);
  expect(parseQuery(asked[0])).toMatchObject({ kind: 'analysis', mode: 'series', analyzer: { kind: 'inline' } });
});

describe('an analyzer of the document', () => {
  test('is chosen from those that it has', async () => {
    const { asked } = await showEditor({ kind: 'analysis', ...common });
    expect(screen.getByRole('alert')).toHaveTextContent('Choose an analyzer.');
    await userEvent.click(screen.getByRole('combobox', { name: 'Which' }));
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options).toEqual(['delaysDrift of delays, drift of histogram', 'bothconjunction, disabled']);
    await userEvent.click(screen.getByRole('option', { name: /^delays/ }));
    expect(asked).toMatchObject([{ analyzerId: 'delays' }]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('may be typed, and may be a variable', async () => {
    const { asked } = await showEditor(byId, { variables: { analyzer: 'delays' } });
    await enter('Which', 'later');
    await pick('Which', /^\$analyzer/);
    expect(asked).toMatchObject([{ analyzerId: 'later' }, { analyzerId: '$analyzer' }]);
  });

  test('is not there where the dataset has no document, and that is said', async () => {
    await showEditor({ ...byId, datasetId: 'clicks' });
    expect(await screen.findByText('This dataset has no monitor document')).toBeInTheDocument();
    expect(screen.getByText(/Or define the analyzer in this query\./)).toBeInTheDocument();
  });

  test('is shown with what is wrong with the document, three problems at most', async () => {
    const document = { ...answers['datasets/flights/monitoring'], problems: ['a', 'b', 'c', 'd', 'e'] };
    await showEditor(byId, { from: { ...answers, 'datasets/flights/monitoring': document } });
    const alert = await screen.findByRole('alert');
    expect(
      within(alert)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['a', 'b', 'c', 'and 2 more']);
  });

  test('can be typed where the document cannot be read', async () => {
    await showEditor(byId, { from: { ...answers, 'datasets/flights/monitoring': new Error('it is locked') } });
    expect(await screen.findByRole('alert')).toHaveTextContent('it is locked');
    expect(screen.getByRole('combobox', { name: 'Which' })).toHaveValue('delays');
  });

  test('takes the place of the one in the query, which comes back unchanged', async () => {
    const analyzer = { config: { ...formConfigs.fixed, upper: 7 } };
    const { asked, query } = await showEditor({ ...inline, analyzer });
    await radio('Of the document');
    expect(query()).not.toHaveProperty('analyzer');
    expect(asked).toEqual([]);
    await pick('Which', /^delays/);
    await radio('In this query');
    expect(query()).toMatchObject({ analyzer });
  });
});

describe('what an analysis shows', () => {
  test('is every series unless some are chosen', async () => {
    const { asked } = await showEditor(byId);
    await pick('Series', /^verdict/);
    expect(asked).toMatchObject([{ series: ['verdict'] }]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove verdict' }));
    expect(asked[1]).not.toHaveProperty('series');
  });

  test('is the newest batch, or the number or share of anomalous columns, which have no series', async () => {
    const { asked } = await showEditor(byId);
    await radio('Newest');
    await pick('Of', 'Share of anomalous columns');
    expect(asked.at(-1)).toMatchObject({ mode: 'latest', aggregate: 'share' });
    expect(screen.queryByRole('combobox', { name: 'Series' })).not.toBeInTheDocument();
    await pick('Of', 'Each column');
    expect(asked.at(-1)).not.toHaveProperty('aggregate');
  });

  test('is of the batches that the document names, unless others are chosen', async () => {
    const { asked } = await showEditor(byId);
    expect(screen.getByRole('combobox', { name: 'Batches' })).toHaveValue('As the document says');
    await pick('Batches', 'Weeks');
    await pick('Batches', 'As the document says');
    expect(asked[0]).toMatchObject({ granularity: 'weekly' });
    expect(asked[1]).not.toHaveProperty('granularity');
  });
});

describe('an analyzer in the query', () => {
  test.each([
    ['Deviation', 'stddev', 'Standard deviations'],
    ['Limits', 'fixed', 'Not above'],
    ['Difference', 'diff', 'Differs by'],
    ['Seasonal', 'seasonal', 'Alpha'],
  ] as const)('%s is one that the engine runs, with its own fields', async (label, type, field) => {
    const { asked } = await showEditor({ ...inline, analyzer: { id: 'mine', config: formConfigs.drift } });
    await radio(label);
    expect(asked).toMatchObject([{ analyzer: { id: 'mine', config: formConfigs[type] } }]);
    expect(screen.getByRole('textbox', { name: field })).toBeInTheDocument();
  });

  test('is changed by its form, and keys that the form does not show stay', async () => {
    const config = {
      ...formConfigs.drift,
      later: 1,
      baseline: { type: 'TrailingWindow', size: 7, exclusionRanges: [] },
    };
    const { asked, query } = await showEditor({ ...inline, analyzer: { config } });
    await pick('Distance', /^Wasserstein/);
    expect(asked).toMatchObject([{ analyzer: { config: { ...config, algorithm: 'wasserstein' } } }]);
    const threshold = screen.getByRole('textbox', { name: 'Anomaly above' });
    await userEvent.clear(threshold);
    expect(query()).not.toHaveProperty('analyzer.config.threshold');
    await userEvent.type(threshold, '0.5');
    await userEvent.type(screen.getByRole('textbox', { name: 'How many batches' }), '{Backspace}14{Enter}');
    expect(asked.at(-1)).toMatchObject({
      analyzer: {
        config: { later: 1, threshold: 0.5, baseline: { type: 'TrailingWindow', size: 14, exclusionRanges: [] } },
      },
    });
    await pick('Compared with', /^A reference profile/);
    await pick('Reference profile', 'january');
    expect(asked.at(-1)).toHaveProperty('analyzer.config.baseline', { type: 'Reference', profileId: 'january' });
  });

  test('has one side, or both without a key', async () => {
    const { asked } = await showEditor({ ...inline, analyzer: formConfigs.stddev });
    await pick('Anomaly', 'Above');
    await pick('Anomaly', 'Both sides');
    expect(asked[0]).toMatchObject({ analyzer: { type: 'stddev', thresholdType: 'upper' } });
    expect(asked[1]).toMatchObject({ analyzer: formConfigs.stddev });
    expect(asked[1]).not.toHaveProperty('analyzer.thresholdType');
  });

  test('of any type is JSON, which is kept when it is an object', async () => {
    const analyzer = { config: { type: 'column_list', metric: 'column_list' } };
    const { asked, query } = await showEditor({ ...inline, analyzer });
    const area = screen.getByRole('textbox', { name: /^Analyzer as JSON/ });
    expect(JSON.parse((area as HTMLTextAreaElement).value)).toEqual(analyzer);
    await userEvent.clear(area);
    await userEvent.click(area);
    await userEvent.paste('{"config": ');
    expect(screen.getByRole('alert')).toHaveTextContent('No JSON yet, so the query keeps what it had');
    expect(query()).toMatchObject({ analyzer });
    await userEvent.paste('{"type": "fixed"}}');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(query()).toMatchObject({ analyzer: { config: { type: 'fixed' } } });
    expect(asked).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(asked).toMatchObject([{ analyzer: { config: { type: 'fixed' } } }]);
  });

  test.each([
    ['7', 'An object is expected'],
    ['[]', 'An object is expected'],
  ])('is no %s', async (text, mistake) => {
    await showEditor({ ...inline, analyzer: { config: { type: 'monotonic' } } });
    const area = screen.getByRole('textbox', { name: /^Analyzer as JSON/ });
    await userEvent.clear(area);
    await userEvent.click(area);
    await userEvent.paste(text);
    expect(screen.getByRole('alert')).toHaveTextContent(mistake);
  });

  test('is told what the engine says of it, and where', async () => {
    const problems = [
      { severity: 'error', path: 'config.threshold', text: 'a number is expected' },
      { severity: 'note', path: '', text: 'read leniently' },
    ];
    await showEditor(inline, { from: { ...answers, 'analyzer/check': { problems } } });
    const list = await screen.findByRole('list', { name: 'Problems of the analyzer' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['error config.threshold: a number is expected', 'note: read leniently']);
  });

  test('is asked of the engine with the values of the dashboard’s variables', async () => {
    const analyzer = { type: 'fixed', metric: 'mean', upper: '$limit' };
    const { requests } = await showEditor(
      { ...inline, analyzer, granularity: 'weekly' },
      { variables: { limit: '7' } }
    );
    const checks = () =>
      requests.filter(({ url }) => url.endsWith('analyzer/check')).map(({ data }) => data as unknown);
    await waitFor(() => expect(checks()).toHaveLength(1));
    expect(checks()).toEqual([
      { analyzer: { type: 'fixed', metric: 'mean', upper: '7' }, datasetId: 'flights', granularity: 'weekly' },
    ]);
  });

  test('is not judged where the engine cannot be asked, and that is said', async () => {
    await showEditor(inline, { from: { ...answers, 'analyzer/check': new Error('it is away') } });
    expect(await screen.findByText('the analyzer could not be checked: it is away')).toBeInTheDocument();
  });
});

describe('as an alert condition', () => {
  const app = CoreApp.UnifiedAlerting;

  test('begins with the newest batch of an analyzer to choose, and is not asked before', async () => {
    const { query } = await showEditor({ kind: 'metric', metric: 'count', ...common }, { app });
    expect(screen.getByText(/^Analysis and Monitor suit a rule best/)).toBeInTheDocument();
    await radio('Analysis');
    expect(query()).toEqual({ refId: 'A', ...common, kind: 'analysis', queryType: 'analysis', mode: 'latest' });
    expect(screen.getByRole('alert')).toHaveTextContent('Choose an analyzer.');
  });

  test('it is the newest batch, and one number', async () => {
    const { asked } = await showEditor({ ...byId, series: ['value', 'verdict'] }, { app });
    const texts = screen.getAllByRole('alert').map(({ textContent }) => textContent);
    expect(texts).toEqual([
      'A series is no condition by itself: choose Newest.',
      'A condition compares one number: keep one of them, such as verdict.',
    ]);
    await radio('Newest');
    await userEvent.click(screen.getByRole('button', { name: 'Remove value' }));
    expect(asked.at(-1)).toMatchObject({ mode: 'latest', series: ['verdict'] });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('it has no variables', async () => {
    await showEditor({ ...byId, mode: 'latest', analyzerId: '$analyzer' }, { app, variables: { analyzer: 'delays' } });
    expect(screen.getByRole('alert')).toHaveTextContent('the variable $analyzer was not replaced');
  });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { preparePickers } from '../testing/prepare-pickers.ts';
import { answers, arrived, pick } from '../testing/show-editor.tsx';
import { sourceOf } from '../testing/source.ts';
import { VariableEditor } from './variable-editor.tsx';
import type { VariableQuery } from './variable-query.ts';

preparePickers();

async function show(
  stored: unknown,
  from: Parameters<typeof sourceOf>[0] = answers
): Promise<Array<[VariableQuery, string] | 'run'>> {
  const log: Array<[VariableQuery, string] | 'run'> = [];
  const { source } = sourceOf(from);
  function Page() {
    const [query, setQuery] = useState(stored as VariableQuery);
    return (
      <VariableEditor
        datasource={source}
        query={query}
        onChange={(next, definition) => {
          log.push([next, definition]);
          setQuery(next);
        }}
        onRunQuery={() => log.push('run')}
      />
    );
  }
  await arrived(() => render(<Page />));
  return log;
}

test('what is listed is chosen step by step, with its line for the list of variables', async () => {
  const log = await show(null);
  expect(log).toEqual([]);
  await pick('List', /^Values of a segment key/);
  await pick('Dataset', /^flights/);
  await pick('Segment key', 'origin');
  expect(log.at(-2)).toEqual([
    { refId: 'DriftglassVariable', list: 'segmentValues', datasetId: 'flights', segmentKey: 'origin' },
    'values of origin in flights',
  ]);
  expect(log.at(-1)).toBe('run');
});

test('a pattern is listed by when it is finished', async () => {
  const log = await show({ refId: 'V', list: 'columns', datasetId: 'flights' });
  await userEvent.type(screen.getByRole('textbox', { name: /^Only/ }), 'dep*');
  expect(log).not.toContain('run');
  await userEvent.tab();
  expect(log.slice(-2)).toEqual([
    [{ refId: 'V', list: 'columns', datasetId: 'flights', only: 'dep*' }, 'columns dep* of flights'],
    'run',
  ]);
});

test('datasets need nothing more', async () => {
  await show({ refId: 'V', list: 'datasets', datasetId: '' });
  expect(screen.getAllByRole('combobox')).toHaveLength(1);
});

test('a key that is missing and a store that does not answer are said', async () => {
  await show(
    { refId: 'V', list: 'segmentValues', datasetId: 'flights' },
    { datasets: new Error('the folder is gone') }
  );
  expect(await screen.findByText('Choose whose values are listed.')).toBeInTheDocument();
  expect(await screen.findByText('the folder is gone')).toBeInTheDocument();
});

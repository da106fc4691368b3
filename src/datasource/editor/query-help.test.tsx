import type { QueryEditorHelpProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parseQuery } from '../../../pkg/contract/index.ts';
import type { ProfilesQuery } from '../model.ts';
import { examples } from './examples.ts';
import { QueryHelp } from './query-help.tsx';

test('a click puts an example into the editor, for the dataset that is chosen', async () => {
  const onClickExample = jest.fn();
  const query = {
    refId: 'B',
    datasource: { uid: 'u' },
    kind: 'columns',
    datasetId: 'flights',
    columns: { include: ['x'] },
  };
  const props = { query, onClickExample } as unknown as QueryEditorHelpProps<ProfilesQuery>;
  render(<QueryHelp {...props} />);
  expect(screen.getAllByRole('button')).toHaveLength(examples.length);
  await userEvent.click(screen.getByRole('button', { name: 'Drift of each column' }));
  expect(onClickExample).toHaveBeenCalledWith({
    refId: 'B',
    datasource: { uid: 'u' },
    schemaVersion: 1,
    datasetId: 'flights',
    kind: 'metric',
    queryType: 'metric',
    metric: 'hellinger',
  });
});

test.each(examples.map(({ title, query }) => [title, query] as const))(
  'the back end takes the example: %s',
  (_, query) => {
    expect(parseQuery({ ...query, datasetId: 'flights' }).kind).toBe(query.kind);
  }
);

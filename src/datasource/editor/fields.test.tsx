import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { defaultQuery } from '../model.ts';
import { preparePickers } from '../testing/prepare-pickers.ts';
import { enter, pick, showEditor } from '../testing/show-editor.tsx';

preparePickers();

const query = { ...defaultQuery, datasetId: 'flights' };
const distance = { ...query, metric: 'hellinger' };

describe('columns', () => {
  test('are chosen from 5,000, of which few are drawn', async () => {
    const { asked } = await showEditor({ ...query, datasetId: 'clicks' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Columns' }));
    expect((await screen.findAllByRole('option')).length).toBeLessThan(100);
    await userEvent.keyboard('column 4321');
    await userEvent.click(await screen.findByRole('option', { name: /^column 4321 integral, continuous/ }));
    expect(asked).toMatchObject([{ columns: { include: ['column 4321'] } }]);
  });

  test('may be groups, patterns and variables; those that are left out stand apart', async () => {
    const { asked } = await showEditor(query, { variables: { column: 'a' } });
    await pick('Columns', /^group:continuous/);
    await enter('Columns', 'dep_*');
    await userEvent.keyboard('{Escape}');
    await pick('Except', /^\$column/);
    expect(asked.at(-1)).toMatchObject({
      columns: { include: ['group:continuous', 'dep_*'], exclude: ['$column'] },
    });
  });

  test('none means all', async () => {
    const { asked } = await showEditor({ ...query, columns: { include: ['carrier'] } });
    await userEvent.click(screen.getByRole('button', { name: 'Remove carrier' }));
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toHaveProperty('columns');
  });
});

describe('segments', () => {
  test('are asked when key and value are there, and not before', async () => {
    const { asked, changes } = await showEditor();
    expect(screen.getByText('the whole dataset')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Add a segment' }));
    await pick('Segment 1, key', 'origin');
    expect(changes()).toBe(0);
    await pick('Segment 1, value', 'JFK');
    expect(asked).toMatchObject([{ segments: [{ tags: [{ key: 'origin', value: 'JFK' }] }] }]);
  });

  test('may be each value of a key, a typed value, a variable', async () => {
    const segments = [{ tags: [{ key: 'origin', value: 'JFK' }] }];
    const { asked } = await showEditor({ ...query, segments }, { variables: { airport: ['JFK', 'LGA'] } });
    await pick('Segment 1, value', /^\* each value/);
    await enter('Segment 1, value', 'BOS');
    await pick('Segment 1, value', /^\$airport/);
    const values = asked.map((one) => one.segments?.[0]?.tags[0]?.value);
    expect(values).toEqual(['*', 'BOS', '$airport']);
  });

  test('have several tags, and stand beside the whole dataset', async () => {
    const { asked, query: current } = await showEditor({
      ...query,
      segments: [{ tags: [{ key: 'origin', value: 'JFK' }] }],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Add a tag to Segment 1' }));
    await enter('Segment 1, tag 2, key', 'carrier');
    await enter('Segment 1, tag 2, value', 'UA');
    expect(current().segments).toEqual([
      {
        tags: [
          { key: 'origin', value: 'JFK' },
          { key: 'carrier', value: 'UA' },
        ],
      },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Add the whole dataset' }));
    expect(asked.at(-1)?.segments).toHaveLength(2);
    expect(asked.at(-1)?.segments?.[1]).toEqual({ tags: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Remove Segment 1' }));
    expect(asked.at(-1)?.segments).toEqual([{ tags: [] }]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Segment 1' }));
    expect(asked.at(-1)).not.toHaveProperty('segments');
  });

  test('another key empties the value', async () => {
    const { query: current } = await showEditor({ ...query, segments: [{ tags: [{ key: 'carrier', value: 'UA' }] }] });
    await pick('Segment 1, key', 'origin');
    expect(screen.getByRole('combobox', { name: 'Segment 1, value' })).toHaveValue('');
    // Without its value the tag is no segment; the whole dataset is asked meanwhile.
    expect(current()).not.toHaveProperty('segments');
  });
});

describe('a distance', () => {
  test('has a baseline, other metrics have none', async () => {
    await showEditor(query);
    expect(screen.queryByRole('combobox', { name: 'Compared with' })).not.toBeInTheDocument();
    await pick('Metric', /^psi/);
    expect(screen.getByRole('combobox', { name: 'Compared with' })).toHaveValue('The batches before');
    expect(screen.getByRole('combobox', { name: 'Distributions from' })).toHaveValue('What fits the column');
  });

  test.each([
    ['on Enter', '{Enter}'],
    ['on leaving the field', '{Tab}'],
  ])('its window is changed with each key and asked %s', async (_, key) => {
    const { asked, query: current } = await showEditor(distance);
    const size = screen.getByRole('textbox', { name: 'How many batches' });
    await userEvent.type(size, '14');
    expect(current()).toMatchObject({ baseline: { type: 'TrailingWindow', size: 14 } });
    expect(asked).toEqual([]);
    await userEvent.type(size, key, { skipClick: true });
    expect(asked).toHaveLength(1);
  });

  test('leaving a field that was not changed asks nothing', async () => {
    const { asked } = await showEditor(distance);
    await userEvent.click(screen.getByRole('textbox', { name: 'How many batches' }));
    await userEvent.tab();
    expect(asked).toEqual([]);
  });

  test('an emptied window is the default', async () => {
    const { query: current } = await showEditor({ ...distance, baseline: { type: 'TrailingWindow', size: 14 } });
    await userEvent.clear(screen.getByRole('textbox', { name: 'How many batches' }));
    expect(current()).toMatchObject({ baseline: { type: 'TrailingWindow' } });
  });

  test('is asked against a reference when that is chosen', async () => {
    const { asked } = await showEditor(distance);
    await pick('Compared with', /^A reference profile/);
    expect(asked).toEqual([]);
    expect(screen.getByRole('alert')).toHaveTextContent('Choose the profile to compare with.');
    await pick('Reference profile', 'january');
    expect(asked).toMatchObject([{ baseline: { type: 'Reference', profileId: 'january' } }]);
  });

  test('a dataset without references says where they go', async () => {
    await showEditor({ ...distance, datasetId: 'clicks', baseline: { type: 'Reference', profileId: '' } });
    expect(await screen.findByText('The dataset has none: put one into its folder "reference".')).toBeInTheDocument();
  });
});

test('any quantile can be typed, and a stored metric is shown though the list has it not', async () => {
  const { asked } = await showEditor({ ...query, metric: 'quantile_12.5' });
  expect(screen.getByRole('combobox', { name: 'Metric' })).toHaveValue('quantile_12.5');
  await enter('Metric', 'quantile_99.9');
  expect(asked).toMatchObject([{ metric: 'quantile_99.9' }]);
});

test('batches are days unless chosen otherwise', async () => {
  const { asked } = await showEditor(query);
  expect(screen.getByRole('combobox', { name: 'Batches' })).toHaveValue('Days');
  await pick('Batches', 'Weeks');
  expect(asked).toMatchObject([{ granularity: 'weekly' }]);
});

describe('a profile', () => {
  const profile = { kind: 'profile', schemaVersion: 1, datasetId: 'flights' };

  test('begins with the newest batch beside those before it', async () => {
    const { asked } = await showEditor(query);
    await userEvent.click(screen.getByRole('radio', { name: 'Profile' }));
    expect(asked).toMatchObject([{ kind: 'profile', target: 'latest', baseline: { type: 'TrailingWindow' } }]);
  });

  test('shows the defaults of the back end', async () => {
    await showEditor(profile);
    expect(screen.getByRole('radio', { name: 'Whole range' })).toBeChecked();
    expect(screen.getByRole('combobox', { name: 'Compared with' })).toHaveValue('Nothing');
    expect(screen.getByRole('combobox', { name: 'Bins' })).toHaveValue('Automatic');
    expect(screen.queryByRole('combobox', { name: 'Distance' })).not.toBeInTheDocument();
  });

  test('of one batch is asked when the batch is named', async () => {
    const { asked } = await showEditor(profile);
    await userEvent.click(screen.getByRole('radio', { name: 'One batch' }));
    expect(asked).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: 'Batch' }), '2013-03-08{Enter}');
    expect(asked).toMatchObject([{ target: 'batch', batch: '2013-03-08' }]);
  });

  test('of a batch by a variable alone shows the batch', async () => {
    await showEditor({ ...profile, batch: '$day' }, { variables: { day: '2013-03-08' } });
    expect(screen.getByRole('radio', { name: 'One batch' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'Batch' })).toHaveValue('$day');
  });

  test('has a distance, a threshold and bins', async () => {
    const { asked } = await showEditor({ ...profile, baseline: { type: 'TrailingWindow' } });
    await pick('Distance', /^PSI/);
    await userEvent.type(screen.getByRole('textbox', { name: 'Anomaly above' }), '0.25{Enter}');
    await enter('Bins', '40');
    expect(asked.at(-1)).toMatchObject({ algorithm: 'psi', threshold: 0.25, bins: 40 });
    await pick('Bins', /^Equal shares/);
    expect(asked.at(-1)).toMatchObject({ bins: 'equal_mass' });
    await pick('Compared with', 'Nothing');
    expect(asked.at(-1)).not.toHaveProperty('baseline');
  });
});

test('a distribution has bins where it is a heat map', async () => {
  const { asked } = await showEditor(query);
  await userEvent.click(screen.getByRole('radio', { name: 'Distribution' }));
  expect(asked.at(-1)).toMatchObject({ kind: 'distribution', queryType: 'distribution' });
  expect(screen.queryByRole('combobox', { name: 'Bins' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'Heat map' }));
  await enter('Bins', '20');
  expect(asked.at(-1)).toMatchObject({ form: 'heatmap', bins: 20 });
});

test('every control has a name', async () => {
  await showEditor({ ...distance, segments: [{ tags: [{ key: 'origin', value: 'JFK' }] }] });
  const main = within(document.body);
  for (const role of ['combobox', 'textbox', 'button', 'radio'] as const) {
    for (const control of main.queryAllByRole(role)) {
      expect(control).toHaveAccessibleName();
    }
  }
});

import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import { setDataSourceSrv } from '@grafana/runtime';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ProfilesJsonData } from '../model.ts';
import { preparePickers } from '../testing/prepare-pickers.ts';
import { arrived } from '../testing/show-editor.tsx';
import { flights, sourceOf } from '../testing/source.ts';
import { ConfigEditor } from './config-editor.tsx';

preparePickers();

type Options = DataSourceSettings<ProfilesJsonData>;
type Validation = NonNullable<DataSourcePluginOptionsEditorProps['validation']>;

const file = (path: string): ProfilesJsonData => ({ store: { type: 'file', path } });

async function show(
  jsonData: ProfilesJsonData | undefined,
  {
    answers = {},
    change = {},
    validation,
  }: { answers?: Parameters<typeof sourceOf>[0]; change?: object; validation?: Validation } = {}
) {
  const { source, requests } = sourceOf(answers);
  setDataSourceSrv({ get: async () => source } as unknown as Parameters<typeof setDataSourceSrv>[0]);
  const first = { uid: 'u', name: 'Profiles', type: 'driftglass-profiles-datasource', version: 1, jsonData };
  let saved = {
    ...first,
    secureJsonData: { later: 'secret' },
    secureJsonFields: { later: true },
    ...change,
  } as unknown as Options;
  let setSaved: (options: Options) => void = () => undefined;
  function Page() {
    const [options, setOptions] = useState(saved);
    saved = options;
    setSaved = setOptions;
    return <ConfigEditor options={options} onOptionsChange={setOptions} {...(validation && { validation })} />;
  }
  await arrived(() => render(<Page />));
  return {
    saved: () => saved,
    requests,
    save: () => arrived(() => setSaved({ ...saved, version: (saved.version ?? 0) + 1 })),
  };
}

const folder = () => screen.getByRole('textbox', { name: /^Folder/ });

test('a typed path is stored beside everything that was there', async () => {
  const { saved } = await show({ defaultRegion: 'x' }, { change: { basicAuth: true } });
  await userEvent.type(folder(), '/data/p');
  expect(saved()).toMatchObject({
    basicAuth: true,
    jsonData: { defaultRegion: 'x', store: { type: 'file', path: '/data/p' } },
    secureJsonData: { later: 'secret' },
    secureJsonFields: { later: true },
  });
});

test('a data source that was never saved has nothing stored', async () => {
  await show(undefined);
  expect(folder()).toHaveValue('');
  expect(screen.getByText('Save & test shows here what the folder holds.')).toBeInTheDocument();
});

test('a path that the back end would refuse is said beside the field, once it is left', async () => {
  await show({});
  await userEvent.type(folder(), 'data');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await userEvent.tab();
  expect(screen.getByRole('alert')).toHaveTextContent('"data" is not absolute; enter a path that begins at the root');
  await userEvent.clear(folder());
  await userEvent.type(folder(), '/data');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('saving what the back end would refuse is kept back, where Grafana has the means', async () => {
  let validate: () => unknown = () => undefined;
  const setError = jest.fn();
  const clearError = jest.fn();
  const validation = {
    registerValidation: (is: () => unknown) => ((validate = is), () => undefined),
    setError,
    clearError,
  };
  await show(file('data'), {
    answers: { datasets: { datasets: [] } },
    validation: validation as unknown as Validation,
  });
  act(() => expect(validate()).toBe(false));
  expect(setError).toHaveBeenCalledWith('store.path', expect.stringContaining('is not absolute'));
  expect(screen.getByRole('alert')).toHaveTextContent('is not absolute');
  await userEvent.clear(folder());
  await userEvent.type(folder(), '/data');
  expect(validate()).toBe(true);
  expect(clearError).toHaveBeenCalledWith('store.path');
});

test('a provisioned data source cannot be edited, and says why', async () => {
  await show(file('/var/lib/x'), { change: { readOnly: true } });
  expect(folder()).toBeDisabled();
  expect(folder()).toHaveValue('/var/lib/x');
  expect(screen.getByText(/is provisioned/)).toBeInTheDocument();
});

describe('what was found', () => {
  const empty = { ...flights, id: 'empty', profiles: 0, columns: 1, firstMs: null, lastMs: null, references: [] };
  const datasets = { datasets: [flights, empty] };

  test('is told for each dataset', async () => {
    await show(file('/p'), { answers: { datasets } });
    const table = await screen.findByRole('table');
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['Dataset', 'Profiles', 'Columns', 'Days (UTC)', 'References'],
      ['flights', '365', '5,000', '2013-01-01 to 2013-12-31', '1 profile'],
      ['empty', '0', '1', 'no profiles in time', 'none'],
    ]);
  });

  test('is asked past the settings that Grafana remembers, after each save and on demand', async () => {
    const { requests, save } = await show(file('/p'), { answers: { datasets } });
    await screen.findByRole('table');
    expect(requests[0]?.headers).toMatchObject({ 'X-Grafana-NoCache': 'true' });
    await save();
    await screen.findByRole('table');
    expect(requests).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await screen.findByRole('table');
    expect(requests).toHaveLength(3);
  });

  test('is not told of a path that is not saved yet', async () => {
    const { save, requests } = await show(file('/p'), { answers: { datasets } });
    await screen.findByRole('table');
    await userEvent.type(folder(), 'q');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText('Save & test shows here what the folder holds.')).toBeInTheDocument();
    await save();
    expect(await screen.findByRole('table')).toBeInTheDocument();
    expect(requests).toHaveLength(2);
  });

  test('is said in words where there is nothing', async () => {
    await show(file('/p'), { answers: { datasets: { datasets: [] } } });
    expect(await screen.findByText(/^None yet: put profiles/)).toBeInTheDocument();
  });

  test('is an error in words where the folder cannot be listed', async () => {
    await show(file('/p'), { answers: { datasets: new Error('the folder /p is not below a root') } });
    expect(await screen.findByRole('alert')).toHaveTextContent('the folder /p is not below a root');
  });
});

test('the blocks to copy have the path, and no secret', async () => {
  await show(file('/srv/"x"'));
  expect(screen.getByRole('region', { name: 'The same data source by provisioning' })).toHaveTextContent(
    'path: "/srv/\\"x\\""'
  );
  expect(screen.getByRole('region', { name: 'For the operator of the server' })).toHaveTextContent('roots = /srv/"x"');
  expect(document.body).not.toHaveTextContent('secret ');
  expect(document.body.innerHTML).not.toContain('secureJsonData');
});

describe('monitor documents', () => {
  const documents = (monitorDocuments: object): ProfilesJsonData => ({
    ...file('/p'),
    monitorDocuments: monitorDocuments as Record<string, unknown>,
  });
  const check = 'monitor-document/check';
  const valid = { isUsable: true, analyzers: 7, dropped: 0, monitors: 1, problems: [] };
  const datasets = { datasets: [flights] };
  const area = (dataset: string) => screen.getByRole('textbox', { name: `Document of ${dataset}` });

  test('are stored for each dataset, beside everything that was there', async () => {
    const { saved } = await show(file('/p'), { answers: { datasets, [check]: valid } });
    const add = screen.getByRole('button', { name: 'Add a document' });
    expect(add).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox', { name: 'Dataset of a new document' }), ' flights ');
    await userEvent.click(add);
    expect(screen.getByRole('alert')).toHaveTextContent('Paste the document, or remove it');
    await userEvent.click(area('flights'));
    await userEvent.paste('{"orgId": "o"}');
    expect(saved().jsonData).toEqual(documents({ flights: '{"orgId": "o"}' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove the document of flights' }));
    expect(saved().jsonData).toEqual(documents({}));
  });

  test('are one for each dataset', async () => {
    await show(documents({ flights: '{}' }), { answers: { datasets, [check]: valid } });
    await userEvent.type(screen.getByRole('textbox', { name: 'Dataset of a new document' }), 'flights');
    expect(screen.getByRole('alert')).toHaveTextContent('It has a document already.');
    expect(screen.getByRole('button', { name: 'Add a document' })).toBeDisabled();
  });

  test('of a file are shown as text, and cannot be edited where they are provisioned', async () => {
    const { requests } = await show(documents({ flights: { orgId: 'o' } }), {
      answers: { datasets, [check]: valid },
      change: { readOnly: true },
    });
    expect(area('flights')).toHaveValue('{\n  "orgId": "o"\n}');
    expect(area('flights')).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: /document/ })).not.toBeInTheDocument();
    expect(await screen.findByText('Valid: 7 analyzers, 1 monitor')).toBeInTheDocument();
    expect(requests.find(({ url }) => url.endsWith(check))?.data).toEqual({ text: '{\n  "orgId": "o"\n}' });
  });

  test('are told with what the engine says, and where', async () => {
    const problems = [
      { severity: 'error', path: 'analyzers[2].config', text: 'the type is missing' },
      { severity: 'warning', path: '', text: 'it is old' },
    ];
    await show(documents({ flights: 'x' }), {
      answers: { datasets, [check]: { ...valid, dropped: 1, problems } },
    });
    expect(
      await screen.findByText('Not valid: 1 error. What can be used is: 7 analyzers, 1 monitor; 1 analyzer cannot run')
    ).toBeInTheDocument();
    const list = screen.getByRole('list', { name: 'Problems of the document of flights' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['error analyzers[2].config: the type is missing', 'warning: it is old']);
  });

  test.each<[object | Error, string]>([
    [{ ...valid, isUsable: false }, 'Not valid: nothing of this document can be used'],
    [
      { ...valid, problems: [{ severity: 'note', path: '', text: 'x' }] },
      'Valid: 7 analyzers, 1 monitor, with 1 remark',
    ],
    [new Error('the server is away'), 'The document could not be checked'],
  ])('are judged in words: %j', async (answer, text) => {
    await show(documents({ flights: 'x' }), { answers: { datasets, [check]: answer } });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  test('wait for the data source to be saved before they can be checked', async () => {
    await show(documents({ flights: 'x' }), { change: { uid: '' } });
    expect(screen.getByText('It can be checked once the data source is saved.')).toBeInTheDocument();
  });
});

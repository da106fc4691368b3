import type { DataSourceSettings } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ConfigEditor } from './config-editor.tsx';
import type { ProfilesJsonData } from './model.ts';

type Options = DataSourceSettings<ProfilesJsonData>;

function show(jsonData: ProfilesJsonData, readOnly = false): { saved: () => Options } {
  let saved = { jsonData, readOnly, secureJsonData: { later: 'x' } } as unknown as Options;
  function Page() {
    const [options, setOptions] = useState(saved);
    saved = options;
    return <ConfigEditor options={options} onOptionsChange={setOptions} />;
  }
  render(<Page />);
  return { saved: () => saved };
}

test('a typed path is stored beside everything that was there', async () => {
  const { saved } = show({ defaultRegion: 'x' });
  await userEvent.type(screen.getByRole('textbox', { name: /^Path/ }), '/data/p');
  expect(saved()).toMatchObject({
    jsonData: { defaultRegion: 'x', store: { type: 'file', path: '/data/p' } },
    secureJsonData: { later: 'x' },
  });
});

test('a path that the back end would refuse is said beside the field, once it is left', async () => {
  show({});
  const path = screen.getByRole('textbox', { name: /^Path/ });
  await userEvent.type(path, 'data');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await userEvent.tab();
  expect(screen.getByRole('alert')).toHaveTextContent('"data" is not absolute; enter a path that begins at the root');
  await userEvent.clear(path);
  await userEvent.type(path, '/data');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a stored store is shown', () => {
  show({ store: { type: 'file', path: '/var/lib/x' } });
  expect(screen.getByRole('textbox', { name: /^Path/ })).toHaveValue('/var/lib/x');
  expect(screen.getByRole('radio', { name: 'Folder' })).toBeChecked();
});

test('a provisioned data source cannot be edited', () => {
  show({ store: { type: 'file', path: '/var/lib/x' } }, true);
  expect(screen.getByRole('textbox', { name: /^Path/ })).toBeDisabled();
  expect(screen.getByRole('radio', { name: 'Folder' })).toBeDisabled();
});

import { DataSourcePlugin } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { ProfilesDataSource } from './datasource.ts';
import { plugin } from './module.ts';

test('the module has the class, the editors and the help', () => {
  expect(plugin).toBeInstanceOf(DataSourcePlugin);
  expect(plugin.DataSourceClass).toBe(ProfilesDataSource);
  expect(plugin.components).toMatchObject({
    ConfigEditor: expect.any(Function) as unknown,
    QueryEditor: expect.any(Function) as unknown,
    QueryEditorHelp: expect.any(Function) as unknown,
  });
});

test('an editor is fetched when it is shown', async () => {
  const Editor = plugin.components.ConfigEditor as unknown as ComponentType<object>;
  const props = { options: { jsonData: {}, uid: '', name: 'n', version: 1 }, onOptionsChange: () => undefined };
  render(<Editor {...props} />);
  expect(screen.getByText('Loading')).toBeInTheDocument();
  expect(await screen.findByRole('textbox', { name: /^Folder/ })).toBeInTheDocument();
});

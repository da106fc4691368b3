import { AppPlugin, DataSourcePlugin, PanelPlugin } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { type ComponentType, Suspense } from 'react';
import { ConfigEditor } from './datasource/config-editor.tsx';
import { ProfilesDataSource } from './datasource/datasource.ts';
import { plugin as dataSource } from './datasource/module.ts';
import { QueryEditor } from './datasource/query-editor.tsx';
import { plugin as app } from './module.tsx';
import { plugin as panel } from './panel/module.ts';
import { ProfilePanel } from './panel/profile-panel.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  // Grafana fills it in at run time.
  PluginPage: ({ children }: { children: unknown }) => children,
}));

test('the data source has its class and editors', () => {
  expect(dataSource).toBeInstanceOf(DataSourcePlugin);
  expect(dataSource.DataSourceClass).toBe(ProfilesDataSource);
  expect(dataSource.components.ConfigEditor).toBe(ConfigEditor);
  expect(dataSource.components.QueryEditor).toBe(QueryEditor);
});

test('the panel has its component', () => {
  expect(panel).toBeInstanceOf(PanelPlugin);
  expect(panel.panel).toBe(ProfilePanel);
});

test('the app shows its first page, loaded when it is opened', async () => {
  expect(app).toBeInstanceOf(AppPlugin);
  // Grafana passes an address and more; the page asks for none of it.
  const Root = app.root as unknown as ComponentType;
  render(
    <Suspense fallback="loading">
      <Root />
    </Suspense>
  );
  expect(screen.getByText('loading')).toBeInTheDocument();
  expect(await screen.findByRole('heading', { name: 'How to begin' })).toBeInTheDocument();
  const button = screen.getByRole('link', { name: 'Add a data source' });
  expect(button).toHaveAttribute('href', '/connections/datasources/driftglass-profiles-datasource');
});

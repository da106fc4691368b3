import { AppPlugin, PanelPlugin } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { type ComponentType, Suspense } from 'react';
import { plugin as app } from './module.tsx';
import { plugin as panel } from './panel/module.ts';
import { ProfilePanel } from './panel/profile-panel.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  // Grafana fills it in at run time.
  PluginPage: ({ children }: { children: unknown }) => children,
  getDataSourceSrv: () => ({ getList: () => [] }),
}));

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
  expect(await screen.findByRole('heading', { name: 'How to write profiles' })).toBeInTheDocument();
});

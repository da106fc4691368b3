import '@grafana/react-data-grid/lib/styles.css';
import { type DataSourceApi, DataSourcePlugin, EventBusSrv, PanelPlugin, setTimeZoneResolver } from '@grafana/data';
import {
  type BackendSrv,
  type DataSourceSrv,
  type PanelDataErrorViewProps,
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
  setTemplateSrv,
} from '@grafana/runtime';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { backend } from './backend.ts';
import { corePanels } from './core-panels.tsx';
import { loadPlugin, shareLibraries } from './load-plugins.ts';
import { Page } from './page.tsx';
import { fillRegistries } from './registries.ts';
import { Template } from './template.ts';

/** Stand for parts that only Grafana's application has. */
const stand = {
  PanelDataErrorView: ({ message = 'No data' }: PanelDataErrorViewProps) => <p>{message}</p>,
  PluginPage: ({ children }: { readonly children?: ReactNode }) => <>{children}</>,
};

async function start(): Promise<void> {
  const view = window.driftglassView;
  const template = new Template();
  fillRegistries();
  // Parts of Grafana's services: those that plugins need in order to be read.
  setBackendSrv(backend as BackendSrv);
  setTemplateSrv(template);
  setTimeZoneResolver(() => 'utc');
  setAppEvents(new EventBusSrv());
  shareLibraries(stand);
  const plugins = await Promise.all(view.plugins.map(loadPlugin));
  const dataSource = plugins.find((plugin) => plugin instanceof DataSourcePlugin);
  if (dataSource === undefined) {
    throw new Error('none of the plugins is a data source');
  }
  const { meta, components } = dataSource;
  const settings = { ...view.dataSource, meta, id: 1, access: 'proxy' as const, readOnly: true };
  const source: DataSourceApi = Object.assign(new dataSource.DataSourceClass(settings as never), { meta, components });
  // There is one, whatever a panel calls it.
  const sources = { get: async () => source, getInstanceSettings: () => settings, getList: () => [settings] };
  setDataSourceSrv(sources as Partial<DataSourceSrv> as DataSourceSrv);
  const panels = [...corePanels(), ...plugins.filter((plugin) => plugin instanceof PanelPlugin)];
  const byId = new Map(panels.map((panel) => [panel.meta.id, panel]));
  createRoot(root).render(<Page view={view} source={source} template={template} plugins={byId} />);
}

const root = document.getElementById('root') ?? document.body;
start().catch((error: unknown) => {
  root.textContent = `The page did not start: ${String(error)}`;
  throw error;
});

import type { DataSourceInstanceSettings, DataTransformerConfig, PluginMeta } from '@grafana/data';
import type { Dashboard, Panel } from '@grafana/schema';

/** A dashboard as its file has it, with what this page cannot do without. */
export type ViewDashboard = Omit<Dashboard, 'time' | 'panels'> & {
  readonly title: string;
  readonly time: { readonly from: string; readonly to: string };
  readonly panels: readonly ViewPanel[];
};

export type ViewPanel = Omit<Panel, 'id' | 'gridPos' | 'transformations'> & {
  readonly id: number;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly transformations?: readonly DataTransformerConfig[];
  /** A row that hides the panels below it. */
  readonly collapsed?: boolean;
};

/** What the server wrote into the page. */
export interface ViewData {
  readonly dashboard: ViewDashboard;
  readonly dataSource: Pick<DataSourceInstanceSettings, 'uid' | 'name' | 'type' | 'jsonData'>;
  readonly plugins: readonly PluginMeta[];
  readonly theme: 'dark' | 'light';
  /** Where the data come from, in words, and their time; null when there are none. */
  readonly facts: {
    readonly place: string;
    readonly extent: { readonly fromMs: number; readonly toMs: number } | null;
  };
}

declare global {
  interface Window {
    readonly driftglassView: ViewData;
  }
}

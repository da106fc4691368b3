import { type DataFrame, getDefaultTimeRange, LoadingState, type PanelProps } from '@grafana/data';
import { defaultOptions, type ProfilePanelOptions } from '../options.ts';
import { ProfilePanel } from '../profile-panel.tsx';

export interface ShownPanel {
  readonly series: DataFrame[];
  readonly width?: number;
  readonly height?: number;
  readonly options?: Partial<ProfilePanelOptions>;
  readonly state?: LoadingState;
}

/** The panel as a dashboard shows it. */
export function ShownPanel({ series, width = 900, height = 500, options, state = LoadingState.Done }: ShownPanel) {
  const props: Partial<PanelProps<ProfilePanelOptions>> = {
    id: 1,
    width,
    height,
    options: { ...defaultOptions, ...options },
    fieldConfig: { defaults: {}, overrides: [] },
    timeZone: 'utc',
    replaceVariables: (text) => text.replace('$column', 'arr_delay'),
    data: { series, state, timeRange: getDefaultTimeRange() },
  };
  // A panel takes many more properties; this one reads none of them.
  return <ProfilePanel {...(props as PanelProps<ProfilePanelOptions>)} />;
}

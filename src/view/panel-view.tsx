import {
  applyFieldOverrides,
  CoreApp,
  EventBusSrv,
  type FieldConfigSource,
  getPanelOptionsWithDefaults,
  type InterpolateFunction,
  LoadingState,
  type PanelData,
  type PanelPlugin,
  PluginContextProvider,
} from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { ErrorBoundaryAlert, IconButton, PanelChrome, PanelContextProvider, Toggletip, useTheme2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import type { Place } from './grid.ts';
import { type QueryContext, usePanelData } from './use-panel-data.ts';
import type { ViewPanel } from './view-data.ts';

const eventBus = new EventBusSrv();
const panelContext = { eventsScope: 'global', eventBus, app: CoreApp.Dashboard, canAddAnnotations: () => false };

interface PanelViewProps {
  readonly place: Place;
  readonly plugin: PanelPlugin | undefined;
  readonly context: QueryContext;
}

/** One panel: its frame, its state, and its plugin inside. */
export function PanelView({ place: { panel, width, height }, plugin, context }: PanelViewProps) {
  const data = usePanelData(panel, width, context);
  const replace: InterpolateFunction = (text, scoped, format) => context.template.replace(text, scoped, format);
  const failure = data.errors?.map(({ message }) => message ?? 'the query failed').join('; ') ?? '';
  const isEmpty = data.series.length === 0;
  return (
    <PanelChrome
      width={width}
      height={height}
      title={replace(panel.title ?? '')}
      description={replace(panel.description ?? '')}
      loadingState={data.state}
      {...(failure !== '' && { statusMessage: failure })}
      displayMode={panel.transparent === true ? 'transparent' : 'default'}
      padding={plugin?.noPadding === true ? 'none' : 'md'}
      titleItems={<Notices data={data} />}
    >
      {(innerWidth, innerHeight) => (
        <PanelContextProvider value={panelContext}>
          <ErrorBoundaryAlert dependencies={[data, panel]}>
            {plugin === undefined ? (
              <p>The panel &quot;{panel.type}&quot; is not here; Grafana has it.</p>
            ) : isEmpty && failure !== '' ? (
              <p role="alert">{failure}</p>
            ) : isEmpty && data.state === LoadingState.Loading ? (
              <p>Loading …</p>
            ) : (
              <PluginContextProvider meta={plugin.meta}>
                <Drawing {...{ panel, plugin, data, replace, width: innerWidth, height: innerHeight }} />
              </PluginContextProvider>
            )}
          </ErrorBoundaryAlert>
        </PanelContextProvider>
      )}
    </PanelChrome>
  );
}

interface DrawingProps {
  readonly panel: ViewPanel;
  readonly plugin: PanelPlugin;
  readonly data: PanelData;
  readonly replace: InterpolateFunction;
  readonly width: number;
  readonly height: number;
}

/** Options and fields prepared as Grafana prepares them, and the plugin's component. */
function Drawing({ panel, plugin, data, replace, width, height }: DrawingProps) {
  const theme = useTheme2();
  const prepared = useMemo(() => prepare(panel, plugin), [panel, plugin]);
  const [options, setOptions] = useState(prepared.options);
  const { fieldConfig } = prepared;
  const { fieldConfigRegistry, panel: Component } = plugin;
  const series = useMemo(() => {
    const env = { data: data.series, fieldConfig, fieldConfigRegistry, replaceVariables: replace, theme };
    return applyFieldOverrides({ ...env, timeZone: 'utc' });
    // `replace` is made anew by each drawing; where a value matters, a new answer follows it.
  }, [data.series, fieldConfig, fieldConfigRegistry, theme]);
  if (Component === null) {
    throw new Error(`${plugin.meta.id} draws nothing`);
  }
  return (
    <Component
      id={panel.id}
      title={replace(panel.title ?? '')}
      data={{ ...data, series }}
      timeRange={data.timeRange}
      timeZone="utc"
      onOptionsChange={setOptions}
      onFieldConfigChange={() => undefined}
      transparent={panel.transparent === true}
      renderCounter={0}
      replaceVariables={replace}
      onChangeTimeRange={({ from, to }) => locationService.partial({ from, to })}
      {...{ options, fieldConfig, width, height, eventBus }}
    />
  );
}

function prepare(panel: ViewPanel, plugin: PanelPlugin) {
  // The same in the schema's and the library's types.
  const fieldConfig = (panel.fieldConfig ?? { defaults: {}, overrides: [] }) as FieldConfigSource;
  const migrated: unknown = plugin.onPanelMigration?.({
    ...{ id: panel.id, type: panel.type, options: panel.options ?? {}, fieldConfig },
    ...(panel.pluginVersion !== undefined && { pluginVersion: panel.pluginVersion }),
  });
  return getPanelOptionsWithDefaults({
    plugin,
    // A handler may answer later, as none of these plugins does.
    currentOptions: (migrated as Record<string, unknown> | undefined) ?? panel.options ?? {},
    currentFieldConfig: fieldConfig,
    isAfterPluginChange: false,
  });
}

/** What the answers say of themselves, each sentence once. */
function Notices({ data }: { readonly data: PanelData }) {
  const texts = [...new Set(data.series.flatMap(({ meta }) => meta?.notices ?? []).map(({ text }) => text))];
  const label = texts.length === 1 ? '1 notice' : `${texts.length} notices`;
  return texts.length === 0 ? null : (
    <Toggletip
      content={
        <ul>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    >
      <IconButton name="exclamation-triangle" aria-label={label} />
    </Toggletip>
  );
}

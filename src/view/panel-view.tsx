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
const locked = () => undefined;
const panelContext = { eventsScope: 'global', eventBus, app: CoreApp.Dashboard, canAddAnnotations: () => false };

interface PanelViewProps extends Place {
  readonly plugin: PanelPlugin | undefined;
  readonly context: QueryContext;
}

/** One panel: its frame, its state, and its plugin inside. */
export function PanelView({ panel, width, height, plugin, context }: PanelViewProps) {
  const data = usePanelData(panel, width, context);
  const replace: InterpolateFunction = (text, scoped, format) => context.template.replace(text, scoped, format);
  const failure = data.errors?.map(({ message }) => message ?? 'the query failed').join('; ') ?? '';
  const waiting = data.state === LoadingState.Loading ? 'Loading …' : failure;
  const missing = `The panel "${panel.type}" is not here; Grafana has it.`;
  const instead = plugin === undefined ? missing : data.series.length === 0 ? waiting : '';
  return (
    <PanelChrome
      width={width}
      height={height}
      {...{ title: replace(panel.title ?? ''), description: replace(panel.description ?? '') }}
      loadingState={data.state}
      {...(failure !== '' && { statusMessage: failure })}
      displayMode={panel.transparent === true ? 'transparent' : 'default'}
      padding={plugin?.noPadding === true ? 'none' : 'md'}
      titleItems={<Notices data={data} />}
    >
      {(innerWidth, innerHeight) => (
        <PanelContextProvider value={panelContext}>
          <ErrorBoundaryAlert dependencies={[data, panel]}>
            {plugin === undefined || instead !== '' ? (
              <p style={{ overflowWrap: 'anywhere' }}>{instead}</p>
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

interface DrawingProps extends Pick<Place, 'panel' | 'width' | 'height'> {
  readonly plugin: PanelPlugin;
  readonly data: PanelData;
  readonly replace: InterpolateFunction;
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
      {...{ id: panel.id, title: replace(panel.title ?? ''), transparent: panel.transparent === true, width, height }}
      {...{ data: { ...data, series }, timeRange: data.timeRange, timeZone: 'utc', eventBus, renderCounter: 0 }}
      {...{ options, onOptionsChange: setOptions, fieldConfig, onFieldConfigChange: locked }}
      replaceVariables={replace}
      onChangeTimeRange={({ from, to }) => locationService.partial({ from, to })}
    />
  );
}

function prepare(panel: ViewPanel, plugin: PanelPlugin) {
  // The same in the schema's and the library's types.
  const fieldConfig = (panel.fieldConfig ?? { defaults: {}, overrides: [] }) as FieldConfigSource;
  const { id, type, options = {}, pluginVersion = '' } = panel;
  const migrated: unknown = plugin.onPanelMigration?.({ id, type, options, fieldConfig, pluginVersion });
  return getPanelOptionsWithDefaults({
    plugin,
    // A handler may answer later, as none of these plugins does.
    currentOptions: (migrated as Record<string, unknown> | undefined) ?? options,
    currentFieldConfig: fieldConfig,
    isAfterPluginChange: false,
  });
}

/** What the answers say of themselves, each sentence once. */
function Notices({ data }: { readonly data: PanelData }) {
  const texts = [...new Set(data.series.flatMap(({ meta }) => meta?.notices ?? []).map(({ text }) => text))];
  return texts.length === 0 ? null : (
    <Toggletip content={<div style={{ whiteSpace: 'pre-line' }}>{texts.join('\n')}</div>}>
      <IconButton name="exclamation-triangle" aria-label={`Notices: ${texts.length}`} />
    </Toggletip>
  );
}

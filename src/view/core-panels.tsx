import {
  type DataFrame,
  dateTimeFormat,
  getFieldDisplayName,
  getFieldDisplayValues,
  PanelPlugin,
  type PanelProps,
  ReducerID,
  renderMarkdown,
  VizOrientation,
} from '@grafana/data';
import type { ReduceDataOptions, VizLegendOptions } from '@grafana/schema';
import { BigValue, BigValueColorMode, BigValueGraphMode, ScrollContainer, SeriesIcon, TimeSeries } from '@grafana/ui';
import { TooltipPlugin2, useTheme2, VizRepeater } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import type { ComponentProps, ComponentType } from 'react';
import { ClickOnPoint } from './click-on-point.tsx';
import { fieldProperty } from './registries.ts';

const noData = <p>No data</p>;
const noLegend = { showLegend: false } as VizLegendOptions; // of one that is not shown nothing else is read
/** All series at the nearest time: a constant of Grafana's that exists in its types only. */
const allSeries = { hoverMode: 1 } as unknown as Pick<ComponentProps<typeof TooltipPlugin2>, 'hoverMode'>;

function TimeSeriesPanel(props: PanelProps<{ readonly legend?: VizLegendOptions }>) {
  const { data, width, height, timeRange, timeZone, options, onChangeTimeRange } = props;
  return !data.series.some(({ length }) => length > 0) ? (
    noData
  ) : (
    <TimeSeries {...{ frames: data.series, width, height, timeRange, timeZone }} legend={options.legend ?? noLegend}>
      {(config, frame) => (
        <>
          <TooltipPlugin2
            config={config}
            {...allSeries}
            queryZoom={({ from, to }) => onChangeTimeRange({ from: Math.round(from), to: Math.round(to) })}
            render={(_, rows) => <SeriesAt frame={frame} rows={rows} all={data.series} />}
          />
          <ClickOnPoint config={config} frame={frame} />
        </>
      )}
    </TimeSeries>
  );
}

function SeriesAt({ frame, rows, all }: { frame: DataFrame; rows: (number | null)[]; all: DataFrame[] }) {
  const [time, ...fields] = frame.fields;
  const row = rows.find((each) => each !== null) ?? 0;
  return (
    <div style={{ padding: 8 }}>
      {dateTimeFormat(Number(time?.values[row]), { timeZone: 'utc' })}
      {fields.map((field, index) => {
        const own = rows[index + 1] ?? null;
        const { text, suffix = '' } = field.display?.(own === null ? null : field.values[own]) ?? { text: '' };
        return (
          <div key={index}>
            <SeriesIcon color={field.display?.(0).color ?? 'currentColor'} /> {getFieldDisplayName(field, frame, all)}:{' '}
            {text === '' ? 'none' : text + suffix}
          </div>
        );
      })}
    </div>
  );
}

function TablePanel({ data: { series }, width, height, timeRange, fieldConfig }: PanelProps) {
  const [frame] = series;
  const isEmpty = frame === undefined || frame.length === 0;
  return isEmpty ? noData : <TableNG {...{ data: frame, width, height, timeRange, fieldConfig }} />;
}

type StatOptions = { reduceOptions?: ReduceDataOptions } & Partial<
  Pick<ComponentProps<typeof BigValue>, 'colorMode' | 'graphMode'>
>;

function StatPanel({ data, width, height, options, fieldConfig, replaceVariables }: PanelProps<StatOptions>) {
  const theme = useTheme2();
  const { colorMode = BigValueColorMode.Value, graphMode = BigValueGraphMode.Area } = options;
  const { reduceOptions = { values: false, calcs: [ReducerID.lastNotNull] } } = options;
  const sparkline = graphMode !== BigValueGraphMode.None;
  const source = getFieldDisplayValues({
    ...{ data: data.series, reduceOptions, fieldConfig, replaceVariables, theme, sparkline, timeZone: 'utc' },
  });
  return (
    <VizRepeater
      {...{ source, width, height, getValues: () => source, orientation: VizOrientation.Auto, renderCounter: 0 }}
      renderValue={({ value: { display: value, sparkline: line }, width: own, height: high, count }) => (
        <BigValue
          {...{ theme, colorMode, graphMode, value, width: own, height: high, count, ...(line && { sparkline: line }) }}
        />
      )}
    />
  );
}

function TextPanel({ options, replaceVariables }: PanelProps<{ readonly content?: string }>) {
  // It removes what could run.
  const html = renderMarkdown(replaceVariables(options.content ?? ''));
  return (
    <ScrollContainer>
      <div className="markdown-html" dangerouslySetInnerHTML={{ __html: html }} />
    </ScrollContainer>
  );
}

/** Each with the properties of fields that Grafana's own panel registers; unregistered ones are dropped. */
const panels: Readonly<Record<string, readonly [component: unknown, properties: string]>> = {
  timeseries: [
    TimeSeriesPanel,
    'drawStyle lineInterpolation lineWidth lineStyle lineColor fillOpacity fillColor fillBelowTo gradientMode barAlignment barWidthFactor barMaxWidth showPoints showValues pointSize pointColor pointSymbol spanNulls insertNulls stacking thresholdsStyle axisPlacement axisLabel axisWidth axisColorMode axisSoftMin axisSoftMax axisCenteredZero axisGridShow axisBorderShow scaleDistribution hideFrom transform',
  ],
  table: [
    TablePanel,
    'width minWidth align cellOptions inspect filterable hidden hideFrom wrapHeaderText wrapText footer tooltip',
  ],
  stat: [StatPanel, ''],
  text: [TextPanel, ''],
};

/** Grafana's own panels, drawn plainly with the parts of @grafana/ui. */
export function corePanels(): readonly PanelPlugin[] {
  return Object.entries(panels).map(([id, [component, properties]]) => {
    // Each has options of its own, which its dashboard wrote for it.
    const plugin = new PanelPlugin(component as ComponentType<PanelProps>);
    const names = properties.split(' ').filter((name) => name !== '');
    plugin.useFieldConfig({
      useCustomConfig: (builder) => names.forEach((name) => builder.addCustomEditor(fieldProperty(name))),
    });
    // What else a panel's meta has is read by its picker only.
    return Object.assign(plugin, { meta: { id, name: id } as PanelPlugin['meta'] });
  });
}

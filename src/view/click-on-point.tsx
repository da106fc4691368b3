import type { DataFrame, Field } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect } from 'react';
import type uPlot from 'uplot';
import { formatTime } from './template.ts';

/** Pixels from which on a pressed button is a drag. */
const dragPx = 4;
const thisDay = 'var-day=${__value.time:date:YYYY-MM-DD}';

/**
 * What a click on a point sets in the address: what the field's first data link sets there, else the variable `day`.
 * Of Grafana's references only the point's time and the labels of its series are known here.
 */
export function linkedValues(field: Field, timeMs: number): Readonly<Record<string, string>> {
  const url = field.config.links?.[0]?.url ?? thisDay;
  const filled = url
    .replace(/\$\{__value\.time(?::date(?::([^}]*))?)?\}/g, (whole, format?: string) =>
      encodeURIComponent(whole.includes(':') ? formatTime(timeMs, format ?? '') : String(timeMs))
    )
    .replace(/\$\{__field\.labels\.(\w+)\}/g, (_, name: string) => encodeURIComponent(field.labels?.[name] ?? ''));
  const values = new URLSearchParams(filled.slice(filled.indexOf('?') + 1));
  return Object.fromEntries([...values].filter(([name]) => name.startsWith('var-')));
}

/** The series that runs nearest to the cursor. */
function nearest(plot: uPlot, row: number): number {
  const distance = (index: number): number => {
    const y = plot.valToPos(plot.data[index]?.[row] ?? NaN, plot.series[index]?.scale ?? 'y');
    return Math.abs(y - (plot.cursor.top ?? 0));
  };
  const indices = plot.series.map((_, index) => index).slice(1);
  return indices.reduce((best, index) => (distance(index) < distance(best) ? index : best), 1);
}

/** Makes a click on a point of a chart choose what its data link names. */
export function ClickOnPoint({ config, frame }: { config: UPlotConfigBuilder; frame: DataFrame }) {
  useLayoutEffect(() => {
    config.addHook('ready', (plot: uPlot) => {
      let pressedAt = 0;
      plot.over.addEventListener('mousedown', ({ clientX }) => (pressedAt = clientX));
      plot.over.addEventListener('click', ({ clientX }) => {
        const row = plot.cursor.idx ?? -1;
        const timeMs = plot.data[0][row];
        const field = frame.fields[nearest(plot, row)];
        // A drag chooses a range, and ends with a click too.
        if (timeMs !== undefined && field !== undefined && Math.abs(clientX - pressedAt) < dragPx) {
          locationService.partial(linkedValues(field, timeMs));
        }
      });
    });
  }, [config, frame]);
  return null;
}
